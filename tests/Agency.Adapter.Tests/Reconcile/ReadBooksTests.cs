using System.Security.Cryptography;
using Agency.Adapter.Incoming;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Reconcile;
using Axis.Contracts.Calendar;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Agency.Adapter.Tests.Reconcile;

/// <summary>What the books of a day tell, out of a real spool.</summary>
public sealed class ReadBooksTests : IAsyncLifetime
{
    // Noon: what takes some seconds here is of the same day.
    private readonly FakeTimeProvider clock = new(VietnamTime.At(VietnamTime.DateOf(TimeProvider.System.GetUtcNow()), new TimeOnly(12, 0)));
    private readonly TestAdapter adapter;

    public ReadBooksTests() => adapter = new TestAdapter(options => options.AcknowledgeWait = TimeSpan.Zero) { Clock = () => clock };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await adapter.StartWithAsync();

    public ValueTask DisposeAsync() => adapter.DisposeAsync();

    [Fact]
    public async Task What_was_sent_has_its_state_and_those_of_its_deliveries()
    {
        var day = VietnamTime.DateOf(clock.GetUtcNow());
        var package = await Packages.EdocAsync();
        var id = (await adapter.HandOverAsync(package)).ShouldBeOfType<SubmitOutcome.Accepted>().SubmissionId;
        await Wait.UntilAsync(() => adapter.Sent<SubmitMessage>(WireNames.Submit).Count == 1, "it was sent");
        await Wait.UntilAsync(() => Line(day, id) is { State: SentState.Sent }, "it is marked so");
        Line(day, id)!.Since.ShouldBe(clock.GetUtcNow(), TimeSpan.FromSeconds(1));

        var decided = clock.GetUtcNow().AddSeconds(7);
        var (told, untold) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await adapter.ReceiptAsync(new Receipt(
            id, 1, ReceiptOutcome.Accepted, Sha256(package), decided,
            [new("G22", ReceiverOutcome.Delivery, told), new("H41", ReceiverOutcome.Delivery, untold), new("X", ReceiverOutcome.Refused)], [], Guid.CreateVersion7()));
        await StateAsync(id, told, 1, "INITIAL");
        await StateAsync(id, told, 3, "DONE", "03");

        await Wait.UntilAsync(() => Line(day, id) is { State: SentState.Accepted, Deliveries: [{ Version: 3 }, _] }, "the states are known");
        Line(day, id)!.Since.ShouldBe(decided, "its answer, not its hand-over");
        Line(day, id)!.Deliveries.ShouldBe([new(told, 3, "DONE", "03"), new(untold, 0, "")]);

        // Not at rest: it is in the books of later days as well, until all have answered.
        Line(day.AddDays(1), id).ShouldNotBeNull();
        await StateAsync(id, untold, 2, "VOID");
        await Wait.UntilAsync(() => Line(day.AddDays(1), id) is null, "it has come to rest");
        Line(day.AddDays(1), id, id).ShouldNotBeNull("the hub asks for it");
        Line(day, id).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_sent_again_and_again_without_a_receipt_grows_old_all_the_same()
    {
        var day = VietnamTime.DateOf(clock.GetUtcNow());
        var handedOver = clock.GetUtcNow();
        var id = (await adapter.HandOverAsync(await Packages.EdocAsync())).ShouldBeOfType<SubmitOutcome.Accepted>().SubmissionId;
        await PassAsync(() => clock.GetUtcNow() - handedOver > TimeSpan.FromMinutes(90), "an hour and a half has passed");
        var sends = adapter.Sent<SubmitMessage>(WireNames.Submit).Count;
        await PassAsync(() => adapter.Sent<SubmitMessage>(WireNames.Submit).Count > sends && Line(day, id) is { State: SentState.Sent }, "it is sent once more");
        Line(day, id)!.Since.ShouldBeLessThanOrEqualTo(handedOver.AddHours(1).AddSeconds(1));

        Task PassAsync(Func<bool> until, string what) => Wait.UntilAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                return until();
            },
            what);
    }

    [Fact]
    public async Task What_was_taken_in_has_its_state_and_its_newest_accepted_answer()
    {
        var day = VietnamTime.DateOf(clock.GetUtcNow());
        var package = await Packages.EdocAsync("G22", "H37");
        var delivery = adapter.Delivery(package, attempt: 2);
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await Wait.UntilAsync(() => adapter.Inbox.Find("H37", delivery.DeliveryId) is { State: DeliveryPhase.Available }, "it is offered");
        var lying = Copy(day, delivery.DeliveryId)!;
        (lying.State, lying.Attempt, lying.PackageSha256, lying.Agency, lying.Answer, lying.Kind).ShouldBe((ReceivedState.Processing, 2, Sha256(package), "H37", null, "edoc"));
        Copy(day.AddDays(1), delivery.DeliveryId).ShouldNotBeNull("not taken yet");

        clock.Advance(TimeSpan.FromSeconds(5));
        (await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, new Answer.Done(), Stop)).ShouldBe(AnswerOutcome.Recorded);
        var done = Copy(day, delivery.DeliveryId)!;
        (done.State, done.Answer).ShouldBe((ReceivedState.Done, null), "the 01 is not accepted yet");
        done.Since.ShouldBe(clock.GetUtcNow(), TimeSpan.FromSeconds(1));
        Copy(day.AddDays(1), delivery.DeliveryId).ShouldBeNull();
        Copy(day.AddDays(1), delivery.DeliveryId, delivery.DeliveryId).ShouldNotBeNull("the hub asks for it");

        await Wait.UntilAsync(() => adapter.Sent<SubmitMessage>(WireNames.Submit).Count == 1, "the 01 was sent");
        var arrival = SubmissionIds.OfArrival(delivery.DeliveryId);
        await adapter.ReceiptAsync(new Receipt(
            arrival, 1, ReceiptOutcome.Accepted, Line(day, arrival)!.PackageSha256, clock.GetUtcNow(), [new("G22", ReceiverOutcome.Delivery, Guid.CreateVersion7())], [], Guid.CreateVersion7()));
        await Wait.UntilAsync(() => Copy(day, delivery.DeliveryId) is { Answer: "01", AnsweredAt: not null }, "the 01 is accepted");
    }

    [Fact]
    public async Task What_its_agency_has_failed_is_told_as_failed_since_then()
    {
        var day = VietnamTime.DateOf(clock.GetUtcNow());
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await Wait.UntilAsync(() => adapter.Inbox.Find("H37", delivery.DeliveryId) is { State: DeliveryPhase.Available }, "it is offered");
        clock.Advance(TimeSpan.FromSeconds(5));
        (await adapter.Inbox.AcknowledgeAsync("H37", delivery.DeliveryId, new Answer.Fail("no"), Stop)).ShouldBe(AnswerOutcome.Recorded);

        var copy = Copy(day, delivery.DeliveryId)!;
        copy.State.ShouldBe(ReceivedState.Fail);
        copy.Since.ShouldBe(clock.GetUtcNow(), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void The_books_say_when_the_hub_told_what_it_expects_by_its_own_clock()
    {
        var (day, asked) = (VietnamTime.DateOf(clock.GetUtcNow()), clock.GetUtcNow().AddHours(-3));
        adapter.Get<ReadBooks>().Read(day, new(day, asked, [], [])).Head.ExpectedAsOf.ShouldBe(asked);
    }

    private SentLine? Line(DateOnly day, Guid id, params Guid[] expected) =>
        Lines(day, expected, []).Select(line => line.Sent).OfType<SentLine>().SingleOrDefault(line => line.SubmissionId == id);

    private ReceivedLine? Copy(DateOnly day, Guid id, params Guid[] expected) =>
        Lines(day, [], expected).Select(line => line.Received).OfType<ReceivedLine>().SingleOrDefault(line => line.DeliveryId == id);

    private IReadOnlyList<BookLine> Lines(DateOnly day, Guid[] sent, Guid[] received) =>
        adapter.Get<ReadBooks>().Read(day, new(day, clock.GetUtcNow(), sent, received)).Lines;

    private Task StateAsync(Guid submission, Guid delivery, long version, string transport, string? business = null) => adapter.Link.DeliverAsync(
        WireNames.States, new StatesMessage([new(delivery, submission, submission, "G22", version, transport, clock.GetUtcNow(), 1, business)]));

    private static string Sha256(byte[] package) => Convert.ToHexStringLower(SHA256.HashData(package));
}
