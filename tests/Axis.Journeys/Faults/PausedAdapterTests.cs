using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.TestKit;

namespace Axis.Journeys.Faults;

/// <summary>An adapter that is there and does nothing, as on a machine that swaps.</summary>
[Collection(DeathCollection.Name)]
public sealed class PausedAdapterTests(FaultNation faults)
{
    private const int Letters = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [OwnBrokerFact]
    public async Task A_slow_adapter_gets_no_copies()
    {
        await faults.BeginAsync();
        var code = faults.Receiver.Adapter.Plan.Code;

        // In a nation that has just started the hub has not heard of it yet.
        var queries = (await Eventually.FindAsync(
            async () => await FindLinkAsync(code) is { HeartbeatAt: not null } heard ? heard : null,
            TimeSpan.FromMinutes(2), cancellation: Cancellation)).QueryNumber;
        await faults.Receiver.Adapter.Process.PauseAsync(Cancellation);
        var heard = (await FindLinkAsync(code))!.HeartbeatAt;
        var submissions = new List<Guid>();
        for (var letter = 0; letter < Letters; letter++)
        {
            submissions.Add(await faults.SubmitAsync(faults.Letter(faults.Receiver)));
        }

        // Long after the first question: one that nobody answers is not asked again before a sign of life.
        await Eventually.Async(
            async () => await FindLinkAsync(code) is { QuerySentAt: { } asked } link && link.QueryNumber > queries
                && TimeProvider.System.GetUtcNow() - asked > 4 * faults.Nation.HubOptions.QueryAfter,
            TimeSpan.FromMinutes(3), cancellation: Cancellation);

        // A heartbeat that was under way at the pause is a sign of life that may come after the first question.
        var after = (await FindLinkAsync(code))!;
        var asked = after.QueryNumber - queries;
        asked.ShouldBeInRange(1, after.HeartbeatAt == heard ? 1 : 2);
        var queue = await faults.Nation.Broker.Api.FindQueueAsync(faults.Nation.Broker.Name, WireNames.OutboundQueue(code), Cancellation);
        queue!.Messages.ShouldBeLessThanOrEqualTo(Letters + (int)asked);
        await faults.Receiver.Adapter.Process.ResumeAsync(Cancellation);

        await faults.SurviveAsync(0);
        foreach (var submission in submissions)
        {
            var delivery = await faults.DeliveryAsync(submission);
            (delivery.Transport, delivery.Attempt).ShouldBe((TransportState.Done, 1));
            (await faults.Ledger.HistoryOfAsync(delivery.DeliveryId, Cancellation)).Select(entry => entry.Kind).ShouldNotContain(EventKinds.Lost);
        }
    }

    private async Task<AdapterLinkRow?> FindLinkAsync(string adapter) =>
        (await faults.Ledger.Ledger.ReadAsync("links", (reader, token) => reader.ListAdapterLinksAsync(token), Cancellation))
            .SingleOrDefault(link => link.AdapterCode == adapter);
}
