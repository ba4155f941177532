using System.Net.Http.Json;
using Axis.Hub.Ledger;
using Axis.Simulator.Clerks;
using Axis.TestKit;

namespace Axis.Journeys.Faults;

/// <summary>A delivery that the hub has given up (protocol.md 5 and 10, rows 17 and 18).</summary>
[Collection(DeathCollection.Name)]
public sealed class GiveUpDeaths(FaultNation faults)
{
    public static TheoryData<int, string, string> GivenUp => Deaths.Of(death => death.Row == 17);

    public static TheoryData<int, string, string> Resent => Deaths.Of(death => death.Row == 18);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [OwnBrokerTheory, MemberData(nameof(GivenUp))]
    public async Task A_copy_that_got_through_after_the_hub_gave_up_is_believed(int row, string program, string point)
    {
        row.ShouldBe(17);
        await faults.BeginAsync();
        var receiver = faults.Receiver.Adapter;

        // The hub will be away when the copy arrives, so the sender's certificate has to be known there before.
        await faults.DeliveryAsync(await faults.SubmitAsync(faults.Letter(faults.Receiver)), delivery => delivery.Transport == TransportState.Done);
        receiver.Process.Kill();
        await FaultNation.ArmAsync(faults.Program(program), point);
        var submission = await faults.SubmitAsync(faults.Letter(faults.Receiver));

        var id = Guid.Empty;

        // Every attempt ends at the dead letters, until the hub gives up and asks the copy back; it dies when it has.
        await using (var thief = await QueueThief.StartAsync(faults.Nation.Broker, receiver.Plan.Code, Cancellation))
        {
            await FaultNation.DeadAsync(faults.Program(program));
            var given = await faults.DeliveryAsync(submission);
            id = given.DeliveryId;
            (given.Transport, given.FailedBy.ToString()).ShouldBe((TransportState.Fail, "Hub"));
            await thief.PutBackAsync(Cancellation);
        }

        await receiver.Process.StartReadyAsync(Cancellation);
        await Eventually.Async(
            () => faults.Receiver.Book.ReceivedEntries.Any(entry => entry.DeliveryId == id), TimeSpan.FromMinutes(3), cancellation: Cancellation);
        await faults.Nation.Hub.StartReadyAsync(Cancellation);

        var delivery = await faults.DeliveryAsync(submission, late => late.Transport == TransportState.Done);
        var kinds = (await faults.Ledger.HistoryOfAsync(delivery.DeliveryId, Cancellation)).Select(entry => entry.Kind).ToList();
        kinds.ShouldContain(EventKinds.Failed);
        kinds.ShouldContain(EventKinds.LateArrival);
        await faults.SurviveAsync();
        (await faults.Ledger.HistoryOfAsync(delivery.DeliveryId, Cancellation)).ShouldContain(entry => entry.Kind == EventKinds.CancelAnswered && entry.Detail == "TAKEN");
    }

    [BrokerTheory, MemberData(nameof(Resent))]
    public async Task A_resend_of_what_its_agency_failed_is_taken_in_under_the_higher_attempt(int row, string program, string point)
    {
        row.ShouldBe(18);
        await faults.BeginAsync();
        await faults.RestAsync(faults.Receiver);
        var submission = await faults.SubmitAsync(faults.Letter(faults.Receiver));
        var refused = await Eventually.FindAsync<InboxItem>(
            async () => (await faults.Receiver.System.ListInboxAsync(Cancellation)).SingleOrDefault(), TimeSpan.FromMinutes(3), cancellation: Cancellation);
        (await faults.Receiver.Connection.PostAsJsonAsync(
            $"v1/inbox/{refused.DeliveryId}/acknowledge", new { result = "fail", reason = "Không mở được tệp" }, Cancellation)).EnsureSuccessStatusCode();
        await faults.DeliveryAsync(submission, delivery => delivery.Transport == TransportState.Fail);
        await FaultNation.ArmAsync(faults.Program(program), point);

        (await faults.Sender.Connection.PostAsync($"v1/packages/{submission}/resend", null, Cancellation)).EnsureSuccessStatusCode();
        await FaultNation.ReviveAsync(faults.Program(program));
        faults.Work(faults.Receiver);

        await faults.SurviveAsync();
        var delivery = await faults.DeliveryAsync(submission);
        (delivery.DeliveryId, delivery.Transport, delivery.Attempt).ShouldBe((refused.DeliveryId, TransportState.Done, 2));
        (await faults.Ledger.HistoryOfAsync(delivery.DeliveryId, Cancellation)).Select(entry => entry.Kind).ShouldContain(EventKinds.Resent);
    }
}
