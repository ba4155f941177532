using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>Requests about sent deliveries through the whole flow (domain.md 2.3).</summary>
public class ChangeFlowTests
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
        await host.TurnAsync<SendStates>();
        host.Queues.States("G22").Last(state => state.DeliveryId == target).Requests.ShouldHaveSingleItem().Status.ShouldBe(ChangeStatus.Agreed);
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
        await host.TurnAsync<SendStates>();
        var request = host.Queues.States("G22").Last(state => state.DeliveryId == target).Requests.ShouldHaveSingleItem();
        (request.Status, request.Code, request.Answer).ShouldBe((ChangeStatus.Refused, "16", "Đã thi hành"));
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
    public async Task A_13_that_is_agreed_to_takes_the_document_back(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);

        await host.SubmitOneAsync(new Draft { Number = "300", Status = "13", Text = "Gửi nhầm", Target = target });
        var carrier = host.Queues.Deliveries("H37")[1];
        await host.AcknowledgeAsync(carrier, AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("15", carrier.DeliveryId));

        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.TakenBack);
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

    private static Draft Recall() => Document with { SubmissionId = Guid.CreateVersion7(), Type = BusinessDocType.Recall };

    private static Draft Answer(string code, Guid carrier) =>
        new() { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "300", Status = code, Target = carrier };

    /// <summary>The document at its receiver.</summary>
    private static async Task<Guid> ArriveAsync(FlowHost host)
    {
        await host.SubmitOneAsync(Document);
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        return sent.DeliveryId;
    }
}
