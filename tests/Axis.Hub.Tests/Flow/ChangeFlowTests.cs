using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>Recalls and 13 through the whole flow (domain.md 2.3).</summary>
public partial class ChangeFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static readonly Draft Document = new() { Number = "300" };

    [Theory, MemberData(nameof(Databases))]
    public async Task A_recall_that_is_agreed_to_ends_the_document_and_marks_both_copies(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);

        await host.SubmitOneAsync(Recall());
        var carrier = host.Queues.Deliveries("H37")[1];
        carrier.About.ShouldBe([target]);
        await host.AcknowledgeAsync(carrier, AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("15", carrier.DeliveryId));
        await host.TurnAsync<SendMarks>();

        var row = await host.DeliveryAsync(target);
        row.VoidAs.ShouldBe(VoidCause.Recalled);
        var destroy = host.Queues.Marks("H37").ShouldHaveSingleItem();
        (destroy.Mark, destroy.DeliveryId, destroy.Command).ShouldBe((MarkKind.Destroy, target, ChangeCommand.Recall));
        host.Queues.Marks("G22").ShouldHaveSingleItem().Mark.ShouldBe(MarkKind.Freeze);
        (await RequestAsync(host, target)).Status.ShouldBe(ChangeStatus.Agreed);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_mark_is_sent_until_the_adapter_that_was_told_answers(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);
        await host.SubmitOneAsync(Recall());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("15", host.Queues.Deliveries("H37")[1].DeliveryId));
        await host.TurnAsync<SendMarks>();

        await host.AcknowledgeAsync("H14", FlowHost.SpoolOf("H14"), new AcknowledgeItem(target, 1, AcknowledgeKind.Destroyed, host.Time.GetUtcNow()));
        await WaitAsync(host);
        host.Queues.Marks("H37").Count.ShouldBe(2);
        await host.AcknowledgeAsync("H37", FlowHost.SpoolOf("H37"), new AcknowledgeItem(target, 1, AcknowledgeKind.Destroyed, host.Time.GetUtcNow()));
        await WaitAsync(host);

        host.Queues.Marks("H37").Count.ShouldBe(2);
        (await host.EventsAsync(target)).Count(entry => entry.Kind == EventKinds.MarkAnswered).ShouldBe(1);

        static async Task WaitAsync(FlowHost host)
        {
            host.Time.Advance(TimeSpan.FromHours(2));
            await host.BeatAsync("H37");
            await host.TurnAsync<SendMarks>();
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refused_recall_stays_to_be_seen_and_changes_nothing(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);
        await host.SubmitOneAsync(Recall());
        var carrier = host.Queues.Deliveries("H37")[1];
        await host.AcknowledgeAsync(carrier, AcknowledgeKind.Done);

        await host.SubmitOneAsync(Answer("16", carrier.DeliveryId) with { Text = "Đã thi hành" });

        (await host.DeliveryAsync(target)).VoidAs.ShouldBeNull();
        var request = await RequestAsync(host, target);
        (request.Status, request.Code, request.Answer).ShouldBe((ChangeStatus.Refused, "16", "Đã thi hành"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_acceptance_from_before_the_recall_arrived_does_not_agree_to_it(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);
        var before = host.Time.GetUtcNow();
        await host.SubmitOneAsync(Recall());
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);

        await host.SubmitOneAsync(Answer("03", target) with { SealedAt = before });
        var early = await host.DeliveryAsync(target);
        await host.SubmitOneAsync(Answer("03", target) with { StatedAt = Document.StatedAt!.Value.AddHours(1) });

        (early.VoidAs, early.Business).ShouldBe((null, "03"));
        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Recalled);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_recall_of_what_is_on_its_way_waits_for_the_adapter(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = (await host.SubmitOneAsync(Document)).Receivers[0].DeliveryId!.Value;
        await host.BeatAsync("H37");

        await host.SubmitOneAsync(Recall());
        await host.TurnAsync<SendCancels>();
        host.Queues.Deliveries("H37").Count.ShouldBe(1);
        host.Queues.Cancels("H37").ShouldHaveSingleItem().DeliveryId.ShouldBe(target);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Cancelled);

        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Recalled);
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_recall_goes_out_once_the_adapter_has_handed_the_document_over(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        await host.BeatAsync("H37");
        await host.SubmitOneAsync(Recall());
        await host.TurnAsync<SendCancels>();

        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Taken);
        await host.TurnAsync<DispatchBacklog>();

        host.Queues.Deliveries("H37").Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_another_spool_gives_back_keeps_the_recall_waiting_for_the_operator(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.BeatAsync("H37");
        var target = (await host.SubmitOneAsync(Document)).Receivers[0].DeliveryId!.Value;
        await host.SubmitOneAsync(Recall());
        await host.TurnAsync<SendCancels>();

        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Cancelled, Guid.CreateVersion7());
        await host.TurnAsync<DispatchBacklog>();

        (await host.DeliveryAsync(target)).VoidAs.ShouldBeNull();
        host.Queues.Deliveries("H37").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Each_receiver_of_a_recall_goes_its_own_way(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var document = Document with { To = ["H37", "H37.02"] };
        var lines = (await host.SubmitOneAsync(document)).Receivers;
        var held = host.Queues.Deliveries("H37");
        await host.AcknowledgeAsync(held.Single(sent => sent.DeliveryId == lines[0].DeliveryId), AcknowledgeKind.Done);
        await host.AcknowledgeAsync(held.Single(sent => sent.DeliveryId == lines[1].DeliveryId), AcknowledgeKind.Done);
        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37.02", To = ["G22"], Number = "300", Status = "02", Target = lines[1].DeliveryId });

        var recall = await host.SubmitOneAsync(Recall() with { To = ["H37", "H37.02"] });

        recall.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        recall.Receivers.Select(line => line.Outcome).ShouldBe([ReceiverOutcome.Delivery, ReceiverOutcome.Refused]);
        recall.Receivers[1].Finding!.Code.ShouldBe("AXS-1064");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_recall_again_is_refused_while_the_first_is_open(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await ArriveAsync(host);
        await host.SubmitOneAsync(Recall());

        var again = await host.SubmitOneAsync(Recall());

        again.Outcome.ShouldBe(ReceiptOutcome.Refused);
        again.Receivers.ShouldHaveSingleItem().Finding!.Code.ShouldBe("AXS-1065");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_request_that_nobody_answers_is_overdue_once_and_a_later_answer_counts(string database)
    {
        await using var host = await FlowHost.StartAsync(database, dueTimes: new AnswerInAnHour());
        var target = await ArriveAsync(host);
        await host.SubmitOneAsync(Recall());
        var carrier = host.Queues.Deliveries("H37")[1];
        await host.AcknowledgeAsync(carrier, AcknowledgeKind.Done);

        await host.TurnAsync<MarkOverdue>();
        var inTime = (await RequestAsync(host, target)).Status;
        host.Time.Advance(TimeSpan.FromMinutes(61));
        await host.TurnAsync<MarkOverdue>();
        await host.TurnAsync<MarkOverdue>();
        var late = (await RequestAsync(host, target)).Status;
        await host.SubmitOneAsync(Answer("15", carrier.DeliveryId));

        (inTime, late).ShouldBe((ChangeStatus.Delivered, ChangeStatus.Overdue));
        (await host.EventsAsync(target)).Count(entry => entry.Kind == EventKinds.ChangeOverdue).ShouldBe(1);
        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Recalled);
    }

    private static Draft Recall() => Document with { SubmissionId = Guid.CreateVersion7(), Type = BusinessDocType.Recall };

    private static Draft Answer(string code, Guid named) =>
        new() { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "300", Status = code, Target = named };

    /// <summary>The document at its receiver.</summary>
    private static async Task<Guid> ArriveAsync(FlowHost host)
    {
        await host.SubmitOneAsync(Document);
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        return sent.DeliveryId;
    }

    /// <summary>The only request about a delivery, as its sender was told last.</summary>
    private static async Task<ChangeState> RequestAsync(FlowHost host, Guid target)
    {
        await host.TurnAsync<SendStates>();
        return host.Queues.States("G22").Last(state => state.DeliveryId == target).Requests.ShouldHaveSingleItem();
    }

    private sealed class AnswerInAnHour : IDueTimes
    {
        public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start) => (null, null);

        public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived) => (null, null);

        public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) => arrived.AddHours(1);
    }
}
