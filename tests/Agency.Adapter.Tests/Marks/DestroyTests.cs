using System.Security.Cryptography;
using Agency.Adapter.Incoming;
using Agency.Adapter.Spool;
using Axis.Contracts.Wire;
using Microsoft.Extensions.Hosting;

namespace Agency.Adapter.Tests.Marks;

/// <summary>A received document that is recalled or taken back loses its bytes here; what it was, from whom and why it went stays.</summary>
public sealed class DestroyTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 15, 30, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(100), InlineData(300_000)]
    public async Task Removes_the_bytes_and_keeps_the_trail_over_a_restart(int size)
    {
        await using var adapter = await TestAdapter.StartAsync();
        var (delivery, package) = await DoneAsync(adapter, size);

        await MarkAsync(adapter, delivery.DeliveryId);

        await AnsweredAsync(adapter, delivery.DeliveryId, 1);
        adapter.Get<ContentStore>().Has(Sha256(package)).ShouldBeFalse();
        Files(adapter).ShouldBeEmpty();
        await adapter.RestartAsync();
        var item = adapter.Inbox.Find("H37", delivery.DeliveryId).ShouldNotBeNull();
        item.PackageSha256.ShouldBe(Sha256(package));
        item.Metadata.Subject.ShouldBe("V/v thử nghiệm");
        item.Metadata.SenderCode.ShouldBe("G22");
        item.Destroyed.ShouldBe(new(delivery.DeliveryId, ChangeCommand.Recall, "Ban hành sai thẩm quyền", At));
        (await adapter.Inbox.OpenPackageAsync("H37", delivery.DeliveryId, Stop)).ShouldBeOfType<OpenOutcome.Destroyed>().Why.ShouldBe(item.Destroyed);
    }

    [Fact]
    public async Task Takes_what_was_only_offered_out_of_the_list_and_takes_no_answer_to_it()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var (delivery, _) = await OfferAsync(adapter, 100);

        await MarkAsync(adapter, delivery.DeliveryId);

        adapter.Inbox.List("H37", null, null, 10).ShouldBeEmpty();
        (await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, new Answer.Done(), Stop)).ShouldBe(AnswerOutcome.GivenBack);
        await AnsweredAsync(adapter, delivery.DeliveryId, 1);
    }

    [Fact]
    public async Task Does_not_believe_a_late_done_of_what_was_failed_and_then_destroyed()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var (delivery, _) = await OfferAsync(adapter, 100);
        await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, new Answer.Fail("no"), Stop);

        await MarkAsync(adapter, delivery.DeliveryId);

        (await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, new Answer.Done(), Stop)).ShouldBe(AnswerOutcome.GivenBack);
    }

    [Fact]
    public async Task Answers_a_repeated_mark_the_same_under_the_attempt_it_asks_about()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var (delivery, _) = await DoneAsync(adapter, 100);

        await MarkAsync(adapter, delivery.DeliveryId);
        await AnsweredAsync(adapter, delivery.DeliveryId, 1);
        await adapter.RestartAsync();
        await MarkAsync(adapter, delivery.DeliveryId, attempt: 3, reason: "other words");

        var answer = await AnsweredAsync(adapter, delivery.DeliveryId, 1);
        (answer.Attempt, answer.PackageSha256).ShouldBe((3, null));
        adapter.Inbox.Find("H37", delivery.DeliveryId)!.Destroyed!.Reason.ShouldBe("Ban hành sai thẩm quyền");
    }

    [Fact]
    public async Task Keeps_a_tombstone_for_what_it_never_held_and_takes_no_attempt_of_it_in()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));

        await MarkAsync(adapter, delivery.DeliveryId, attempt: 2);

        (await AnsweredAsync(adapter, delivery.DeliveryId, 1)).Attempt.ShouldBe(2);
        await adapter.RestartAsync();
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery with { Attempt = 9 });
        (await Wait.ForAsync(adapter.Acknowledged, lines => lines.Count > 0, "the delivery is answered"))[^1].Kind.ShouldBe(AcknowledgeKind.Cancelled);
        adapter.Get<ContentStore>().Has(Sha256(delivery.Package!)).ShouldBeFalse();
    }

    [Fact]
    public async Task Still_says_of_a_destroyed_copy_that_its_agency_had_it()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var (delivery, package) = await DoneAsync(adapter, 100);
        await MarkAsync(adapter, delivery.DeliveryId);
        await AnsweredAsync(adapter, delivery.DeliveryId, 1);
        var told = adapter.Acknowledged().Count;

        await adapter.QueryAsync(5, new QueryItem(delivery.DeliveryId, 1));

        var line = (await Wait.ForAsync(adapter.Acknowledged, lines => lines.Count > told, "the query is answered"))[^1];
        (line.Kind, line.PackageSha256).ShouldBe((AcknowledgeKind.Done, Sha256(package)));
    }

    [Fact]
    public async Task Takes_only_this_delivery_away_while_another_live_one_shares_the_bytes()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var (first, package) = await DoneAsync(adapter, 300_000);
        var second = adapter.Delivery(package, asReference: true);
        await adapter.Link.DeliverAsync(WireNames.Deliver, second);
        await Wait.UntilAsync(() => adapter.Inbox.Find("H37", second.DeliveryId) is not null, "it is offered");

        await MarkAsync(adapter, first.DeliveryId);

        (await adapter.Inbox.OpenPackageAsync("H37", first.DeliveryId, Stop)).ShouldBeOfType<OpenOutcome.Destroyed>();
        await (await adapter.OpenAsync(second.DeliveryId)).DisposeAsync();
        await MarkAsync(adapter, second.DeliveryId);
        Files(adapter).ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaves_a_package_of_its_own_agency_that_is_the_same_bytes()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var package = await Packages.EdocAsync("H37", "H37");
        (await adapter.HandOverAsync(package)).ShouldBeOfType<Adapter.Outgoing.SubmitOutcome.Accepted>();
        using var own = adapter.Issue("H37", "H37");
        var delivery = adapter.Delivery(package, sender: "H37", sealedBy: own);
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await Wait.UntilAsync(() => adapter.Inbox.Find("H37", delivery.DeliveryId) is not null, "it is offered");

        await MarkAsync(adapter, delivery.DeliveryId);

        adapter.Get<ContentStore>().Has(Sha256(package)).ShouldBeTrue();
    }

    [Fact]
    public async Task Does_not_keep_what_was_still_being_fetched()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var package = await Packages.EdocAsync("G22", "H37", attachmentBytes: 300_000);
        var delivery = adapter.Delivery(package, asReference: true);
        var marked = new TaskCompletionSource();
        adapter.Hub.Downloading = () =>
        {
            adapter.Hub.Downloading = null;
            MarkAsync(adapter, delivery.DeliveryId).GetAwaiter().GetResult();
            marked.SetResult();
        };

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await marked.Task.WaitAsync(Wait.Patience, TimeProvider.System, Stop);

        await AnsweredAsync(adapter, delivery.DeliveryId, 1);
        await Wait.UntilAsync(() => adapter.Services.GetServices<IHostedService>().OfType<FetchPump>().Single().IsAtRest && !Files(adapter).Any(), "nothing is kept");
        adapter.Get<ContentStore>().Has(Sha256(package)).ShouldBeFalse();
    }

    [Fact]
    public async Task Sweeps_at_the_next_start_the_file_that_a_crash_left_behind_its_row()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var (delivery, package) = await DoneAsync(adapter, 300_000);
        var row = adapter.Spool.Read(spool => IncomingStore.Find(spool, delivery.DeliveryId))!;

        // What dies after its commit has done this much.
        await adapter.Spool.WriteAsync(transaction => ContentStore.Destroy(transaction, row, At));
        Files(adapter).ShouldHaveSingleItem();
        await adapter.RestartAsync();
        Files(adapter).ShouldBeEmpty();

        await MarkAsync(adapter, delivery.DeliveryId);
        await AnsweredAsync(adapter, delivery.DeliveryId, 1);
        adapter.Get<ContentStore>().Has(Sha256(package)).ShouldBeFalse();
    }

    [Fact]
    public async Task Believes_a_mark_only_under_the_hubs_seal()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var (delivery, package) = await DoneAsync(adapter, 100);

        await Should.ThrowAsync<Adapter.HubLink.MessageRejectedException>(() => adapter.Link.DeliverAsync(
            WireNames.Mark, adapter.SealByPeer(new MarkBody(delivery.DeliveryId, 1, MarkKind.Destroy, ChangeCommand.Recall, "x", At))));

        adapter.Get<ContentStore>().Has(Sha256(package)).ShouldBeTrue();
    }

    private static async Task<(DeliverMessage Delivery, byte[] Package)> OfferAsync(TestAdapter adapter, int size)
    {
        var package = await Packages.EdocAsync("G22", "H37", attachmentBytes: size);
        var delivery = adapter.Delivery(package, asReference: size > 100_000);
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await Wait.UntilAsync(() => adapter.Inbox.Find("H37", delivery.DeliveryId) is not null, "it is offered");
        return (delivery, package);
    }

    private static async Task<(DeliverMessage Delivery, byte[] Package)> DoneAsync(TestAdapter adapter, int size)
    {
        var offered = await OfferAsync(adapter, size);
        (await adapter.Inbox.AcknowledgeAsync("H37", offered.Delivery.DeliveryId, new Answer.Done(), Stop)).ShouldBe(AnswerOutcome.Recorded);
        return offered;
    }

    private static Task MarkAsync(TestAdapter adapter, Guid deliveryId, int attempt = 1, string reason = "Ban hành sai thẩm quyền") => adapter.Link.DeliverAsync(
        WireNames.Mark, adapter.SealByHub(new MarkBody(deliveryId, attempt, MarkKind.Destroy, ChangeCommand.Recall, reason, At)));

    private static async Task<AcknowledgeItem> AnsweredAsync(TestAdapter adapter, Guid deliveryId, int count) => (await Wait.ForAsync(
        () => adapter.Acknowledged().Where(line => line.DeliveryId == deliveryId && line.Kind == AcknowledgeKind.Destroyed).ToArray(),
        lines => lines.Length == count, "DESTROYED was said"))[^1];

    private static IEnumerable<string> Files(TestAdapter adapter) =>
        Directory.EnumerateFiles(Path.Combine(adapter.Options.SpoolFolder, "content"), "*", SearchOption.AllDirectories);

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
