using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Audit;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>Acknowledgements and failures through the whole flow (protocol.md 5).</summary>
public class AcknowledgeFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task Processing_and_done_are_recorded_in_order(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sent = await SendAsync(host);

        await host.AcknowledgeAsync(sent, AcknowledgeKind.Processing);
        (await host.DeliveryAsync(sent.DeliveryId)).ShouldSatisfyAllConditions(
            row => row.Transport.ShouldBe(TransportState.Processing), row => row.Phase.ShouldBe(DispatchPhase.Held));
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);

        (await host.DeliveryAsync(sent.DeliveryId)).Transport.ShouldBe(TransportState.Done);
        var events = await host.EventsAsync(sent.DeliveryId);
        events.Select(entry => entry.Kind).ShouldBe([EventKinds.Accepted, EventKinds.Processing, EventKinds.Done]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_sealed_acknowledgement_is_kept_as_evidence_of_what_it_said(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sent = await SendAsync(host);

        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);

        var evidence = (await host.EventsAsync(sent.DeliveryId))[^1].Evidence.ShouldNotBeNull();
        var kept = await host.Ledger.ReadAsync("test", (reader, token) => reader.FindContentAsync(evidence, token), TestContext.Current.CancellationToken);
        var message = WireJson.Read<SealedMessage>(kept);
        (await host.Nation.Verifier.VerifyAsync(message.Body, message.Seal, TestContext.Current.CancellationToken)).IsOk.ShouldBeTrue();
        WireJson.Read<AcknowledgeBody>(message.Body).Items.ShouldHaveSingleItem().DeliveryId.ShouldBe(sent.DeliveryId);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Lines_of_one_message_about_one_delivery_are_decided_in_order(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sent = await SendAsync(host);
        var hash = Manifest.Read(sent.Manifest).Manifest!.PackageSha256;

        await host.AcknowledgeAsync("H37", FlowHost.SpoolOf("H37"),
            new AcknowledgeItem(sent.DeliveryId, 1, AcknowledgeKind.Processing, host.Time.GetUtcNow(), hash),
            new AcknowledgeItem(sent.DeliveryId, 1, AcknowledgeKind.Done, host.Time.GetUtcNow(), hash));

        (await host.DeliveryAsync(sent.DeliveryId)).ShouldSatisfyAllConditions(
            row => row.Transport.ShouldBe(TransportState.Done), row => row.EventSequence.ShouldBe(3));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_acknowledgement_of_another_adapter_changes_nothing(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sent = await SendAsync(host);

        await host.AcknowledgeAsync("H14", Guid.CreateVersion7(), new AcknowledgeItem(
            sent.DeliveryId, 1, AcknowledgeKind.Done, host.Time.GetUtcNow(), Manifest.Read(sent.Manifest).Manifest!.PackageSha256));

        (await host.DeliveryAsync(sent.DeliveryId)).Transport.ShouldBe(TransportState.Initial);
        (await host.EventsAsync(sent.DeliveryId)).Count.ShouldBe(1);
    }

    /// <summary>The delivery's own history is not the place: another adapter must not be able to write into it.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task What_another_adapter_said_is_kept_in_the_audit_trail(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sent = await SendAsync(host);
        var line = new AcknowledgeItem(sent.DeliveryId, 1, AcknowledgeKind.Done, host.Time.GetUtcNow(), Manifest.Read(sent.Manifest).Manifest!.PackageSha256);

        await host.AcknowledgeAsync("H14", Guid.CreateVersion7(), line, line);

        var notice = (await host.Get<NoticeStore>().ListAsync(host.Time.GetUtcNow().AddDays(-1), 10, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        (notice.Action, notice.Subject).ShouldBe(("foreign-acknowledgement", "adapter:H14"));
        notice.Detail.ShouldBe($"2 lines, the first of delivery {sent.DeliveryId}");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_acknowledgement_of_other_bytes_does_not_count(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sent = await SendAsync(host);

        await host.AcknowledgeAsync("H37", FlowHost.SpoolOf("H37"), new AcknowledgeItem(
            sent.DeliveryId, 1, AcknowledgeKind.Done, host.Time.GetUtcNow(), new string('0', 64)));

        (await host.DeliveryAsync(sent.DeliveryId)).Transport.ShouldBe(TransportState.Initial);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_acknowledgement_sealed_by_another_is_kept_with_its_bytes_and_does_not_count(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sent = await SendAsync(host);
        var body = WireJson.Write(new AcknowledgeBody(Guid.CreateVersion7(), [new(
            sent.DeliveryId, 1, AcknowledgeKind.Done, host.Time.GetUtcNow(), Manifest.Read(sent.Manifest).Manifest!.PackageSha256)]));
        using var other = host.Nation.SealerOf("H14");

        await host.AcknowledgeAsync(new Incoming<SealedMessage>("H37", new(body, other.Seal(body)), 0));

        (await host.DeliveryAsync(sent.DeliveryId)).Transport.ShouldBe(TransportState.Initial);
        var stuck = (await host.StuckAsync()).ShouldHaveSingleItem();
        stuck.Kind.ShouldBe("malformed");
        stuck.Body.ShouldBe(body);
        stuck.AdapterCode.ShouldBe("H37");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_fail_by_the_agency_is_final_at_once_and_lies_among_the_stuck_items(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sent = await SendAsync(host);

        await host.AcknowledgeAsync(sent, AcknowledgeKind.Fail, reason: "không đọc được", cause: FailCause.Agency);

        (await host.DeliveryAsync(sent.DeliveryId)).ShouldSatisfyAllConditions(
            row => row.Transport.ShouldBe(TransportState.Fail), row => row.Cause.ShouldBe("không đọc được"));
        var stuck = (await host.StuckAsync()).ShouldHaveSingleItem();
        stuck.DeliveryId.ShouldBe(sent.DeliveryId);
        stuck.Kind.ShouldBe("failed-delivery");
        await host.TurnAsync<SendCancels>();
        host.Queues.Cancels("H37").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_fail_by_the_adapter_goes_up_the_ladder_and_waiting_uses_no_attempt(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await SendAsync(host);
        int[] seconds = [30, 60, 120, 240, 480];
        for (var failure = 0; failure < seconds.Length; failure++)
        {
            await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Fail, reason: "đĩa đầy", cause: FailCause.Adapter);
            host.Time.Advance(TimeSpan.FromSeconds(seconds[failure] - 1));
            await host.TurnAsync<DispatchBacklog>();
            host.Queues.Deliveries("H37").Count.ShouldBe(failure + 1);
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await host.TurnAsync<DispatchBacklog>();
            host.Queues.Deliveries("H37")[^1].Attempt.ShouldBe(failure + 2);
        }

        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Fail, reason: "đĩa đầy", cause: FailCause.Adapter);

        (await host.DeliveryAsync(host.Queues.Deliveries("H37")[0].DeliveryId)).Transport.ShouldBe(TransportState.Fail);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Dead_letters_count_as_failures_and_the_hub_asks_back_what_it_gave_up(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.BeatAsync("H37");
        var sent = await SendAsync(host);

        await DeadLetters.FailAsync(host, "H37");

        (await host.DeliveryAsync(sent.DeliveryId)).ShouldSatisfyAllConditions(
            row => row.Transport.ShouldBe(TransportState.Fail), row => row.FailedBy.ShouldBe(FailCause.Hub));
        (await host.StuckAsync()).Count(stuck => stuck.Kind == "dead-letter").ShouldBe(6);
        await host.TurnAsync<SendCancels>();
        var cancel = host.Queues.Cancels("H37").ShouldHaveSingleItem();
        cancel.DeliveryId.ShouldBe(sent.DeliveryId);
        cancel.Attempt.ShouldBe(6);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_copy_that_got_through_after_the_hub_gave_up_is_believed(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sent = await SendAsync(host);
        await DeadLetters.FailAsync(host, "H37");

        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);

        (await host.DeliveryAsync(sent.DeliveryId)).Transport.ShouldBe(TransportState.Done);
        (await host.EventsAsync(sent.DeliveryId))[^1].Kind.ShouldBe(EventKinds.LateArrival);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_dead_letter_that_is_no_delivery_is_kept(string database)
    {
        await using var host = await FlowHost.StartAsync(database);

        await host.Get<IDeadLetterHandler>().HandleAsync(
            new DeadLetter("H37", WireNames.Receipts, "{"u8.ToArray(), "{}", "rejected"), TestContext.Current.CancellationToken);
        await host.Get<IDeadLetterHandler>().HandleAsync(
            new DeadLetter("H37", WireNames.Deliver, "["u8.ToArray(), "{}", "rejected"), TestContext.Current.CancellationToken);

        (await host.StuckAsync()).Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_spool_of_the_first_publication_is_kept(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.BeatAsync("H37");

        var sent = await SendAsync(host);

        (await host.DeliveryAsync(sent.DeliveryId)).FirstSpoolId.ShouldBe(FlowHost.SpoolOf("H37"));
    }

    private static async Task<DeliverMessage> SendAsync(FlowHost host)
    {
        await host.SubmitOneAsync(new Draft());
        return host.Queues.Deliveries("H37").ShouldHaveSingleItem();
    }
}
