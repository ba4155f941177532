using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Alerts;

/// <summary>What an operator does with alerts. Each act is one transaction with its line in the audit trail.</summary>
internal sealed class AlertDesk(ILedger ledger, TimeProvider time)
{
    /// <summary>Closes an open alert whose cause may last; it does not open again for the same. Else says why not.</summary>
    public Task<string?> CloseAsync(string caseNumber, string actor, string reason, CancellationToken cancellation) =>
        ledger.WriteAsync("alert-close", async (transaction, token) =>
        {
            switch (await transaction.FindAlertAsync(caseNumber, token))
            {
                case null:
                    return "there is no such case";
                case { ClosedAt: not null, ClosedBy: var by }:
                    return $"it was closed before by {by}";
                case var row:
                    var now = SqlTime.Cut(time.GetUtcNow());
                    await transaction.CloseAlertAsync(row, actor, reason, AlertKinds.Lasts(row.Kind), now, token);
                    await transaction.AppendAuditAsync(actor, "alert-close", caseNumber, reason, now, token);
                    return null;
            }
        }, cancellation);
}
