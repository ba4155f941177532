using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>
/// Copies of one status under different submission ids: identical (document, receiver, code, timestamp, from) is a duplicate, answered OK
/// and without effect (domain.md 2.2).
/// </summary>
public class StatusRepeatTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static readonly Draft Document = new() { Number = "210" };

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_copies_in_one_batch_have_one_effect(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);

        var receipts = await host.SubmitAsync(Status("03", target), Status("03", target));

        ShouldBeOneOfTwo(receipts);
        await ShouldHaveTakenOnceAsync(host, target);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_copies_in_two_batches_have_one_effect(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);

        var first = await host.SubmitOneAsync(Status("03", target));
        var second = await host.SubmitOneAsync(Status("03", target));

        ShouldBeOneOfTwo([first, second]);
        await ShouldHaveTakenOnceAsync(host, target);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_copies_at_two_hubs_at_once_have_one_effect(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await using var beside = await host.StartBesideAsync();
        var target = await SendAsync(host);

        var receipts = await Task.WhenAll(
            Task.Run(() => host.SubmitOneAsync(Status("03", target))), Task.Run(() => beside.SubmitOneAsync(Status("03", target))));

        ShouldBeOneOfTwo(receipts);
        (host.Queues.Deliveries("G22").Count + beside.Queues.Deliveries("G22").Count).ShouldBe(1);
        (await KindsAsync(host, target)).ShouldBe([EventKinds.Accepted, EventKinds.Done, EventKinds.Status]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_copy_of_what_was_kept_as_history_adds_no_history(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        await host.SubmitOneAsync(Status("05", target));
        var late = Status("04", target) with { StatedAt = Document.StatedAt!.Value.AddMinutes(-5) };

        await host.SubmitOneAsync(late);
        await host.SubmitOneAsync(late with { SubmissionId = Guid.CreateVersion7() });

        (await KindsAsync(host, target)).ShouldBe([EventKinds.Accepted, EventKinds.Done, EventKinds.Status, EventKinds.StatusNoted]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_code_at_another_time_is_another_status(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        await host.SubmitOneAsync(Status("05", target) with { Text = "đang xem" });

        var other = await host.SubmitOneAsync(Status("05", target) with { Text = "đang trình", StatedAt = Document.StatedAt!.Value.AddSeconds(1) });

        other.Receivers[0].Outcome.ShouldBe(ReceiverOutcome.Delivery);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Without_a_timestamp_only_the_same_bytes_are_a_copy(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        var spoken = Status("05", target) with { StatedAt = null, Text = "đang xem" };
        await host.SubmitOneAsync(spoken);

        var copy = await host.SubmitOneAsync(spoken with { SubmissionId = Guid.CreateVersion7() });
        var other = await host.SubmitOneAsync(Status("05", target) with { StatedAt = null, Text = "đang trình" });

        copy.Receivers[0].Finding!.Code.ShouldBe("AXS-1024");
        other.Receivers[0].Outcome.ShouldBe(ReceiverOutcome.Delivery);
    }

    /// <summary>The delivery is refused by then, so nothing but its first copy leads there.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_copy_of_a_refusal_that_names_no_delivery_is_answered_as_the_repeat_it_is(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        await host.SubmitOneAsync(Status("02", null));

        var copy = await host.SubmitOneAsync(Status("02", null));

        copy.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        copy.Receivers[0].Finding!.Code.ShouldBe("AXS-1024");
        (await KindsAsync(host, target)).Count(kind => kind is EventKinds.Status or EventKinds.StatusNoted).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_copy_is_pinned_like_any_acceptance(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await SendAsync(host);
        await host.SubmitOneAsync(Status("03", target));
        var copy = Status("03", target);
        var answered = await host.SubmitOneAsync(copy);

        (await host.SubmitOneAsync(copy)).DocumentId.ShouldBe(answered.DocumentId);
    }

    private static void ShouldBeOneOfTwo(IReadOnlyList<Receipt> receipts)
    {
        receipts.ShouldAllBe(receipt => receipt.Outcome == ReceiptOutcome.Accepted);
        receipts.Select(receipt => receipt.Receivers[0].Outcome).Order().ShouldBe([ReceiverOutcome.Delivery, ReceiverOutcome.AlreadySent]);
        receipts.SelectMany(receipt => receipt.Findings).Where(finding => finding.Code != "AXS-3010").ShouldHaveSingleItem().Code.ShouldBe("AXS-1024");
    }

    private static async Task ShouldHaveTakenOnceAsync(FlowHost host, Guid target)
    {
        host.Queues.Deliveries("G22").Count.ShouldBe(1);
        (await KindsAsync(host, target)).ShouldBe([EventKinds.Accepted, EventKinds.Done, EventKinds.Status]);
    }

    private static async Task<IEnumerable<string>> KindsAsync(FlowHost host, Guid target) => (await host.EventsAsync(target)).Select(entry => entry.Kind);

    /// <summary>Every call is a submission of its own.</summary>
    private static Draft Status(string code, Guid? target) => new()
    {
        Adapter = "H37", Sender = "H37", To = ["G22"], Status = code, Number = Document.Number, Target = target,
    };

    private static async Task<Guid> SendAsync(FlowHost host) => (await host.SubmitOneAsync(Document)).Receivers[0].DeliveryId!.Value;
}
