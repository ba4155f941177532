using System.Security.Cryptography;
using Agency.Adapter.HubLink;
using Agency.Adapter.Incoming;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Retention;
using Agency.Adapter.Spool;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Agency.Adapter.Tests.Retention;

/// <summary>Bytes go some days after they have come to rest; what is unresolved never goes.</summary>
public sealed partial class PurgeTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private readonly TestAdapter adapter;

    public PurgeTests() => adapter = new TestAdapter(
        options => (options.InlineLimit, options.AcknowledgeWait) = (10_000, TimeSpan.Zero))
    { Clock = () => clock };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ContentStore Contents => adapter.Get<ContentStore>();

    /// <summary>The adapter's own loop does not run: the tests turn one of theirs, and see all that it does.</summary>
    public async ValueTask InitializeAsync() => await adapter.StartWithAsync(services =>
        services.Remove(services.Single(service => service.ImplementationType == typeof(PurgePump))));

    public ValueTask DisposeAsync() => adapter.DisposeAsync();

    [Theory, InlineData(100), InlineData(50_000)]
    public async Task Removes_what_was_sent_and_taken_by_all_and_still_tells_what_became_of_it(int size)
    {
        var package = await Packages.EdocAsync(attachmentBytes: size);
        var (id, delivery) = await SendAsync(package);
        await StateAsync(id, delivery, 1, "DONE");

        await PassAsync(29);
        Contents.Has(Sha256(package)).ShouldBeTrue();
        await PassAsync(2);

        Contents.Has(Sha256(package)).ShouldBeFalse();
        Files().ShouldBeEmpty();
        var view = adapter.Track.Find("H37", id).ShouldNotBeNull();
        view.PackageSha256.ShouldBe(Sha256(package));
        view.Receivers.ShouldHaveSingleItem().State.ShouldNotBeNull().Transport.ShouldBe("DONE");
        (await adapter.HandOverAsync(package)).ShouldBeOfType<SubmitOutcome.Repeated>().SubmissionId.ShouldBe(id);
    }

    [Theory, InlineData(100), InlineData(50_000)]
    public async Task Removes_what_its_agency_has_taken_and_still_answers_the_hub_about_it(int size)
    {
        var package = await Packages.EdocAsync("G22", "H37", attachmentBytes: size);
        var delivery = adapter.Delivery(package, asReference: size > 10_000);
        await TakeInAsync(delivery);
        await AnswerAsync(delivery.DeliveryId, new Answer.Done(), AcknowledgeKind.Done);

        await PassAsync(31);

        Contents.Has(Sha256(package)).ShouldBeFalse();
        Files().ShouldBeEmpty();
        adapter.Inbox.Find("H37", delivery.DeliveryId).ShouldNotBeNull().Metadata.Subject.ShouldBe("V/v thử nghiệm");
        (await adapter.Inbox.OpenPackageAsync("H37", delivery.DeliveryId, Stop)).ShouldBeOfType<OpenOutcome.Removed>().Sha256.ShouldBe(Sha256(package));
        var told = adapter.Acknowledged().Count;
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery with { Attempt = 2 });
        var answer = (await Wait.ForAsync(adapter.Acknowledged, lines => lines.Count > told, "the repeat is answered"))[^1];
        answer.Kind.ShouldBe(AcknowledgeKind.Done);
        answer.PackageSha256.ShouldBe(Sha256(package));
    }

    [Theory, InlineData("INITIAL"), InlineData("PROCESSING"), InlineData("FAIL")]
    public async Task Keeps_what_a_receiver_has_not_taken(string transport)
    {
        var package = await Packages.EdocAsync();
        var (id, delivery) = await SendAsync(package);
        await StateAsync(id, delivery, 1, "DONE");
        await StateAsync(id, delivery, 2, transport);

        await PassAsync(100);

        Contents.Has(Sha256(package)).ShouldBeTrue();
    }

    [Fact]
    public async Task Keeps_what_the_hub_has_not_answered()
    {
        var package = await Packages.EdocAsync();
        await adapter.HandOverAsync(package);
        await PassAsync(100);
        Contents.Has(Sha256(package)).ShouldBeTrue();
    }

    [Fact]
    public async Task Keeps_what_its_agency_has_fetched_and_not_acknowledged()
    {
        var package = await Packages.EdocAsync("G22", "H37");
        var delivery = adapter.Delivery(package);
        await TakeInAsync(delivery);
        await (await adapter.OpenAsync(delivery.DeliveryId)).DisposeAsync();
        await PassAsync(100);
        await (await adapter.OpenAsync(delivery.DeliveryId)).DisposeAsync();
    }

    [Fact]
    public async Task Keeps_what_the_hub_has_not_been_told()
    {
        var package = await Packages.EdocAsync("G22", "H37");
        var delivery = adapter.Delivery(package);
        await TakeInAsync(delivery);
        adapter.Link.Answer = _ => new PublishOutcome.Unavailable("away");
        await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, new Answer.Done(), Stop);

        await PassAsync(100);

        Contents.Has(Sha256(package)).ShouldBeTrue();
    }

    [Fact]
    public async Task Removes_a_failure_only_when_it_was_given_up_and_not_sent_again()
    {
        var package = await Packages.EdocAsync();
        var (id, delivery) = await SendAsync(package);
        await StateAsync(id, delivery, 1, "FAIL");
        await adapter.Get<AskAfterwards>().CloseAsync(id, "không còn cần", Stop);
        await adapter.Get<AskAfterwards>().ResendAsync(id, Stop);
        await PassAsync(100);
        Contents.Has(Sha256(package)).ShouldBeTrue();

        await adapter.Get<AskAfterwards>().CloseAsync(id, "không còn cần", Stop);
        await PassAsync(31);

        Contents.Has(Sha256(package)).ShouldBeFalse();
    }

    [Fact]
    public async Task Keeps_bytes_that_rest_under_one_name_and_wait_under_another()
    {
        var package = await Packages.EdocAsync("G22", "H37");
        var (done, waiting) = (adapter.Delivery(package), adapter.Delivery(package));
        await TakeInAsync(done);
        await TakeInAsync(waiting);
        await AnswerAsync(done.DeliveryId, new Answer.Done(), AcknowledgeKind.Done);
        await PassAsync(100);
        await (await adapter.OpenAsync(waiting.DeliveryId)).DisposeAsync();
    }

    [Fact]
    public async Task Begins_the_time_anew_when_something_new_names_the_bytes()
    {
        var package = await Packages.EdocAsync("G22", "H37");
        var (first, second) = (adapter.Delivery(package), adapter.Delivery(package));
        await TakeInAsync(first);
        await AnswerAsync(first.DeliveryId, new Answer.Done(), AcknowledgeKind.Done);
        await PassAsync(20);
        await TakeInAsync(second);
        await AnswerAsync(second.DeliveryId, new Answer.Fail("không đọc được"), AcknowledgeKind.Fail);

        await PassAsync(15);
        Contents.Has(Sha256(package)).ShouldBeTrue();
        await PassAsync(16);
        Contents.Has(Sha256(package)).ShouldBeFalse();
    }

    [Fact]
    public async Task Takes_bytes_in_again_that_were_removed_here()
    {
        var package = await Packages.EdocAsync("G22", "H37", attachmentBytes: 50_000);
        var delivery = adapter.Delivery(package, asReference: true);
        await TakeInAsync(delivery);
        await AnswerAsync(delivery.DeliveryId, new Answer.Fail("không đọc được"), AcknowledgeKind.Fail);
        await PassAsync(31);
        Contents.Has(Sha256(package)).ShouldBeFalse();

        await TakeInAsync(delivery with { Attempt = 2 });

        await (await adapter.OpenAsync(delivery.DeliveryId)).DisposeAsync();
    }

    [Fact]
    public async Task Answers_a_repeated_status_by_a_code_when_its_bytes_are_gone()
    {
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await TakeInAsync(delivery);
        await AnswerAsync(delivery.DeliveryId, new Answer.Done(), AcknowledgeKind.Done);
        var request = new SubmitRequest("H37", "key-03");
        var status = new StatusRequest("03", delivery.DeliveryId);
        var id = (await adapter.Submit.SubmitStatusAsync(request, status, Stop)).ShouldBeOfType<SubmitOutcome.Accepted>().SubmissionId;
        var target = Guid.CreateVersion7();
        await adapter.ReceiptAsync(new Receipt(
            id, 1, ReceiptOutcome.Accepted, adapter.Track.Find("H37", id)!.PackageSha256, clock.GetUtcNow(), [new("G22", ReceiverOutcome.Delivery, target)], [], id));
        await StateAsync(id, target, 1, "DONE");
        (await adapter.Submit.SubmitStatusAsync(request, status, Stop)).ShouldBeOfType<SubmitOutcome.Repeated>();

        await PassAsync(31);

        (await adapter.Submit.SubmitStatusAsync(request, status, Stop)).ShouldBeOfType<SubmitOutcome.Refused>()
            .Findings.ShouldHaveSingleItem().Code.ShouldBe(ErrorCatalogue.ContentRemoved.Code);
    }

    [Fact]
    public async Task Removes_in_batches_until_nothing_is_left()
    {
        await adapter.Spool.WriteAsync(transaction =>
        {
            for (var number = 0; number < 450; number++)
            {
                ContentStore.Add(transaction, new StagedContent($"{number:d64}", 3, [1, 2, 3], null));
            }
        });
        await PassAsync(0);
        clock.Advance(TimeSpan.FromDays(31));
        using var purge = Purge();

        var turns = 1;
        while (await purge.TurnAsync())
        {
            turns++;
        }

        turns.ShouldBe(3);
        Contents.Has($"{449:d64}").ShouldBeFalse();
    }

    [Fact]
    public async Task Removes_nothing_when_it_is_set_to_keep_everything()
    {
        adapter.Options.KeepContentDays = 0;
        var package = await Packages.EdocAsync();
        var (id, delivery) = await SendAsync(package);
        await StateAsync(id, delivery, 1, "DONE");
        await PassAsync(1000);
        Contents.Has(Sha256(package)).ShouldBeTrue();
    }

    [Fact]
    public async Task Does_not_take_the_file_from_a_package_that_is_just_being_handed_over_again()
    {
        var bytes = RandomNumberGenerator.GetBytes(50_000);
        using (var staged = (await Contents.StageAsync(new MemoryStream(bytes), 100_000, Stop)).ShouldNotBeNull())
        {
            Contents.Place(staged);
            Contents.RemoveFile(staged.Sha256);
            Files().ShouldHaveSingleItem();
        }

        Contents.RemoveFile(Sha256(bytes));
        Files().ShouldBeEmpty();
    }

    private async Task<(Guid Id, Guid Delivery)> SendAsync(byte[] package)
    {
        var id = (await adapter.HandOverAsync(package)).ShouldBeOfType<SubmitOutcome.Accepted>().SubmissionId;
        var delivery = Guid.CreateVersion7();
        await adapter.ReceiptAsync(new Receipt(
            id, 1, ReceiptOutcome.Accepted, Sha256(package), clock.GetUtcNow(), [new("G22", ReceiverOutcome.Delivery, delivery)], [], Guid.CreateVersion7()));
        return (id, delivery);
    }

    private Task StateAsync(Guid submission, Guid delivery, long version, string transport, bool closed = false) => adapter.Link.DeliverAsync(
        WireNames.States,
        new StatesMessage([new(delivery, submission, submission, "G22", version, transport, clock.GetUtcNow(), 1, ClosedAt: closed ? clock.GetUtcNow() : null)]));

    private async Task TakeInAsync(DeliverMessage delivery)
    {
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await Wait.UntilAsync(() => adapter.Inbox.Find("H37", delivery.DeliveryId) is { State: DeliveryPhase.Available }, "it is offered");
    }

    private async Task AnswerAsync(Guid delivery, Answer answer, AcknowledgeKind told)
    {
        (await adapter.Inbox.AcknowledgeAsync("H37", delivery, answer, Stop)).ShouldBe(AnswerOutcome.Recorded);
        await Wait.UntilAsync(() => adapter.Acknowledged().Any(line => line.DeliveryId == delivery && line.Kind == told), "the hub was told");
        await Wait.UntilAsync(
            () => adapter.Spool.Read(spool => Dapper.SqlMapper.ExecuteScalar<int>(spool, "SELECT COUNT(*) FROM Owed")) == 0, "nothing is owed");
    }

    /// <summary>Lets the days pass, and removes what is to be removed; what rests now begins its time before.</summary>
    private async Task PassAsync(int days)
    {
        using var purge = Purge();
        while (await purge.TurnAsync())
        {
        }

        clock.Advance(TimeSpan.FromDays(days));
        while (await purge.TurnAsync())
        {
        }
    }

    private PurgePump Purge() => ActivatorUtilities.CreateInstance<PurgePump>(adapter.Get<IServiceProvider>());

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.Combine(adapter.Options.SpoolFolder, "content"), "*", SearchOption.AllDirectories);

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
