using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Ledger;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>Statuses through the whole flow (protocol.md 3).</summary>
public class StatusFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static readonly Draft Document = new() { Number = "200", Priority = 2 };
    private static readonly DateTimeOffset Later = Document.StatedAt!.Value.AddMinutes(5);

    [Theory, MemberData(nameof(Databases))]
    public async Task A_status_travels_back_as_a_delivery_of_its_own(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);

        var receipt = await host.SubmitOneAsync(Status("03", target));

        receipt.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        var sent = host.Queues.Deliveries("G22").ShouldHaveSingleItem();
        sent.Kind.ShouldBe("status");
        sent.Receiver.ShouldBe("G22");
        sent.Priority.ShouldBe(2);
        (await host.DeliveryAsync(sent.DeliveryId)).TargetDeliveryId.ShouldBe(target);
        (await host.DeliveryAsync(target)).Business.ShouldBe("03");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_status_proves_arrival_at_the_time_its_manifest_claims(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.BeatAsync("H37");
        var target = await SendAsync(host);
        host.Time.Advance(TimeSpan.FromMinutes(10));
        var done = host.Time.GetUtcNow().AddMinutes(-4);

        await host.SubmitOneAsync(Status("01", target) with { DoneAt = done });

        var row = await host.DeliveryAsync(target);
        row.Transport.ShouldBe(TransportState.Done);
        row.ArrivedAt.ShouldBe(done);
        row.Business.ShouldBe("01");
        (await host.EventsAsync(target)).Select(entry => entry.Kind).ShouldBe([EventKinds.Accepted, EventKinds.Done, EventKinds.Status]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_failure_reported_after_a_status_is_history(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        await host.SubmitOneAsync(Status("03", target));

        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Fail, cause: FailCause.Agency);

        (await host.DeliveryAsync(target)).Transport.ShouldBe(TransportState.Done);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_status_without_a_named_delivery_finds_its_document(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);

        (await host.SubmitOneAsync(Status("03", null))).Outcome.ShouldBe(ReceiptOutcome.Accepted);

        (await host.DeliveryAsync(target)).Business.ShouldBe("03");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_status_of_nothing_known_is_refused(string database)
    {
        await using var host = await FlowHost.StartAsync(database);

        var receipt = await host.SubmitOneAsync(Status("03", null));

        receipt.Outcome.ShouldBe(ReceiptOutcome.Refused);
        Refusal(receipt).Code.ShouldBe("AXS-1011");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_first_01_goes_on_and_later_ones_are_history(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        await host.SubmitOneAsync(Status("01", target));

        var later = await host.SubmitOneAsync(Status("01", target) with { Text = "lần nữa", StatedAt = Later });

        later.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        later.Receivers[0].Outcome.ShouldBe(ReceiverOutcome.AlreadySent);
        host.Queues.Deliveries("G22").Count.ShouldBe(1);
        (await host.EventsAsync(target))[^1].Kind.ShouldBe(EventKinds.StatusNoted);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_first_01_after_03_goes_on_and_moves_nothing_back(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        await host.SubmitOneAsync(Status("03", target));

        await host.SubmitOneAsync(Status("01", target));
        await host.SubmitOneAsync(Status("01", target) with { StatedAt = Later });

        host.Queues.Deliveries("G22").Count.ShouldBe(2);
        (await host.DeliveryAsync(target)).Business.ShouldBe("03");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_repeat_with_the_same_text_is_history_and_with_another_goes_on(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        await host.SubmitOneAsync(Status("05", target) with { Text = "đang xem" });

        await host.SubmitOneAsync(Status("05", target) with { Text = "đang xem", StatedAt = Later });
        host.Queues.Deliveries("G22").Count.ShouldBe(1);
        await host.SubmitOneAsync(Status("05", target) with { Text = "đang trình", StatedAt = Later.AddMinutes(1) });
        host.Queues.Deliveries("G22").Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_arrivals_in_one_batch_go_on_once(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);

        await host.SubmitAsync(Status("01", target), Status("01", target) with { StatedAt = Later });

        host.Queues.Deliveries("G22").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refusal_after_acceptance_is_refused_so_that_its_clerk_knows(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        await host.SubmitOneAsync(Status("03", target));

        var receipt = await host.SubmitOneAsync(Status("02", target));

        receipt.Outcome.ShouldBe(ReceiptOutcome.Refused);
        Refusal(receipt).Code.ShouldBe("AXS-1012");
        (await host.DeliveryAsync(target)).Business.ShouldBe("03");
        host.Queues.Deliveries("G22").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_take_back_goes_to_the_receiver_and_leaves_the_delivery_as_it_is(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Done);

        var receipt = await host.SubmitOneAsync(
            Document with { SubmissionId = Guid.CreateVersion7(), Status = "13", Text = "sai nơi gửi", To = ["H37"], Target = target });

        receipt.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        host.Queues.Deliveries("H37")[^1].Kind.ShouldBe("status");
        var row = await host.DeliveryAsync(target);
        row.Transport.ShouldBe(TransportState.Done);
        row.Business.ShouldBeNull();
    }

    [Theory]
    [InlineData("15"), InlineData("16")]
    public async Task An_answer_to_a_request_goes_to_the_sender_and_leaves_the_business_state(string code)
    {
        await using var host = await FlowHost.StartAsync();
        var target = await SendAsync(host);

        (await host.SubmitOneAsync(Status(code, target) with { Text = "đồng ý" })).Outcome.ShouldBe(ReceiptOutcome.Accepted);

        host.Queues.Deliveries("G22").ShouldHaveSingleItem();
        (await host.DeliveryAsync(target)).Business.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_status_of_a_void_delivery_is_told_what_became_of_it(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        await host.Ledger.WriteAsync("void", async (transaction, token) =>
        {
            var row = (await transaction.FindDeliveriesAsync([target], token))[0];
            var decision = DeliveryMachine.Decide(
                row, new DeliveryInput.Voided(VoidCause.TakenBack, "đã lấy lại", "agency:G22"), new(host.Time.GetUtcNow(), null, [], new NoDueTimes()));
            await transaction.SaveDeliveriesAsync([new(decision.Row, row.Version)], token);
            await transaction.AppendEventsAsync(decision.Events, token);
            return true;
        }, TestContext.Current.CancellationToken);

        var receipt = await host.SubmitOneAsync(Status("03", target));

        receipt.Outcome.ShouldBe(ReceiptOutcome.Refused);
        Refusal(receipt).English.ShouldContain("đã lấy lại");
        (await host.EventsAsync(target))[^1].Kind.ShouldBe(EventKinds.StatusNoted);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_agency_served_by_its_parents_adapter_answers_for_itself(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var receipt = await host.SubmitOneAsync(Document with { SubmissionId = Guid.CreateVersion7(), To = ["H37.02", "H37"] });
        var mine = receipt.Receivers.Single(line => line.Code == "H37.02").DeliveryId!.Value;

        await host.SubmitOneAsync(Status("03", mine) with { Sender = "H37.02" });
        var foreign = await host.SubmitOneAsync(Status("03", mine));

        (await host.DeliveryAsync(mine)).Business.ShouldBe("03");
        foreign.Outcome.ShouldBe(ReceiptOutcome.Refused);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_sender_is_told_the_new_states(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        await host.SubmitOneAsync(Status("03", target));

        await host.TurnAsync<SendStates>();

        var state = host.Queues.States("G22").ShouldHaveSingleItem();
        state.DeliveryId.ShouldBe(target);
        state.Transport.ShouldBe("DONE");
        state.Business.ShouldBe("03");
        state.SubmissionId.ShouldBe(Document.SubmissionId);
    }

    private static Finding Refusal(Receipt receipt) => receipt.Findings.Single(finding => finding.Severity == Severity.Refusal);

    private static Draft Status(string code, Guid? target) => new()
    {
        Adapter = "H37", Sender = "H37", To = ["G22"], Status = code, Number = Document.Number, Target = target,
    };

    private static async Task<Guid> SendAsync(FlowHost host) => (await host.SubmitOneAsync(Document)).Receivers[0].DeliveryId!.Value;
}
