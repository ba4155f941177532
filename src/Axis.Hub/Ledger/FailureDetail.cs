using Axis.Contracts.Wire;

namespace Axis.Hub.Ledger;

/// <summary>What a <see cref="EventKinds.Failed"/> event says: who caused the failure, then why. Evidence: the form never changes.</summary>
internal static class FailureDetail
{
    private const string Separator = ": ";

    public static string Write(FailCause cause, string reason) => cause + Separator + reason;

    /// <summary>Reads it; one that names nobody is the hub's.</summary>
    public static (FailCause Cause, string Reason) Read(string? detail)
    {
        var text = detail ?? "";
        var end = text.IndexOf(Separator, StringComparison.Ordinal);
        return end > 0 && Enum.TryParse<FailCause>(text[..end], out var cause) && Enum.IsDefined(cause)
            ? (cause, text[(end + Separator.Length)..])
            : (FailCause.Hub, text);
    }
}
