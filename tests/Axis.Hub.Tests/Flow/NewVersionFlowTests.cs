using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>Updates and replacements through the whole flow, and what contradicts them (domain.md 2.3).</summary>
public class NewVersionFlowTests
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
    public async Task A_dropped_receiver_that_agrees_has_the_document_no_more(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);

        await host.SubmitOneAsync(Update() with { Drops = ["H37"] });
        var carrier = host.Queues.Deliveries("H37")[1];
        await host.AcknowledgeAsync(carrier, AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("15", carrier.DeliveryId));

        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Recalled);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_receiver_that_has_the_document_and_is_dropped_untold_is_named(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await ArriveAsync(host);

        var update = await host.SubmitOneAsync(Update() with { To = ["H14"], Adds = ["H14"], Drops = ["H37"] });

        update.Findings.ShouldContain(finding => finding.Code == "AXS-1067");
    }

    private static Draft Recall() => Document with { SubmissionId = Guid.CreateVersion7(), Type = BusinessDocType.Recall };

    private static Draft Update() => Changing(BusinessDocType.Update) with { Subject = "V/v kiểm thử, bản sửa" };

    private static Draft Replacement() => Changing(BusinessDocType.Replacement) with { Number = "401" };

    private static Draft Changing(BusinessDocType type) =>
        Document with { SubmissionId = Guid.CreateVersion7(), Type = type, Changes = Document.DocumentId };

    private static Draft Answer(string code, Guid named) =>
        new() { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "400", Status = code, Target = named };

    private static async Task<Guid> ArriveAsync(FlowHost host)
    {
        await host.SubmitOneAsync(Document);
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
