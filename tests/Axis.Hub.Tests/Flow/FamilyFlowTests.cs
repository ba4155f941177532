using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>R9 through the whole flow: what a second sending of a document becomes (protocol.md 4).</summary>
public partial class FamilyFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static readonly Draft Document = new() { Number = "100" };

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_document_again_was_already_sent(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var first = await SubmitAsync(host, Document);

        var again = await SubmitAsync(host, Document with { SubmissionId = Guid.CreateVersion7(), Subject = "khác" });

        again.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        var line = again.Receivers.ShouldHaveSingleItem();
        line.Outcome.ShouldBe(ReceiverOutcome.AlreadySent);
        line.DeliveryId.ShouldBe(first.Receivers[0].DeliveryId);
        host.Queues.Deliveries("H37").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task It_goes_to_a_receiver_that_does_not_have_it_yet(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await SubmitAsync(host, Document);

        var again = await SubmitAsync(host, Document with { SubmissionId = Guid.CreateVersion7(), To = ["H37", "H14"] });

        again.Receivers.Select(line => line.Outcome).ShouldBe([ReceiverOutcome.AlreadySent, ReceiverOutcome.Delivery]);
    }

    /// <summary>protocol.md 4 looks at the newest alone, which here is an update that never arrived; the receiver has the document all the same.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_document_that_arrived_was_already_sent_though_its_update_has_failed(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var first = (await SubmitAsync(host, Document)).Receivers[0].DeliveryId!.Value;
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        var update = Document with { SubmissionId = Guid.CreateVersion7(), Type = BusinessDocType.Update, Changes = Document.DocumentId, Subject = "bản sửa" };
        await SubmitAsync(host, update);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Fail, cause: FailCause.Agency);

        var again = (await SubmitAsync(host, Document with { SubmissionId = Guid.CreateVersion7() })).Receivers.ShouldHaveSingleItem();
        var mended = (await SubmitAsync(host, Document with { SubmissionId = Guid.CreateVersion7(), Subject = "khác" })).Receivers.ShouldHaveSingleItem();
        var repeated = (await SubmitAsync(host, update with { SubmissionId = Guid.CreateVersion7() })).Receivers.ShouldHaveSingleItem();

        (again.Outcome, again.DeliveryId).ShouldBe((ReceiverOutcome.AlreadySent, first));
        (mended.Outcome, mended.DeliveryId).ShouldBe((ReceiverOutcome.AlreadySent, first));
        repeated.Outcome.ShouldBe(ReceiverOutcome.NewAttempt);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_document_twice_in_one_batch_is_delivered_once(string database)
    {
        await using var host = await FlowHost.StartAsync(database);

        var receipts = await host.SubmitAsync(Document, Document with { SubmissionId = Guid.CreateVersion7() });

        receipts.SelectMany(receipt => receipt.Receivers).Select(line => line.Outcome).ShouldBe([ReceiverOutcome.Delivery, ReceiverOutcome.AlreadySent]);
        host.Queues.Deliveries("H37").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_bytes_after_a_failure_are_a_new_attempt_of_the_same_delivery(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var failed = await FailAsync(host);

        var again = await SubmitAsync(host, Document with { SubmissionId = Guid.CreateVersion7() });

        var line = again.Receivers.ShouldHaveSingleItem();
        line.Outcome.ShouldBe(ReceiverOutcome.NewAttempt);
        line.DeliveryId.ShouldBe(failed.DeliveryId);
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37")[^1].ShouldSatisfyAllConditions(
            sent => sent.DeliveryId.ShouldBe(failed.DeliveryId), sent => sent.Attempt.ShouldBe(2), sent => sent.Package.ShouldNotBeNull());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_agencys_own_repeat_of_a_failed_submission_is_a_new_attempt_too(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var incoming = await Document.SealAsync(host.Nation, host.Time);
        await host.SubmitAsync(incoming);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Fail, cause: FailCause.Agency, reason: "lỗi");

        (await host.SubmitAsync(incoming)).ShouldHaveSingleItem();
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37").Count.ShouldBe(1);

        (await host.SubmitAsync(incoming with { Message = incoming.Message with { Try = 2 } })).ShouldHaveSingleItem();
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37")[^1].Attempt.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_repeat_tells_the_current_state_once_more(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var incoming = await Document.SealAsync(host.Nation, host.Time);
        await host.SubmitAsync(incoming);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        await host.TurnAsync<SendStates>();
        host.Queues.States("G22").Count.ShouldBe(1);

        await host.SubmitAsync(incoming);
        await host.TurnAsync<SendStates>();

        host.Queues.States("G22").Select(state => state.Transport).ShouldBe(["DONE", "DONE"]);
        host.Queues.States("G22").Select(state => state.Version).Distinct().Count().ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_mended_document_waits_until_the_failed_one_is_given_back(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var failed = await FailAsync(host);

        var mended = await MendAsync(host);
        host.Queues.Deliveries("H37").Count.ShouldBe(1);
        host.Queues.Cancels("H37").ShouldHaveSingleItem().DeliveryId.ShouldBe(failed.DeliveryId);

        await host.AcknowledgeAsync(failed, AcknowledgeKind.Cancelled);
        await host.TurnAsync<DispatchBacklog>();

        host.Queues.Deliveries("H37")[^1].DeliveryId.ShouldBe(mended);
        (await host.EventsAsync(failed.DeliveryId))[^1].Kind.ShouldBe(EventKinds.Closed);
        (await host.DeliveryAsync(mended)).Generation.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_failed_copy_that_was_taken_makes_the_mended_document_void(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var failed = await FailByDeadLettersAsync(host);
        var mended = await MendAsync(host);

        await host.AcknowledgeAsync(failed, AcknowledgeKind.Taken);
        await host.TurnAsync<DispatchBacklog>();

        host.Queues.Deliveries("H37").ShouldNotContain(sent => sent.DeliveryId == mended);
        (await host.DeliveryAsync(mended)).VoidAs.ShouldBe(VoidCause.Void);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_copy_given_back_by_another_spool_leaves_the_mended_document_to_an_operator(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var failed = await FailAsync(host);
        var mended = await MendAsync(host);

        await host.AcknowledgeAsync(failed, AcknowledgeKind.Cancelled, spool: Guid.CreateVersion7());
        await host.TurnAsync<DispatchBacklog>();

        host.Queues.Deliveries("H37").ShouldNotContain(sent => sent.DeliveryId == mended);
        (await host.DeliveryAsync(mended)).Suspended.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_third_version_is_already_sent_by_the_second_that_waits(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await FailAsync(host);
        var mended = await MendAsync(host);

        var third = await SubmitAsync(host, Document with { SubmissionId = Guid.CreateVersion7(), Subject = "lần ba" });

        third.Receivers[0].Outcome.ShouldBe(ReceiverOutcome.AlreadySent);
        third.Receivers[0].DeliveryId.ShouldBe(mended);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task After_a_refusal_by_the_receiver_a_new_sending_is_a_new_generation(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await SubmitAsync(host, Document);
        await SubmitAsync(host, Status("02"), "H37");

        var again = await SubmitAsync(host, Document with { SubmissionId = Guid.CreateVersion7() });

        again.Receivers[0].Outcome.ShouldBe(ReceiverOutcome.Delivery);
        (await host.DeliveryAsync(again.Receivers[0].DeliveryId!.Value)).Generation.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refusal_and_a_new_sending_in_one_batch_see_each_other(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await SubmitAsync(host, Document);

        await host.SubmitAsync(Status("02"), Document with { SubmissionId = Guid.CreateVersion7() });

        host.Queues.Deliveries("H37").Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_recall_goes_out_though_the_document_was_sent_and_does_not_stand_for_it(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var first = await SubmitAsync(host, Document);

        var recall = await SubmitAsync(host, Document with { SubmissionId = Guid.CreateVersion7(), Type = BusinessDocType.Recall });
        var again = await SubmitAsync(host, Document with { SubmissionId = Guid.CreateVersion7() });

        recall.Receivers[0].Outcome.ShouldBe(ReceiverOutcome.Delivery);
        again.Receivers[0].DeliveryId.ShouldBe(first.Receivers[0].DeliveryId);
    }

    private static Draft Status(string code) => new() { Adapter = "H37", Sender = "H37", To = ["G22"], Status = code, Number = Document.Number };

    private static async Task<Receipt> SubmitAsync(FlowHost host, Draft draft, string? adapter = null) =>
        await host.SubmitOneAsync(adapter is null ? draft : draft with { Adapter = adapter });

    /// <summary>Sends the document and lets the receiver's own system refuse it.</summary>
    private static async Task<DeliverMessage> FailAsync(FlowHost host)
    {
        await host.BeatAsync("H37");
        await SubmitAsync(host, Document);
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Fail, cause: FailCause.Agency, reason: "lỗi");
        (await host.DeliveryAsync(sent.DeliveryId)).Transport.ShouldBe(TransportState.Fail);
        return sent;
    }

    private static async Task<DeliverMessage> FailByDeadLettersAsync(FlowHost host)
    {
        await host.BeatAsync("H37");
        await SubmitAsync(host, Document);
        await DeadLetters.FailAsync(host, "H37");
        return host.Queues.Deliveries("H37")[^1];
    }

    private static async Task<Guid> MendAsync(FlowHost host)
    {
        var mended = await SubmitAsync(host, Document with { SubmissionId = Guid.CreateVersion7(), Subject = "đã sửa" });
        mended.Receivers[0].Outcome.ShouldBe(ReceiverOutcome.Delivery);
        await host.TurnAsync<DispatchBacklog>();
        await host.TurnAsync<SendCancels>();
        return mended.Receivers[0].DeliveryId!.Value;
    }
}
