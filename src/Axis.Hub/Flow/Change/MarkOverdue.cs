using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Flow.Change;

/// <summary>
/// Says of requests whose due time has passed that nobody has answered, and before that to their receivers that time runs out; a later answer still counts. However many hubs run, each is
/// said once.
/// </summary>
internal sealed class MarkOverdue(
    ILedger ledger, IDueTimes dueTimes, ClockTrust trust, HubOptions options, PumpStates states, TimeProvider time, ILogger<MarkOverdue> logger)
    : Pump("overdue-requests", TimeSpan.FromSeconds(30), states, time, logger)
{
    private const int PerTurn = 200;

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation) =>
        trust.IsTrusted() && await ledger.WriteAsync("overdue-requests", MarkAsync, cancellation) == PerTurn;

    private async Task<int> MarkAsync(ILedgerTransaction transaction, CancellationToken cancellation)
    {
        var now = SqlTime.Cut(Time.GetUtcNow());
        var (due, toWarn) = (await transaction.ListChangesDueAsync(now, PerTurn, cancellation), await transaction.ListChangesToWarnAsync(now, PerTurn, cancellation));
        if (due.Count + toWarn.Count == 0)
        {
            return 0;
        }

        // Deliveries are locked before their requests, as everywhere.
        var book = new DeliveryBook(dueTimes, options, now);
        Guid[] targets = [.. due.Concat(toWarn).Select(request => request.TargetId).Distinct()];
        book.Read(await transaction.FindDeliveriesAsync(targets, cancellation));
        await book.ReadChangesAsync(targets, transaction, cancellation);
        var open = book.Changes.All.Where(request => request.Status == Axis.Contracts.Wire.ChangeStatus.Delivered).ToArray();
        var follow = new FollowChanges(book, dueTimes);
        foreach (var request in open.Where(request => request.DueAt < now))
        {
            follow.Overdue(request);
        }

        foreach (var request in open.Where(request => request.DueAt >= now && request.WarnAt < now))
        {
            follow.Warn(request);
        }

        await book.WriteAsync(transaction, cancellation);
        return Math.Max(due.Count, toWarn.Count);
    }
}
