using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Flow.Submit;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Stuck;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Tests.Storage;
using Axis.TestKit;
using Microsoft.Extensions.Logging;

namespace Axis.Hub.Tests.Flow;

/// <summary>A stuck item is settled by what makes it pointless, in the same transaction, and says by what.</summary>
public class StuckFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static readonly Draft Document = new() { Number = "300" };

    [Theory, MemberData(nameof(Databases))]
    public async Task A_late_arrival_closes_every_stuck_item_of_its_delivery(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        await DeadLetters.FailAsync(host, "H37");

        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);

        var stuck = await host.StuckAsync();
        stuck.Count.ShouldBe(6);
        stuck.ShouldAllBe(row => row.Status == "closed" && row.ClosedBy == "adapter:H37" && row.ClosedReason!.StartsWith("LATE_ARRIVAL") && row.Body.Length > 0);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_late_arrival_proved_by_a_status_closes_them_too(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        await DeadLetters.FailAsync(host, "H37");

        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Status = "01", Number = Document.Number });

        (await host.StuckAsync()).ShouldAllBe(row => row.Status == "closed" && row.ClosedBy == "agency:H37");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_dead_letter_that_the_broker_hands_over_again_is_told_once(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        using var lines = new ToldLines();
        host.Get<ILoggerFactory>().AddProvider(lines);
        var letter = host.Queues.Deliveries("H37")[^1];

        await DeadLetters.DieAsync(host, letter, "H37");
        await DeadLetters.DieAsync(host, letter, "H37");

        lines.Lines.Count(line => line.Number == 1304).ShouldBe(1);
        (await host.StuckAsync()).ShouldHaveSingleItem();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_attempt_that_gets_through_closes_the_dead_letters_of_those_before_it(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        await DeadLetters.DieAsync(host, host.Queues.Deliveries("H37")[^1], "H37");
        (await host.StuckAsync()).ShouldHaveSingleItem().Status.ShouldBe("open");
        host.Time.Advance(TimeSpan.FromSeconds(30));
        await host.TurnAsync<DispatchBacklog>();

        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Done);

        (await host.StuckAsync()).ShouldHaveSingleItem().ClosedReason.ShouldBe("it has arrived");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_dead_letter_of_what_has_arrived_is_kept_closed(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        var sent = host.Queues.Deliveries("H37")[^1];
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);

        await DeadLetters.DieAsync(host, sent, "H37");

        var stuck = (await host.StuckAsync()).ShouldHaveSingleItem();
        stuck.Status.ShouldBe("closed");
        stuck.ClosedReason.ShouldBe("it had arrived before");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_fails_and_arrives_in_one_batch_is_settled_at_once(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        var sent = host.Queues.Deliveries("H37")[^1];
        var hash = Manifest.Read(sent.Manifest).Manifest!.PackageSha256;

        await host.AcknowledgeAsync("H37", FlowHost.SpoolOf("H37"),
            new AcknowledgeItem(sent.DeliveryId, 1, AcknowledgeKind.Fail, host.Time.GetUtcNow(), hash, "lỗi", FailCause.Agency),
            new AcknowledgeItem(sent.DeliveryId, 1, AcknowledgeKind.Done, host.Time.GetUtcNow(), hash));

        (await host.StuckAsync()).ShouldHaveSingleItem().ClosedReason.ShouldStartWith("LATE_ARRIVAL");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_resend_by_the_sender_closes_them_with_its_attempt(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await FailAsync(host);

        await host.Get<ResendSubmission>().ResendAsync("G22", Document.SubmissionId, TestContext.Current.CancellationToken);

        var stuck = (await host.StuckAsync()).ShouldHaveSingleItem();
        stuck.Status.ShouldBe("closed");
        stuck.ClosedBy.ShouldBe("adapter:G22");
        stuck.ClosedReason.ShouldBe("sent again as attempt 2: asked for by the sender");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_package_submitted_again_closes_them_and_a_new_failure_is_a_new_item(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await FailAsync(host);

        await host.SubmitOneAsync(Document with { SubmissionId = Guid.CreateVersion7() });
        (await host.StuckAsync()).ShouldHaveSingleItem().ClosedReason.ShouldStartWith("sent again as attempt 2");
        await host.TurnAsync<DispatchBacklog>();
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Fail, reason: "lại lỗi", cause: FailCause.Agency);

        (await host.StuckAsync()).Select(row => row.Status).Order().ShouldBe(["closed", "open"]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_failure_that_its_sender_closes_is_no_stuck_item_any_more(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await FailAsync(host);

        await host.Get<ResendSubmission>().CloseAsync("G22", Document.SubmissionId, "gửi giấy", TestContext.Current.CancellationToken);

        var stuck = (await host.StuckAsync()).ShouldHaveSingleItem();
        (stuck.Status, stuck.ClosedBy, stuck.ClosedReason).ShouldBe(("closed", "adapter:G22", "gửi giấy"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Items_handed_back_together_are_one_new_attempt_and_all_are_retried(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        await DeadLetters.FailAsync(host, "H37");
        foreach (var row in await host.StuckAsync())
        {
            (await host.Get<StuckDesk>().RetryAsync(row.StuckId, "operator:an", "đã sửa", TestContext.Current.CancellationToken)).ShouldBeNull();
        }

        await host.TurnAsync<RetryStuck>();

        (await host.StuckAsync()).ShouldAllBe(row => row.Status == "retried" && row.ClosedBy == "operator:an" && row.ClosedReason == "đã sửa");
        (await host.DeliveryAsync(host.Queues.Deliveries("H37")[0].DeliveryId)).Attempt.ShouldBe(7);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_handed_back_and_arrives_meanwhile_is_closed_and_not_sent_again(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        await DeadLetters.FailAsync(host, "H37");
        await host.Get<StuckDesk>().RetryAsync((await host.StuckAsync())[0].StuckId, "operator:an", "đã sửa", TestContext.Current.CancellationToken);

        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        await host.TurnAsync<RetryStuck>();

        (await host.StuckAsync()).ShouldAllBe(row => row.Status == "closed");
        (await host.DeliveryAsync(host.Queues.Deliveries("H37")[0].DeliveryId)).Transport.ShouldBe(TransportState.Done);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_close_by_an_operator_closes_the_failure_with_who_and_why(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        await DeadLetters.FailAsync(host, "H37");

        await host.Get<StuckDesk>().CloseAsync((await host.StuckAsync())[2].StuckId, "operator:an", "đã gửi giấy", TestContext.Current.CancellationToken);

        (await host.StuckAsync()).ShouldAllBe(row => row.Status == "closed" && row.ClosedBy == "operator:an" && row.ClosedReason == "đã gửi giấy");
        var closed = (await host.EventsAsync(host.Queues.Deliveries("H37")[0].DeliveryId))[^1];
        (closed.Kind, closed.Source, closed.Detail).ShouldBe((EventKinds.Closed, "operator:an", "đã gửi giấy"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_close_by_an_operator_of_one_lost_copy_leaves_a_delivery_on_its_way(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        var sent = host.Queues.Deliveries("H37")[^1];
        await DeadLetters.DieAsync(host, sent, "H37");

        await host.Get<StuckDesk>().CloseAsync((await host.StuckAsync())[0].StuckId, "operator:an", "đã xem", TestContext.Current.CancellationToken);

        (await host.EventsAsync(sent.DeliveryId))[^1].Kind.ShouldBe(EventKinds.AttemptFailed);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_a_mended_document_replaces_is_not_retried(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await FailAsync(host);
        await host.SubmitOneAsync(Document with { SubmissionId = Guid.CreateVersion7(), Subject = "đã sửa" });
        var item = (await host.StuckAsync()).ShouldHaveSingleItem();
        await host.Get<StuckDesk>().RetryAsync(item.StuckId, "operator:an", "thử lại", TestContext.Current.CancellationToken);

        await host.TurnAsync<RetryStuck>();

        var row = (await host.StuckAsync()).ShouldHaveSingleItem();
        row.Status.ShouldBe("open");
        row.ClosedReason.ShouldNotBeNull().ShouldContain("a mended document has taken its place");
    }

    /// <summary>A hub that dies between recording and acknowledging meets the same letter again, now or after the next attempt.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_dead_letter_that_is_handed_over_again_is_one_item_and_one_failure(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(Document);
        var first = host.Queues.Deliveries("H37")[^1];

        await DeadLetters.DieAsync(host, first, "H37");
        await DeadLetters.DieAsync(host, first, "H37");
        host.Time.Advance(host.Options.RetryLadder[0]);
        await host.TurnAsync<DispatchBacklog>();
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Done);
        await DeadLetters.DieAsync(host, first, "H37");

        (await host.StuckAsync()).ShouldHaveSingleItem().Status.ShouldBe("closed");
        (await host.EventsAsync(first.DeliveryId)).Count(entry => entry.Kind == EventKinds.AttemptFailed).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refused_message_is_one_item_until_it_is_closed_and_an_item_anew_after_that(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var record = new RecordRefusedMessage(host.Ledger, host.Time);
        var message = new RefusedMessage(WireNames.SubmitQueue, "H37", true, "{"u8.ToArray(), "{}", "AXS-2001");
        await record.HandleAsync(message, TestContext.Current.CancellationToken);
        await record.HandleAsync(message, TestContext.Current.CancellationToken);
        await record.HandleAsync(message with { Body = Array.Empty<byte>() }, TestContext.Current.CancellationToken);
        (await host.StuckAsync()).Count.ShouldBe(2);

        foreach (var item in await host.StuckAsync())
        {
            await host.Get<StuckDesk>().CloseAsync(item.StuckId, "operator:an", "đã xem", TestContext.Current.CancellationToken);
        }

        await record.HandleAsync(message, TestContext.Current.CancellationToken);

        (await host.StuckAsync()).Select(item => item.Status).Order().ShouldBe(["closed", "closed", "open"]);
    }

    private static async Task FailAsync(FlowHost host)
    {
        await host.SubmitOneAsync(Document);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Fail, reason: "lỗi", cause: FailCause.Agency);
        (await host.StuckAsync()).ShouldHaveSingleItem().Status.ShouldBe("open");
    }
}
