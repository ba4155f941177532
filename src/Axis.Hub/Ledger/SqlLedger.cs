using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Telemetry;

namespace Axis.Hub.Ledger;

/// <summary>The ledger on the hub's database. Command-line verbs run it without metrics.</summary>
internal sealed class SqlLedger(IDatabase database, TimeProvider time, HubMetrics? metrics = null) : ILedger
{
    public Task<T> WriteAsync<T>(string name, Func<ILedgerTransaction, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        MeasureAsync(name, () => database.WriteAsync(name, (session, token) => work(new LedgerTransaction(session), token), cancellation));

    public Task<T> ReadAsync<T>(string name, Func<ILedgerReader, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        MeasureAsync(name, () => database.ReadAsync(name, (session, token) => work(new LedgerTransaction(session), token), cancellation));

    private async Task<T> MeasureAsync<T>(string name, Func<Task<T>> run)
    {
        using var activity = HubActivity.Ledger(name);
        var started = time.GetTimestamp();
        try
        {
            return await run();
        }
        finally
        {
            metrics?.LedgerTransaction(name, time.GetElapsedTime(started));
        }
    }
}
