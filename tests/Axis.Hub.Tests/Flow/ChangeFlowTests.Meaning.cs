using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>The 13, and which of several requests, or the document itself, a status means.</summary>
public partial class ChangeFlowTests
{
    [Theory, MemberData(nameof(Databases))]
    public async Task A_13_that_is_agreed_to_takes_the_document_back(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);

        await host.SubmitOneAsync(TakeBack(target));
        var carrier = host.Queues.Deliveries("H37")[1];
        carrier.About.ShouldBe([target]);
        await host.AcknowledgeAsync(carrier, AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("15", carrier.DeliveryId));

        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.TakenBack);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_yes_to_the_document_means_the_recall_that_waits_and_not_the_13_that_was_refused(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);
        await host.SubmitOneAsync(TakeBack(target));
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("16", host.Queues.Deliveries("H37")[1].DeliveryId) with { Text = "Đã thi hành" });
        await host.SubmitOneAsync(Recall());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[2], AcknowledgeKind.Done);

        await host.SubmitOneAsync(Answer("15", target));
        await host.TurnAsync<SendMarks>();

        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Recalled);
        host.Queues.Marks("G22").ShouldHaveSingleItem().Mark.ShouldBe(MarkKind.Freeze);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_13_by_the_documents_id_means_the_document_and_not_its_recall(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);
        await host.SubmitOneAsync(Recall());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("16", host.Queues.Deliveries("H37")[1].DeliveryId) with { Text = "Đã thi hành" });

        await host.SubmitOneAsync(TakeBack(null));

        host.Queues.Deliveries("H37")[2].About.ShouldBe([target]);
    }

    [Theory]
    [InlineData("03", true), InlineData("02", true), InlineData("05", false)]
    public async Task A_step_by_the_documents_id_means_the_recall_only_as_its_answer(string code, bool answers)
    {
        await using var host = await FlowHost.StartAsync(TestDatabases.Sqlite);
        var target = await ArriveAsync(host);
        await host.SubmitOneAsync(Recall());
        var carrier = host.Queues.Deliveries("H37")[1].DeliveryId;
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);

        await host.SubmitOneAsync(Answer(code, target) with { Target = null, Text = "lý do" });

        ((await RequestAsync(host, target)).Status is ChangeStatus.Delivered).ShouldBe(!answers);
        (await host.DeliveryAsync(target)).Business.ShouldBe(answers ? null : code);
        (await host.DeliveryAsync(carrier)).Business.ShouldBeNull();
    }

    [Theory]
    [InlineData("03"), InlineData("02")]
    public async Task A_step_by_the_documents_id_means_the_document_once_its_recall_was_answered(string code)
    {
        await using var host = await FlowHost.StartAsync(TestDatabases.Sqlite);
        var target = await ArriveAsync(host);
        await host.SubmitOneAsync(Recall());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("16", host.Queues.Deliveries("H37")[1].DeliveryId) with { Text = "Đã thi hành" });

        await host.SubmitOneAsync(Answer(code, target) with { Target = null, Text = "lý do" });

        (await host.DeliveryAsync(target)).Business.ShouldBe(code);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_answer_to_a_13_that_has_lapsed_is_history(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);
        await host.SubmitOneAsync(TakeBack(target));
        var thirteen = host.Queues.Deliveries("H37")[1];
        await host.AcknowledgeAsync(thirteen, AcknowledgeKind.Done);
        await host.SubmitOneAsync(Recall());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[2], AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("15", host.Queues.Deliveries("H37")[2].DeliveryId));

        var late = await host.SubmitOneAsync(Answer("15", thirteen.DeliveryId) with { StatedAt = Document.StatedAt!.Value.AddHours(1) });

        late.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Recalled);
    }

    private static Draft TakeBack(Guid? target) => new() { Number = "300", Status = "13", Text = "Gửi nhầm", Target = target };
}
