using System.Net.Http.Json;
using Axis.Contracts.Wire;
using Axis.Hub;
using Axis.Hub.Ledger;
using Axis.Simulator.Clerks;
using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Faults;

/// <summary>A failure that is told to both parties; the hub dies when their adapters have the message, and its books do not say so.</summary>
[Collection(DeathCollection.Name)]
public sealed class AlertDeaths(FaultNation faults)
{
    public static TheoryData<int, string, string> Told => Deaths.Of(death => death.Point == HubCrashPoints.AlertsNotMarked);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerTheory, MemberData(nameof(Told))]
    public async Task What_was_told_and_not_marked_is_told_again_and_each_system_hears_it_once(int row, string program, string point)
    {
        row.ShouldBe(8);
        await faults.BeginAsync();
        await faults.RestAsync(faults.Receiver);
        ProcessAgency[] parties = [faults.Sender, faults.Receiver];
        var submission = await faults.SubmitAsync(faults.Letter(faults.Receiver));
        var held = await Eventually.FindAsync<InboxItem>(
            async () => (await faults.Receiver.System.ListInboxAsync(Cancellation)).SingleOrDefault(), TimeSpan.FromMinutes(3), cancellation: Cancellation);
        await FaultNation.ArmAsync(faults.Program(program), point);

        (await faults.Receiver.Connection.PostAsJsonAsync(
            $"v1/inbox/{held.DeliveryId}/acknowledge", new { result = "fail", reason = "Không mở được tệp" }, Cancellation)).EnsureSuccessStatusCode();
        await FaultNation.DeadAsync(faults.Program(program));

        // The sender has it from the message, for there is no hub to read it at; the books know of nobody.
        var alert = await FindAsync(faults.Sender);
        (await faults.Ledger.ToldOfAsync(alert.AlertId, Cancellation)).ShouldBeEmpty();

        // Started without a place to die: what it claims first, and how often, is all the same to it.
        await faults.Program(program).StartReadyAsync(Cancellation);
        await Eventually.Async(
            async () => (await faults.Ledger.ToldOfAsync(alert.AlertId, Cancellation)).Count == 2, TimeSpan.FromMinutes(3), cancellation: Cancellation);
        (await faults.Sender.Connection.PostAsync($"v1/packages/{submission}/resend", null, Cancellation)).EnsureSuccessStatusCode();
        faults.Work(faults.Receiver);

        // Messages keep their order in a queue: what comes after the double has seen it go by.
        await Eventually.Async(
            () => parties.All(party => CallsOf(party, alert).Any(call => call.Alert.Version == 2)), TimeSpan.FromMinutes(3), cancellation: Cancellation);
        parties.ShouldAllBe(party => CallsOf(party, alert).Count(call => call.Alert.Version == 1) == 1 && CallsOf(party, alert).Count == 2);
        await faults.SurviveAsync();
    }

    private Task<Alert> FindAsync(ProcessAgency party) => Eventually.FindAsync<Alert>(
        async () => (await party.System.ListAlertsAsync(Cancellation)).SingleOrDefault(alert =>
            alert.Kind == AlertKinds.DeliveryFailed && alert.ClosedAt is null && alert.Agency == faults.Sender.Addressee.Code && alert.Counterpart == faults.Receiver.Addressee.Code),
        TimeSpan.FromMinutes(3), party.Adapter.Process.Tail, Cancellation);

    private List<AgencyCall> CallsOf(ProcessAgency party, Alert alert) =>
        [.. faults.Server.Calls.Where(call => call.Agency == party.Addressee.Code && call.Alert.AlertId == alert.AlertId)];
}
