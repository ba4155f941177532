namespace Axis.Hub.Commands;

/// <summary>Reasons that are kept in the audit trail.</summary>
internal static class Reasons
{
    /// <exception cref="CommandFailedException">It says nothing.</exception>
    public static string Require(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new CommandFailedException("--reason: says nothing; it is recorded") : reason.Trim();
}
