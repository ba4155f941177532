namespace Axis.Hub.Ledger;

/// <summary>Alerts.</summary>
internal sealed partial class LedgerTransaction
{
    public Task RaiseAlertsAsync(IReadOnlyCollection<AlertRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.RaiseAlerts, [.. rows.GroupBy(row => row.AlertKey).Select(same => same.First() with { Seen = same.Sum(row => row.Seen) })], cancellation);
}
