using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

public class SubmitFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task A_package_is_accepted_delivered_and_marked(string database)
    {
        await using var host = await FlowHost.StartAsync(database);

        var receipt = await host.SubmitOneAsync(new Draft());

        receipt.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        var line = receipt.Receivers.ShouldHaveSingleItem();
        line.Outcome.ShouldBe(ReceiverOutcome.Delivery);
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        sent.DeliveryId.ShouldBe(line.DeliveryId!.Value);
        sent.Attempt.ShouldBe(1);
        sent.Package.ShouldNotBeNull();
        var row = await host.DeliveryAsync(sent.DeliveryId);
        row.Phase.ShouldBe(DispatchPhase.Published);
        row.Transport.ShouldBe(TransportState.Initial);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_clerk_who_checked_is_kept_with_the_document(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var checker = new Checker("Nguyễn Thị Hoa", host.Time.GetUtcNow(), "Văn thư");

        var receipt = await host.SubmitOneAsync(new Draft { CheckedBy = checker });

        var row = await host.DocumentAsync(receipt.DocumentId!.Value);
        (row.CheckedBy, row.CheckedPosition, row.CheckedAt).ShouldBe((checker.Name, checker.Position, checker.At));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_package_arrives_byte_for_byte(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var incoming = await new Draft().SealAsync(host.Nation, host.Time);

        await host.SubmitAsync(incoming);

        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        sent.Package.ShouldBe(incoming.Message.Package);
        sent.Manifest.ShouldBe(incoming.Message.Manifest);
        sent.Seal.ShouldBe(incoming.Message.Seal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_repeat_gets_the_original_receipt_and_makes_nothing(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var incoming = await new Draft().SealAsync(host.Nation, host.Time);
        var first = (await host.SubmitAsync(incoming)).ShouldHaveSingleItem();
        host.Time.Advance(TimeSpan.FromMinutes(5));

        var again = (await host.SubmitAsync(incoming)).ShouldHaveSingleItem();

        WireJson.Write(again).ShouldBe(WireJson.Write(first));
        host.Queues.Deliveries("H37").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Copies_in_one_batch_are_one_submission(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var incoming = await new Draft().SealAsync(host.Nation, host.Time);

        (await host.SubmitAsync(incoming, incoming, incoming)).ShouldHaveSingleItem().Outcome.ShouldBe(ReceiptOutcome.Accepted);

        host.Queues.Deliveries("H37").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_id_with_other_bytes_is_a_named_conflict(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var draft = new Draft();
        await host.SubmitOneAsync(draft);

        var receipt = await host.SubmitOneAsync(draft with { Subject = "khác" });

        receipt.Outcome.ShouldBe(ReceiptOutcome.Conflict);
        receipt.Findings.ShouldHaveSingleItem().Code.ShouldBe("AXS-1001");
        host.Queues.Deliveries("H37").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_conflict_within_one_batch_is_seen(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var draft = new Draft();

        (await host.SubmitAsync(draft, draft with { Subject = "khác" })).Select(receipt => receipt.Outcome)
            .ShouldBe([ReceiptOutcome.Accepted, ReceiptOutcome.Conflict]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refusal_answers_all_copies_of_its_try_and_is_judged_afresh_on_the_next(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var draft = new Draft { To = ["X01"] };
        var incoming = await draft.SealAsync(host.Nation, host.Time);
        (await host.SubmitAsync(incoming)).ShouldHaveSingleItem().Outcome.ShouldBe(ReceiptOutcome.Refused);
        host.Nation.Change([FlowNation.Agency(Guid.CreateVersion7(), "X01", "H14")]);

        (await host.SubmitAsync(incoming)).ShouldHaveSingleItem().Outcome.ShouldBe(ReceiptOutcome.Refused);
        (await host.SubmitAsync(incoming with { Message = incoming.Message with { Try = 2 } }))
            .ShouldHaveSingleItem().Outcome.ShouldBe(ReceiptOutcome.Accepted);

        host.Queues.Deliveries("H14").Count.ShouldBe(1);
    }

    /// <summary>Each repeat would meet the refusal of an old snapshot, and a receiver refused among others stays refused for ever.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task What_another_process_has_just_registered_is_not_refused(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        host.Nation.ChangeElsewhere([FlowNation.Agency(Guid.CreateVersion7(), "X01", "H14")]);

        (await host.SubmitAsync(new Draft { To = ["X01"] }, new Draft { Number = "2", To = ["H37", "X01"] })).SelectMany(receipt => receipt.Receivers)
            .ShouldAllBe(line => line.Outcome == ReceiverOutcome.Delivery);

        host.Queues.Deliveries("H14").Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_unknown_receiver_among_known_ones_stops_nobody(string database)
    {
        await using var host = await FlowHost.StartAsync(database);

        var receipt = await host.SubmitOneAsync(new Draft { To = ["H37", "X01", "H14"] });

        receipt.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        receipt.Receivers.Select(line => (line.Code, line.Outcome)).ShouldBe(
            [("H37", ReceiverOutcome.Delivery), ("X01", ReceiverOutcome.Refused), ("H14", ReceiverOutcome.Delivery)]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_batch_of_many_goes_through_in_one_transaction(string database)
    {
        await using var host = await FlowHost.StartAsync(database);

        var receipts = await host.SubmitAsync([.. Enumerable.Range(1, 60).Select(number => new Draft { Number = $"{number}", To = ["H37", "H14", "H37.02"] })]);

        receipts.Count(receipt => receipt.Outcome == ReceiptOutcome.Accepted).ShouldBe(60);
        host.Queues.Deliveries("H37").Count.ShouldBe(120);
        host.Queues.Deliveries("H14").Count.ShouldBe(60);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Missing_content_is_asked_for_and_is_neither_a_refusal_nor_an_acceptance(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var incoming = await new Draft().SealAsync(host.Nation, host.Time);
        var length = incoming.Message.Package!.Length;
        var reference = new ContentReference(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(incoming.Message.Package)), length);
        var byReference = incoming with { Message = incoming.Message with { Package = null, Content = reference } };

        (await host.SubmitAsync(byReference)).ShouldHaveSingleItem().Outcome.ShouldBe(ReceiptOutcome.ContentMissing);
        (await host.SubmitAsync(incoming)).ShouldHaveSingleItem().Outcome.ShouldBe(ReceiptOutcome.Accepted);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_large_package_inside_a_message_goes_on_by_reference(string database)
    {
        await using var host = await FlowHost.StartAsync(database, options => options.InlineLimit = 1000);
        var incoming = await new Draft { AttachmentBytes = 5000 }.SealAsync(host.Nation, host.Time);

        await host.SubmitAsync(incoming);

        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        sent.Package.ShouldBeNull();
        sent.Content!.Length.ShouldBe(incoming.Message.Package!.Length);
        await using var kept = host.Get<Axis.Hub.Platform.Content.IContentStore>().OpenRead(sent.Content.Sha256).ShouldNotBeNull();
        kept.Length.ShouldBe(sent.Content.Length);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Receipts_that_a_dead_hub_owes_are_sent_by_the_sweep(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        host.Queues.Refusing["G22"] = true;
        await host.SubmitAsync(new Draft());
        host.Queues.Receipts("G22").ShouldBeEmpty();

        host.Queues.Refusing.Clear();
        host.Time.Advance(TimeSpan.FromSeconds(30));
        await host.TurnAsync<SendReceipts>();
        host.Queues.Receipts("G22").ShouldHaveSingleItem();
        host.Time.Advance(TimeSpan.FromSeconds(30));
        await host.TurnAsync<SendReceipts>();
        host.Queues.Receipts("G22").ShouldHaveSingleItem();
    }
}
