using Axis.Contracts.Wire;
using Axis.Hub;
using Axis.Hub.Ledger;
using Axis.TestKit;

namespace Axis.Journeys.Faults;

/// <summary>Messages that the broker has twice, or has lost (protocol.md 10, rows 8, 9, 12; protocol.md 6 and 8).</summary>
[Collection(DeathCollection.Name)]
public sealed class LostMessageDeaths(FaultNation faults)
{
    public static TheoryData<int, string, string> Doubled => Deaths.Of(death => death.Row == 8 && death.Point == HubCrashPoints.PublishedNotMarked);

    public static TheoryData<int, string, string> DeadLettered => Deaths.Of(death => death.Point == HubCrashPoints.DeadLetterRecorded);

    public static TheoryData<int, string, string> Purged => Deaths.Of(death => death.Row == 9);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Queue => WireNames.OutboundQueue(faults.Receiver.Adapter.Plan.Code);

    [OwnBrokerTheory, MemberData(nameof(Doubled))]
    public async Task A_publication_whose_mark_was_lost_goes_again_under_its_attempt_and_is_folded(int row, string program, string point)
    {
        row.ShouldBe(8);
        await faults.BeginAsync();
        faults.Receiver.Adapter.Process.Kill();
        await FaultNation.ArmAsync(faults.Program(program), point);
        var submission = await faults.SubmitAsync(faults.Letter(faults.Receiver));

        await FaultNation.ReviveAsync(faults.Program(program));
        await faults.DeliveryAsync(submission, delivery => delivery.Phase == DispatchPhase.Published);
        await Eventually.Async(async () => await DepthAsync() >= 2, TimeSpan.FromMinutes(2), cancellation: Cancellation);
        await faults.Receiver.Adapter.Process.StartReadyAsync(Cancellation);

        await faults.SurviveAsync();
        var row8 = await faults.DeliveryAsync(submission);
        row8.Attempt.ShouldBe(1);
        (await faults.Ledger.HistoryOfAsync(row8.DeliveryId, Cancellation)).Count(entry => entry.Kind == EventKinds.Processing).ShouldBe(1);
    }

    [OwnBrokerTheory, MemberData(nameof(DeadLettered))]
    public async Task A_dead_letter_that_the_broker_hands_over_again_is_one_stuck_item_and_one_failed_attempt(int row, string program, string point)
    {
        row.ShouldBe(6);
        await faults.BeginAsync();
        faults.Receiver.Adapter.Process.Kill();
        await FaultNation.ArmAsync(faults.Program(program), point);
        var submission = await faults.SubmitAsync(faults.Letter(faults.Receiver));
        await using (await QueueThief.StartAsync(faults.Nation.Broker, faults.Receiver.Adapter.Plan.Code, Cancellation))
        {
            await FaultNation.DeadAsync(faults.Program(program));
        }

        // What the dead hub did not acknowledge lies there again.
        await Eventually.Async(async () => await DepthAsync(WireNames.OutboundDeadQueue) == 1, TimeSpan.FromMinutes(2), cancellation: Cancellation);
        await faults.Program(program).StartReadyAsync(Cancellation);
        await Eventually.Async(async () => await DepthAsync(WireNames.OutboundDeadQueue) == 0, TimeSpan.FromMinutes(2), cancellation: Cancellation);
        await faults.Receiver.Adapter.Process.StartReadyAsync(Cancellation);

        await faults.SurviveAsync();
        var delivery = await faults.DeliveryAsync(submission);
        (delivery.Transport, delivery.Attempt).ShouldBe((TransportState.Done, 2));
        (await faults.Ledger.HistoryOfAsync(delivery.DeliveryId, Cancellation)).Count(entry => entry.Kind == EventKinds.AttemptFailed).ShouldBe(1);
        (await faults.Ledger.StuckOfAsync(delivery.DeliveryId, Cancellation)).ShouldHaveSingleItem().Attempt.ShouldBe(1);
    }

