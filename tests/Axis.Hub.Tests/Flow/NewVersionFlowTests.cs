using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>Updates and replacements through the whole flow, and what contradicts them (domain.md 2.3).</summary>
public partial class NewVersionFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static readonly Draft Document = new() { Number = "400" };

    [Theory, MemberData(nameof(Databases))]
    public async Task An_update_that_is_agreed_to_stands_for_the_older_version(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);

        await host.SubmitOneAsync(Update());
        var carrier = host.Queues.Deliveries("H37")[1];
        carrier.About.ShouldBe([target]);
        await host.AcknowledgeAsync(carrier, AcknowledgeKind.Done);
        (await host.DeliveryAsync(target)).VoidAs.ShouldBeNull();
        await host.SubmitOneAsync(Answer("15", carrier.DeliveryId));

        var row = await host.DeliveryAsync(target);
        (row.VoidAs, row.Cause!.Contains(carrier.DeliveryId.ToString(), StringComparison.Ordinal)).ShouldBe((VoidCause.Superseded, true));
        (await host.DeliveryAsync(carrier.DeliveryId)).VoidAs.ShouldBeNull();
        await host.TurnAsync<SendStates>();
        host.Queues.States("G22").Last(state => state.DeliveryId == target).Requests.ShouldHaveSingleItem().CarrierId.ShouldBe(carrier.DeliveryId);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_update_waits_until_its_document_has_reached_the_adapter(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);

        await host.SubmitOneAsync(Update());
        await host.TurnAsync<DispatchBacklog>();
        var before = host.Queues.Deliveries("H37").Count;
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Processing);
        await host.TurnAsync<DispatchBacklog>();

        (before, host.Queues.Deliveries("H37").Count).ShouldBe((1, 2));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_replacement_stands_for_its_document_as_soon_as_it_arrives(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);

        await host.SubmitOneAsync(Replacement());
        var carrier = host.Queues.Deliveries("H37")[1];
        (await host.DeliveryAsync(target)).VoidAs.ShouldBeNull();
        await host.AcknowledgeAsync(carrier, AcknowledgeKind.Done);

        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Superseded);
    }

    /// <summary>Whatever the hub hears first: the document that it stands for was superseded as it arrived.</summary>
    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_02_to_a_replacement_returns_that_document(bool isAcknowledged)
    {
        await using var host = await FlowHost.StartAsync(TestDatabases.Sqlite);
        var target = await ArriveAsync(host);
        await host.SubmitOneAsync(Replacement());
        var carrier = host.Queues.Deliveries("H37")[1];
        if (isAcknowledged)
        {
            await host.AcknowledgeAsync(carrier, AcknowledgeKind.Done);
        }

        await host.SubmitOneAsync(Answer("02", carrier.DeliveryId) with { Text = "Sai thể thức" });

        (await host.DeliveryAsync(carrier.DeliveryId)).Business.ShouldBe("02");
        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Superseded);
    }

    /// <summary>protocol.md 3 would take it along; it is a document that nobody has withdrawn.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_replacement_goes_out_though_its_document_is_recalled_while_it_waits(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var (target, carrier) = await WaitBehindAsync(host, Replacement());

        await RecallBackAsync(host);

        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Recalled);
        (await host.DeliveryAsync(carrier)).VoidAs.ShouldBeNull();
        host.Queues.Deliveries("H37").Select(sent => sent.DeliveryId).ShouldBe([target, carrier]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_update_that_waits_goes_with_the_document_that_is_recalled(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var (target, carrier) = await WaitBehindAsync(host, Update());

        await RecallBackAsync(host);

        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Recalled);
        (await host.DeliveryAsync(carrier)).VoidAs.ShouldNotBeNull();
        host.Queues.Deliveries("H37").Select(sent => sent.DeliveryId).ShouldBe([target]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_being_recalled_is_not_updated(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await ArriveAsync(host);
        await host.SubmitOneAsync(Recall());

        var update = await host.SubmitOneAsync(Update());

        (update.Outcome, update.Receivers.ShouldHaveSingleItem().Finding!.Code).ShouldBe((ReceiptOutcome.Refused, "AXS-1066"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_replacement_stands_for_its_document_under_whatever_code_of_the_receiver(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host, "H37.02");

        await host.SubmitOneAsync(Replacement() with { To = ["H37.02"], ReplacesFor = ["000.00.02.H37"] });
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);

        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Superseded);
    }

    /// <summary>Neither a no nor a failure of one update leaves the document behind when the next one is agreed to.</summary>
    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task An_update_is_of_all_versions_that_stand(bool hasFailed)
    {
        await using var host = await FlowHost.StartAsync(TestDatabases.Sqlite);
        var target = await ArriveAsync(host);
        await host.SubmitOneAsync(Update());
        var first = host.Queues.Deliveries("H37")[1];
        if (hasFailed)
        {
            await host.AcknowledgeAsync("H37", FlowHost.SpoolOf("H37"), new AcknowledgeItem(
                first.DeliveryId, 1, AcknowledgeKind.Fail, host.Time.GetUtcNow(), Cause: FailCause.Agency, Reason: "Tệp hỏng"));
        }
        else
        {
            await host.AcknowledgeAsync(first, AcknowledgeKind.Done);
            await host.SubmitOneAsync(Answer("16", first.DeliveryId) with { Text = "Đã thi hành" });
        }

        await host.SubmitOneAsync(Update() with { Subject = "V/v kiểm thử, bản sửa lần hai" });
        var second = host.Queues.Deliveries("H37")[2];
        await host.AcknowledgeAsync(second, AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("15", second.DeliveryId));

        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Superseded);
        (await host.DeliveryAsync(second.DeliveryId)).VoidAs.ShouldBeNull();
    }

    /// <summary>The receiver has the superseded copies still, and the law leaves it none.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_recall_that_is_agreed_to_reaches_the_versions_that_were_superseded(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var versions = new List<Guid> { await ArriveAsync(host) };
        foreach (var subject in new[] { "bản sửa", "bản sửa lần hai" })
        {
            await host.SubmitOneAsync(Update() with { Subject = subject });
            var update = host.Queues.Deliveries("H37")[^1];
            await host.AcknowledgeAsync(update, AcknowledgeKind.Done);
            await host.SubmitOneAsync(Answer("15", update.DeliveryId));
            versions.Add(update.DeliveryId);
        }

        await host.SubmitOneAsync(Recall());
        var recall = host.Queues.Deliveries("H37")[^1];
        recall.About.ShouldBe([versions[^1]]);
        await host.AcknowledgeAsync(recall, AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("15", recall.DeliveryId));
        await host.TurnAsync<SendMarks>();

        host.Queues.Marks("H37").Select(mark => (mark.Mark, mark.DeliveryId)).ShouldBe(versions.Select(version => (MarkKind.Destroy, version)), ignoreOrder: true);
        host.Queues.Marks("G22").Select(mark => (mark.Mark, mark.DeliveryId)).ShouldBe(versions.Select(version => (MarkKind.Freeze, version)), ignoreOrder: true);
    }

    /// <summary>Nobody keeps a version of a document that is recalled.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_recall_reaches_the_update_that_another_hub_takes_beside_it(string database)
    {
        await using var one = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(one);
        var update = Guid.Empty;
        await using var other = await one.StartBesideAsync(between: async () => update = (await one.SubmitOneAsync(Update())).Receivers[0].DeliveryId!.Value);

        var recall = (await other.SubmitOneAsync(Recall())).Receivers.ShouldHaveSingleItem().DeliveryId!.Value;

        var asked = await one.Ledger.ReadAsync("test", (reader, token) => reader.FindChangesAsync([recall], token), TestContext.Current.CancellationToken);
        asked.Select(row => row.TargetId).ShouldBe([target, update], ignoreOrder: true);
    }

    private static Draft Recall() => Document with { SubmissionId = Guid.CreateVersion7(), Type = BusinessDocType.Recall };

    private static Draft Update() => Changing(BusinessDocType.Update) with { Subject = "V/v kiểm thử, bản sửa" };

    private static Draft Replacement() => Changing(BusinessDocType.Replacement) with { Number = "401" };

    private static Draft Changing(BusinessDocType type) =>
        Document with { SubmissionId = Guid.CreateVersion7(), Type = type, Changes = Document.DocumentId };

    private static Draft Answer(string code, Guid named) =>
        new() { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "400", Status = code, Target = named };

    private static async Task<Guid> ArriveAsync(FlowHost host, string receiver = "H37")
    {
        await host.SubmitOneAsync(Document with { To = [receiver] });
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        return sent.DeliveryId;
    }

    /// <summary>The document is on its way, the other waits for it.</summary>
    private static async Task<(Guid Target, Guid Carrier)> WaitBehindAsync(FlowHost host, Draft waiting)
    {
        await host.BeatAsync("H37");
        var target = (await host.SubmitOneAsync(Document)).Receivers[0].DeliveryId!.Value;
        return (target, (await host.SubmitOneAsync(waiting)).Receivers[0].DeliveryId!.Value);
    }

    /// <summary>The document is recalled, and its adapter gives it back.</summary>
    private static async Task RecallBackAsync(FlowHost host)
    {
        await host.SubmitOneAsync(Recall());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Cancelled);
        await host.TurnAsync<DispatchBacklog>();
    }
}
