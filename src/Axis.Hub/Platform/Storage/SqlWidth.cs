namespace Axis.Hub.Platform.Storage;

/// <summary>
/// What people and certificates write has no bound, the columns of SQL Server have one (and a longer text is an error there): labels are cut to it.
/// What decides something is never cut but refused where it comes in.
/// </summary>
internal static class SqlWidth
{
    /// <summary>Certificate.Subject, Audit.Subject and Mail.Subject.</summary>
    public const int Subject = 400;

    /// <summary>Adapter.Name.</summary>
    public const int AdapterName = 200;

    /// <summary>Names of hubs and people: ClaimedBy, ClosedBy, Audit.Actor, DeliveryEvent.Source with its prefix.</summary>
    public const int Actor = 150;

    public static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
