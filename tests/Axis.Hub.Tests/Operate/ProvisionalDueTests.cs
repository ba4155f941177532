using Axis.Contracts.Calendar;
using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Trace;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Flow;

namespace Axis.Hub.Tests.Operate;

/// <summary>It is New Year's Eve of 2026, 16:35 in Vietnam; the days of 2027 are known in part only.</summary>
public sealed class ProvisionalDueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_due_time_beyond_what_is_known_is_told_as_provisional_until_it_is_known_or_met()
    {
        await using var host = await StartAsync();
        await host.SubmitOneAsync(new Draft { DueDate = new(2027, 4, 30) });
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        (await ViewAsync(host, sent.DeliveryId)).Provisional.ShouldBe(["arrive"]);

        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        (await ViewAsync(host, sent.DeliveryId)).Provisional.ShouldBe(["answer", "process"]);

        var known = new DayOrder(new(2027, 1, 1), "holiday,Tết Dương lịch,New Year's Day,verified,notice");
        (await host.Get<CalendarDesk>().AmendAsync([known], "operator:an", "decided", Cancellation)).ShouldBeOfType<CalendarDesk.Outcome.Done>();
        await host.TurnAsync<MoveDueTimes>();
        (await ViewAsync(host, sent.DeliveryId)).Provisional.ShouldBe(["process"]);
        (await host.EventsAsync(sent.DeliveryId)).ShouldNotContain(item => item.Kind == EventKinds.DueMoved);

        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Status = "06", Target = sent.DeliveryId });
        (await ViewAsync(host, sent.DeliveryId)).ShouldSatisfyAllConditions(view => view.Provisional.ShouldBeEmpty(), view => view.ProcessDue.ShouldNotBeNull());
    }

    [Fact]
    public async Task The_answer_to_a_request_is_told_as_provisional_while_it_is_awaited()
    {
        await using var host = await StartAsync();
        await host.SubmitOneAsync(new Draft());
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        await host.SubmitOneAsync(new Draft { Type = BusinessDocType.Recall });
        (await ViewAsync(host, sent.DeliveryId)).Requests.ShouldHaveSingleItem().Provisional.ShouldBeFalse();

        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);

        (await ViewAsync(host, sent.DeliveryId)).Requests.ShouldHaveSingleItem().Provisional.ShouldBeTrue();
    }

    private static async Task<FlowHost> StartAsync()
    {
        var host = await FlowHost.StartAsync();
        host.Time.SetUtcNow(VietnamTime.At(new(2026, 12, 31), new(16, 35)));
        return host;
    }

    private static async Task<DeliveryView> ViewAsync(FlowHost host, Guid delivery) =>
        (await new TraceStore(host.Get<IDatabase>(), host.Ledger, host.Nation, host.Get<CalendarInForce>(), host.Time).FindDeliveryAsync(delivery, Cancellation)).ShouldNotBeNull();
}
