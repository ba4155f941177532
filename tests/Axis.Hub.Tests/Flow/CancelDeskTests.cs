using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Cancels;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>An operator's word in the stead of an adapter that never answers, or whose spool was lost (protocol.md 6).</summary>
public class CancelDeskTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static readonly Draft Document = new() { Number = "400" };

    [Theory, MemberData(nameof(Databases))]
    public async Task What_another_spool_gave_back_waits_for_an_operator_who_lets_the_mended_document_go(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var (failed, mended) = await MendAsync(host);
        (await ListAsync(host)).ShouldHaveSingleItem().WaitsFor.ShouldBe("answer");
        await host.AcknowledgeAsync(failed, AcknowledgeKind.Cancelled, spool: Guid.CreateVersion7());
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37").ShouldNotContain(sent => sent.DeliveryId == mended);
        (await ListAsync(host)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            view => view.WaitsFor.ShouldBe("operator"), view => view.DeliveryId.ShouldBe(failed.DeliveryId), view => view.WaitingDeliveryId.ShouldBe(mended));

        (await ForceAsync(host, failed, CancelAnswer.Cancelled, "arrives-twice")).ShouldBeNull();
        await host.TurnAsync<DispatchBacklog>();

        host.Queues.Deliveries("H37")[^1].DeliveryId.ShouldBe(mended);
        var events = await host.EventsAsync(failed.DeliveryId);
        events[^2].ShouldSatisfyAllConditions(
            entry => entry.Kind.ShouldBe(EventKinds.CancelAnswered), entry => entry.Source.ShouldBe("operator:an"),
            entry => entry.Detail.ShouldBe("forced as cancelled at the risk arrives-twice: đã hỏi văn thư"));
        (events[^1].Kind, events[^1].Source).ShouldBe((EventKinds.Closed, "operator:an"));
        (await host.EventsAsync(mended))[^1].Kind.ShouldBe(EventKinds.Resumed);
        (await ListAsync(host)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_said_to_be_taken_makes_the_mended_document_void(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var (failed, mended) = await MendAsync(host);
        await host.AcknowledgeAsync(failed, AcknowledgeKind.Cancelled, spool: Guid.CreateVersion7());

        (await ForceAsync(host, failed, CancelAnswer.Taken, "never-arrives")).ShouldBeNull();

        (await host.DeliveryAsync(mended)).ShouldSatisfyAllConditions(
            row => row.VoidAs.ShouldBe(VoidCause.Void), row => row.Cause.ShouldBe($"already sent: {failed.DeliveryId}"));
        (await ListAsync(host)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_another_spool_gave_back_and_then_arrives_all_the_same_needs_no_operator(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var (failed, mended) = await MendAsync(host);
        await host.AcknowledgeAsync(failed, AcknowledgeKind.Cancelled, spool: Guid.CreateVersion7());

        await host.AcknowledgeAsync(failed, AcknowledgeKind.Done);

        (await host.DeliveryAsync(failed.DeliveryId)).Transport.ShouldBe(TransportState.Done);
        (await host.DeliveryAsync(mended)).ShouldSatisfyAllConditions(
            row => row.VoidAs.ShouldBe(VoidCause.Void), row => row.Cause.ShouldBe($"already sent: {failed.DeliveryId}"));
        (await ListAsync(host)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_another_spool_gives_back_and_what_arrives_in_one_batch_needs_no_operator_either(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var (failed, mended) = await MendAsync(host);

        await host.AcknowledgeAsync(host.Said(failed, AcknowledgeKind.Cancelled, Guid.CreateVersion7()), host.Said(failed, AcknowledgeKind.Done));

        (await host.DeliveryAsync(mended)).VoidAs.ShouldBe(VoidCause.Void);
        (await ListAsync(host)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_cancel_that_is_never_answered_is_forced_and_sent_no_more(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var (failed, mended) = await MendAsync(host);

        (await ForceAsync(host, failed, CancelAnswer.Cancelled, "arrives-twice")).ShouldBeNull();
        await host.TurnAsync<DispatchBacklog>();
        host.Time.Advance(TimeSpan.FromHours(2));
        await host.BeatAsync("H37", Guid.CreateVersion7());
        await host.TurnAsync<SendCancels>();

        host.Queues.Deliveries("H37")[^1].DeliveryId.ShouldBe(mended);
        host.Queues.Cancels("H37").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_failure_without_a_mended_document_waits_too_until_it_is_decided(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.BeatAsync("H37");
        await host.SubmitOneAsync(Document);
        await DeadLetters.FailAsync(host, "H37");
        var failed = host.Queues.Deliveries("H37")[^1];
        await host.AcknowledgeAsync(failed, AcknowledgeKind.Cancelled, spool: Guid.CreateVersion7());
        (await ListAsync(host)).ShouldHaveSingleItem().WaitsFor.ShouldBe("operator");

        (await ForceAsync(host, failed, CancelAnswer.Cancelled, "arrives-twice")).ShouldBeNull();

        (await ListAsync(host)).ShouldBeEmpty();
        (await host.DeliveryAsync(failed.DeliveryId)).Transport.ShouldBe(TransportState.Fail);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_delivery_on_its_way_again_that_is_said_to_be_taken_counts_as_held(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.BeatAsync("H37");
        await host.SubmitOneAsync(Document);
        await DeadLetters.FailAsync(host, "H37");
        var failed = host.Queues.Deliveries("H37")[^1];
        await host.SubmitOneAsync(Document with { Try = 2 });
        await host.TurnAsync<DispatchBacklog>();
        (await host.DeliveryAsync(failed.DeliveryId)).Phase.ShouldBe(DispatchPhase.Waiting);

        (await ForceAsync(host, failed, CancelAnswer.Taken, "never-arrives")).ShouldBeNull();

        (await host.DeliveryAsync(failed.DeliveryId)).ShouldSatisfyAllConditions(
            row => row.Transport.ShouldBe(TransportState.Processing), row => row.Phase.ShouldBe(DispatchPhase.Held));
    }

    [Theory]
    [InlineData(CancelAnswer.Cancelled, "never-arrives", "--risk arrives-twice takes that risk")]
    [InlineData(CancelAnswer.Taken, "", "--risk never-arrives takes that risk")]
    [InlineData(CancelAnswer.OtherSpool, "arrives-twice", "an answer is cancelled or taken")]
    public async Task The_risk_that_goes_with_the_answer_has_to_be_named(string answer, string risk, string objection)
    {
        await using var host = await FlowHost.StartAsync();
        var (failed, mended) = await MendAsync(host);

        (await ForceAsync(host, failed, answer, risk)).ShouldNotBeNull().ShouldContain(objection);

        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37").ShouldNotContain(sent => sent.DeliveryId == mended);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_the_right_spool_has_answered_cannot_be_forced(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var (failed, _) = await MendAsync(host);
        await host.AcknowledgeAsync(failed, AcknowledgeKind.Cancelled);

        (await ForceAsync(host, failed, CancelAnswer.Taken, "never-arrives")).ShouldBe("its adapter has answered: cancelled");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_was_never_asked_back_cannot_be_forced(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);

        (await ForceAsync(host, host.Queues.Deliveries("H37")[0], CancelAnswer.Taken, "never-arrives")).ShouldBe("it was never asked back");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_done_after_a_forced_answer_is_still_believed(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var (failed, _) = await MendAsync(host);
        await ForceAsync(host, failed, CancelAnswer.Cancelled, "arrives-twice");

        await host.AcknowledgeAsync(failed, AcknowledgeKind.Cancelled);
        await host.AcknowledgeAsync(failed, AcknowledgeKind.Done);

        (await host.EventsAsync(failed.DeliveryId)).TakeLast(2).Select(entry => entry.Kind).ShouldBe([EventKinds.Late, EventKinds.LateArrival]);
    }

    /// <summary>A failed delivery that was asked back because a mended document waits for it.</summary>
    private static async Task<(DeliverMessage Failed, Guid Mended)> MendAsync(FlowHost host)
    {
        await host.BeatAsync("H37");
        await host.SubmitOneAsync(Document);
        var failed = host.Queues.Deliveries("H37")[^1];
        await host.AcknowledgeAsync(failed, AcknowledgeKind.Fail, reason: "lỗi", cause: FailCause.Agency);
        var receipt = await host.SubmitOneAsync(Document with { SubmissionId = Guid.CreateVersion7(), Subject = "đã sửa" });
        await host.TurnAsync<SendCancels>();
        return (failed, receipt.Receivers[0].DeliveryId!.Value);
    }

    private static Task<string?> ForceAsync(FlowHost host, DeliverMessage delivery, string answer, string risk) =>
        host.Get<CancelDesk>().ForceAsync(delivery.DeliveryId, answer, risk, "operator:an", "đã hỏi văn thư", TestContext.Current.CancellationToken);

    private static Task<IReadOnlyList<CancelView>> ListAsync(FlowHost host) =>
        host.Get<CancelStore>().ListAsync(10, TestContext.Current.CancellationToken);
}
