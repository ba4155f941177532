using System.Globalization;
using Axis.Contracts.Wire;
using Axis.Hub;
using Axis.Hub.Ledger;
using Axis.Simulator.Clerks;
using Axis.TestKit;

namespace Axis.Journeys.Faults;

/// <summary>A hub that dies when it has told both parties of an alert and has not noted it.</summary>
[Collection(DeathCollection.Name)]
public sealed class AlertDeaths(FaultNation faults)
{
    public static TheoryData<int, string, string> Told => Deaths.Of(death => death.Point == HubCrashPoints.AlertsNotMarked);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerTheory, MemberData(nameof(Told))]
    public async Task Both_adapters_are_told_again_and_nobody_tells_it_twice(int row, string program, string point)
    {
        row.ShouldBe(8);
        await faults.BeginAsync();
        await faults.RestAsync(faults.Receiver);
        var submission = await faults.SubmitAsync(faults.Letter(faults.Receiver));
        var held = await Eventually.FindAsync<InboxItem>(
            async () => (await faults.Receiver.System.ListInboxAsync(Cancellation)).SingleOrDefault(), TimeSpan.FromMinutes(3), cancellation: Cancellation);
        var hub = faults.Program(program);
        hub.Kill();
        await faults.Receiver.System.FailAsync(held.DeliveryId, "Không mở được tệp", Cancellation);

        // It may meet another alert first and die over that.
        Alert? alert = null;
        var deaths = 0;
        for (; alert is null; deaths++)
        {
            hub.Start(point);
            await FaultNation.DeadAsync(hub);
            alert = await ToldAsync();
        }

        var before = await RepeatsAsync();
        await hub.StartReadyAsync(Cancellation);
        await Eventually.Async(async () => await RepeatsAsync() > before, TimeSpan.FromMinutes(3), () => "the message comes again", Cancellation);
        await faults.Sender.System.ResendAsync(submission, Cancellation);
        faults.Work(faults.Receiver);
        await Eventually.Async(
            () => faults.Server.Calls.Count(call => call.Alert.AlertId == alert.AlertId && call.Alert.ClosedAt is not null) == 2, TimeSpan.FromMinutes(3),
            cancellation: Cancellation);

        await faults.SurviveAsync(deaths);
        foreach (var party in new[] { faults.Sender, faults.Receiver })
        {
            faults.Server.Calls.Where(call => call.Agency == party.Addressee.Code && call.Alert.AlertId == alert.AlertId)
                .Select(call => (call.Alert.CaseNumber, call.Alert.Version, call.Alert.ClosedAt is null)).ShouldBe([(alert.CaseNumber, 1, true), (alert.CaseNumber, 2, false)]);
        }
    }

    /// <summary>The alert as the sender's adapter has it by now; what was on its way when the hub died is not awaited for long.</summary>
    private async Task<Alert?> ToldAsync()
    {
        try
        {
            return await Eventually.FindAsync<Alert>(
                async () => (await faults.Sender.System.ListAlertsAsync(Cancellation)).SingleOrDefault(one => one is { Kind: AlertKinds.DeliveryFailed, ClosedAt: null }),
                TimeSpan.FromSeconds(5), cancellation: Cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Messages of alerts that the sender's adapter has taken and that told it nothing new.</summary>
    private async Task<long> RepeatsAsync()
    {
        var page = await faults.Sender.Connection.GetStringAsync("metrics", Cancellation);
        return Sum(page, "axis_adapter_messages_total{", "kind=\"alerts\"") - Sum(page, "axis_adapter_alerts_received_total", "");
    }

    private static long Sum(string page, string name, string label) => page.Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
        .Sum(line => (long)double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
}
