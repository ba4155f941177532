using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Flow.Change;

/// <summary>Says of requests whose due time has passed that nobody has answered; a later answer still counts. However many hubs run, each is said once.</summary>
internal sealed class MarkOverdue(ILedger ledger, IDueTimes dueTimes, HubOptions options, PumpStates states, TimeProvider time, ILogger<MarkOverdue> logger)
    : Pump("overdue-requests", TimeSpan.FromSeconds(30), states, time, logger)
{
    private const int PerTurn = 200;

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var marked = await ledger.WriteAsync("overdue-requests", async (transaction, token) =>
        {
            var now = SqlTime.Cut(Time.GetUtcNow());
            var due = await transaction.ListChangesDueAsync(now, PerTurn, token);
            if (due.Count == 0)
            {
                return 0;
            }

            // Deliveries are locked before their requests, as everywhere.
            var book = new DeliveryBook(dueTimes, options, now);
            Guid[] targets = [.. due.Select(request => request.TargetId).Distinct()];
            book.Read(await transaction.FindDeliveriesAsync(targets, token));
            await book.ReadChangesAsync(targets, transaction, token);
            var late = book.Changes.All.Where(request => request.Status == Axis.Contracts.Wire.ChangeStatus.Delivered && request.DueAt < now).ToArray();
            var follow = new FollowChanges(book, dueTimes);
            foreach (var request in late)
            {
                follow.Overdue(request);
            }

            await book.WriteAsync(transaction, token);
            return due.Count;
        }, cancellation);
        return marked == PerTurn;
    }
}
