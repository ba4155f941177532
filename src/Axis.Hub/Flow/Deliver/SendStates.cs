using System.Diagnostics;
using Axis.Contracts;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Flow.Deliver;

/// <summary>Tells senders' adapters what changed: the whole current state of each delivery, one message per adapter and period.</summary>
internal sealed class SendStates(
    ILedger ledger, IAdapterQueues queues, AdapterPauses pauses, HubMetrics metrics, HubOptions options, PumpStates states,
    TimeProvider time, ILogger<SendStates> logger) : Pump("states", options.StatesWait, states, time, logger)
{
    private const int PerMessage = 500;
    private const int PerTurn = 8 * PerMessage;

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var (owed, requests) = await ledger.WriteAsync("states", static async (transaction, token) =>
        {
            var owed = await transaction.ListOwedStatesAsync(PerTurn, token);
            Guid[] documents = [.. owed.Where(state => state.Delivery.Kind == Manifest.Edoc).Select(state => state.Delivery.DeliveryId)];
            return (owed, (await transaction.FindChangesAsync(documents, token)).ToLookup(request => request.TargetId));
        }, cancellation);
        var sent = (await Task.WhenAll(owed.GroupBy(state => state.SenderAdapter)
            .SelectMany(group => group.Chunk(PerMessage), (group, chunk) => SendAsync(group.Key, chunk, requests, cancellation))))
            .SelectMany(chunk => chunk).ToArray();
        if (sent.Length == 0)
        {
            return false;
        }

        CrashPoint.Pass(HubCrashPoints.StatesNotMarked);
        await ledger.WriteAsync("states-sent", async (transaction, token) =>
        {
            await transaction.MarkStatesSentAsync(sent, token);
            return sent.Length;
        }, cancellation);
        return owed.Count == PerTurn;
    }

    private async Task<IReadOnlyList<OwedState>> SendAsync(
        string adapter, OwedState[] chunk, ILookup<Guid, ChangeRow> requests, CancellationToken cancellation)
    {
        if (pauses.IsPaused(adapter))
        {
            return [];
        }

        var since = TimeProvider.System.GetUtcNow();
        try
        {
            await queues.SendAsync(adapter, WireNames.States, new StatesMessage([.. chunk.Select(state =>
                CurrentState.Of(state.Delivery, state.SubmissionId, requests[state.Delivery.DeliveryId]))]), cancellation);
            Array.ForEach(chunk, state => HubActivity.Step("tell", state.SubmissionId, adapter, ActivityKind.Producer, since)?
                .Tag(HubActivity.Delivery, state.Delivery.DeliveryId).Tag(HubActivity.Outcome, state.Delivery.Transport).Dispose());
            return chunk;
        }
        catch (PublishRefusedException refused)
        {
            metrics.PublishRefused(WireNames.States);
            DeliverLog.PublishRefused(Logger, refused, adapter, chunk.Length, pauses.Refused(adapter));
            return [];
        }
    }
}
