using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Journeys.Packages;
using Axis.TestKit;

namespace Axis.Journeys.Alerts;

/// <summary>How both parties of a failure are told of it, from their adapters to their own systems; the same journeys however the nation runs.</summary>
public abstract class AlertJourneys(AlertHome home)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_is_told_to_both_under_one_case_number_when_it_opens_and_when_the_document_has_arrived_after_all()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[2]);
        sender.Adapter.ShouldNotBe(receiver.Adapter);
        var sent = await sender.System.SubmitAsync(await sender.WriteAsync([receiver]), "fails-once", Cancellation);
        var delivery = (await sender.AnsweredAsync(sent.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        await receiver.ArrivedAsync(delivery);

        await receiver.System.FailAsync(delivery, "Không mở được tệp", Cancellation);

        var opened = await ToldAsync(sender, sender, receiver, alert => alert is { ClosedAt: null });
        (await ToldAsync(receiver, sender, receiver, alert => alert is { ClosedAt: null })).CaseNumber.ShouldBe(opened.CaseNumber);
        opened.CaseNumber.ShouldNotBeNull();
        (opened.Agency, opened.Counterpart, opened.Version).ShouldBe((sender.Code, receiver.Code, 1));
        await PostedAsync(opened, [sender, receiver], 1);

        await sender.System.ResendAsync(sent.SubmissionId, Cancellation);
        await receiver.ArrivedAsync(delivery);
        await receiver.TakeInAsync(delivery);
        await sender.SeenAsync(sent.SubmissionId, line => line is { Transport: "DONE" });

        foreach (var party in (JourneyAgency[])[sender, receiver])
        {
            (await ToldAsync(party, sender, receiver, alert => alert is { ClosedAt: not null })).CaseNumber.ShouldBe(opened.CaseNumber);
        }

        await PostedAsync(opened, [sender, receiver], 2);
        foreach (var party in (JourneyAgency[])[sender, receiver])
        {
            CallsOf(party, opened).Select(call => (call.Alert.Version, call.Alert.ClosedAt is null)).ShouldBe([(1, true), (2, false)]);
        }

        home.Server.Forged.ShouldBe(0);
        home.Server.Calls.Where(call => call.Alert.Agency is not null && call.Agency != call.Alert.Agency && call.Agency != call.Alert.Counterpart).ShouldBeEmpty("nobody else is told");
    }

    [Fact]
    public async Task An_adapter_that_was_off_tells_its_agency_of_what_is_open_when_it_is_back_and_answers_while_the_hub_is_away()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[4]);
        var sent = await sender.System.SubmitAsync(await sender.WriteAsync([receiver]), "told-late", Cancellation);
        var delivery = (await sender.AnsweredAsync(sent.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        await receiver.ArrivedAsync(delivery);
        await nation.StopAdapterAsync(sender.Adapter, Cancellation);
        await receiver.System.FailAsync(delivery, "Không mở được tệp", Cancellation);
        var told = await ToldAsync(receiver, sender, receiver, alert => alert is { ClosedAt: null });
        await PostedAsync(told, [receiver], 1);
        CallsOf(sender, told).ShouldBeEmpty();

        await nation.StartAdapterAsync(sender.Adapter, Cancellation);
        await PostedAsync(told, [sender], 1);
        await nation.StopHubAsync(Cancellation);

        (await sender.System.ListAlertsAsync(Cancellation)).ShouldContain(alert => alert.CaseNumber == told.CaseNumber);
        await nation.StartHubAsync(Cancellation);
        await sender.System.CloseAsync(sent.SubmissionId, "Đã gửi bản giấy", Cancellation);
        await PostedAsync(told, [sender, receiver], 2);
    }

    private static async Task<Alert> ToldAsync(JourneyAgency party, JourneyAgency sender, JourneyAgency receiver, Func<Alert, bool> fits)
    {
        bool IsIt(Alert alert) => alert.Kind == AlertKinds.DeliveryFailed && alert.Agency == sender.Code && alert.Counterpart == receiver.Code && fits(alert);
        return (await JourneySteps.UntilAsync(
            () => party.System.ListAlertsAsync(Cancellation), alerts => alerts.Any(IsIt), $"{party.Code} is told of {sender.Code} and {receiver.Code}")).First(IsIt);
    }

    private IReadOnlyList<AgencyCall> CallsOf(JourneyAgency party, Alert alert) =>
        [.. home.Server.Calls.Where(call => call.Agency == party.Code && call.Alert.AlertId == alert.AlertId)];

    private async Task PostedAsync(Alert alert, IEnumerable<JourneyAgency> parties, int count)
    {
        foreach (var party in parties)
        {
            await Eventually.Async(
                () => CallsOf(party, alert).Count >= count, TimeSpan.FromMinutes(2), () => $"{party.Code} is posted {count} of {alert.CaseNumber}", Cancellation);
            CallsOf(party, alert).Count.ShouldBe(count);
        }
    }
}