    [OwnBrokerTheory, MemberData(nameof(Purged))]
    public async Task A_purged_adapter_queue_is_found_out_by_a_query_though_the_hub_died_asking(int row, string program, string point)
    {
        row.ShouldBe(9);
        await faults.BeginAsync();
        faults.Receiver.Adapter.Process.Kill();
        await FaultNation.ArmAsync(faults.Program(program), point);
        var submission = await faults.SubmitAsync(faults.Letter(faults.Receiver));
        await faults.DeliveryAsync(submission, delivery => delivery.Phase == DispatchPhase.Published);
        await faults.PurgeAsync(Queue);

        await FaultNation.ReviveAsync(faults.Program(program));
        await faults.Receiver.Adapter.Process.StartReadyAsync(Cancellation);

        await faults.SurviveAsync();
        await WasLostAsync(submission);
    }

    [OwnBrokerFact]
    public async Task A_purged_adapter_queue_is_found_out_by_a_query_and_everything_goes_again_under_its_attempt()
    {
        await faults.BeginAsync();
        faults.Receiver.Adapter.Process.Kill();
        var submissions = new List<Guid>();
        for (var letter = 0; letter < 5; letter++)
        {
            submissions.Add(await faults.SubmitAsync(faults.Letter(faults.Receiver)));
        }

        foreach (var submission in submissions)
        {
            await faults.DeliveryAsync(submission, delivery => delivery.Phase == DispatchPhase.Published);
        }

        await faults.PurgeAsync(Queue);
        await faults.Receiver.Adapter.Process.StartReadyAsync(Cancellation);

        await faults.SurviveAsync();
        foreach (var submission in submissions)
        {
            await WasLostAsync(submission);
        }
    }

    [OwnBrokerFact]
    public async Task Purged_hub_queues_heal_by_the_query_and_by_the_senders_patience()
    {
        await faults.BeginAsync();
        faults.Nation.Hub.Kill();
        var unheard = await faults.SubmitAsync(faults.Letter(faults.Receiver));
        await Eventually.Async(
            async () => await StateAsync(unheard) == "submitted", TimeSpan.FromMinutes(2), cancellation: Cancellation);
        await faults.PurgeAsync(WireNames.SubmitQueue);
        await faults.Nation.Hub.StartReadyAsync(Cancellation);
        await faults.DeliveryAsync(unheard, delivery => delivery.Transport == TransportState.Done);

        // Again, now with what the receiver has to say: PROCESSING, DONE and the statuses.
        faults.Receiver.Adapter.Process.Kill();
        var unanswered = await faults.SubmitAsync(faults.Letter(faults.Receiver));
        await faults.DeliveryAsync(unanswered, delivery => delivery.Phase == DispatchPhase.Published);
        faults.Nation.Hub.Kill();
        await faults.Receiver.Adapter.Process.StartReadyAsync(Cancellation);
        await Eventually.Async(
            async () => await DepthAsync(WireNames.AcknowledgeQueue) > 0 && await DepthAsync(WireNames.SubmitQueue) > 0,
            TimeSpan.FromMinutes(2), cancellation: Cancellation);
        await faults.PurgeAsync(WireNames.AcknowledgeQueue);
        await faults.PurgeAsync(WireNames.SubmitQueue);
        await faults.Nation.Hub.StartReadyAsync(Cancellation);

        await faults.SurviveAsync(2);
        (await faults.DeliveryAsync(unanswered)).Attempt.ShouldBe(1);
    }

    private async Task WasLostAsync(Guid submission)
    {
        var delivery = await faults.DeliveryAsync(submission);
        (delivery.Transport, delivery.Attempt).ShouldBe((TransportState.Done, 1));
        (await faults.Ledger.HistoryOfAsync(delivery.DeliveryId, Cancellation)).Select(entry => entry.Kind).ShouldContain(EventKinds.Lost);
    }

    private async Task<string> StateAsync(Guid submission) => (await faults.Sender.System.FindAsync(submission, Cancellation)).State;

    private Task<long> DepthAsync() => DepthAsync(Queue);

    private async Task<long> DepthAsync(string queue) =>
        (await faults.Nation.Broker.Api.FindQueueAsync(faults.Nation.Broker.Name, queue, Cancellation))!.Messages;
}
