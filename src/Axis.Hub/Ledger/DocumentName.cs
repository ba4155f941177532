namespace Axis.Hub.Ledger;

/// <summary>What people call a document.</summary>
internal static class DocumentName
{
    /// <summary><c>7816/VPCP-TTĐT</c>, or what there is of it.</summary>
    public static string Of(string? number, string? notation) => string.Join('/', new[] { number, notation }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
