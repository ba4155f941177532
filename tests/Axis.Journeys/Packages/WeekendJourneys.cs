using System.Diagnostics;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Journeys.Packages;

/// <summary>
/// Nobody looks after an adapter that is off from Friday, 16:00, to Monday, 08:00: a backlog and late clocks, and not one error. The weekend is lived by
/// the nation's own clock, by hub, adapters and clerks alike.
/// </summary>
public sealed class WeekendJourneys(ITestOutputHelper output)
{
    private const int Window = 10;
    private static readonly TimeSpan Step = TimeSpan.FromHours(4);
    private static readonly DateTimeOffset Friday = new(2026, 2, 6, 0, 0, 0, TimeSpan.FromHours(7));
    private static readonly DateTimeOffset Monday = Friday.AddDays(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_adapter_that_is_off_over_a_weekend_gets_its_backlog_on_Monday_urgent_ones_first_and_nothing_fails()
    {
        var clock = new NationClock(Friday.AddHours(15));
        var options = new NationOptions { Agencies = 3, Hub = hub => hub.Window = Window };
        await using var nation = await LiveNation.StartAsync(options, clock, Cancellation);
        var life = new NationLife(nation, clock);
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        var office = new Office(nation, sender, receiver.Addressee, clock);
        var watch = Stopwatch.StartNew();

        // Before the weekend everything is as always.
        var early = await office.SendAsync(0);
        await life.LiveUntilAsync(Friday.AddHours(15.5), Step, Cancellation);
        await TakeInAsync(receiver);
        await life.LiveUntilAsync(Friday.AddHours(16), Step, Cancellation);
        (await office.RowAsync(early)).Transport.ShouldBe(TransportState.Done);
        await receiver.Adapter.StopAsync(Cancellation);

        // The window and what waits behind it are sent on Friday; the urgent ones pass both, on Saturday; on Sunday one more comes behind all.
        var sent = new List<Sent>();
        foreach (var (at, count, priority) in new[] { (Friday.AddHours(16.5), Window, 0), (Friday.AddHours(17), 25, 0), (Friday.AddHours(34), 5, 2), (Friday.AddHours(68), 5, 0) })
        {
            await life.LiveUntilAsync(at, Step, Cancellation);
            for (var number = 0; number < count; number++)
            {
                sent.Add(await office.SendAsync(priority));
            }
        }

        await life.LiveUntilAsync(Monday.AddHours(8), Step, Cancellation);
        clock.GetUtcNow().ShouldBe(Monday.AddHours(8));
        foreach (var letter in sent)
        {
            var waiting = await office.RowAsync(letter);
            (waiting.Transport, waiting.Attempt, waiting.Failures).ShouldBe((TransportState.Initial, 1, 0));
            (waiting.AcceptedAt - letter.At).ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(1));
        }

        // One question about what was published, not one for every look at it, and a message for each alert, not for each letter.
        var queue = ((EmbeddedTransport)nation.Transport).Broker.Declare(receiver.Adapter.Code);
        (queue.Count(WireNames.Deliver), queue.Count(WireNames.Query)).ShouldBe((Window + 5, 1));
        queue.Count(WireNames.Alerts).ShouldBeInRange(1, 5);

        await receiver.Adapter.StartAsync(Cancellation);
        await life.LiveUntilAsync(Monday.AddHours(8.1), Step, Cancellation);
        var numbers = new Dictionary<Guid, int>();
        foreach (var letter in sent)
        {
            numbers.Add((await office.RowAsync(letter)).DeliveryId, numbers.Count);
        }

        // The statements of the three days that have ended lie among the letters.
        var inbox = await receiver.System.ListInboxAsync(Cancellation);
        inbox.Count(item => !numbers.ContainsKey(item.DeliveryId)).ShouldBe(3);
        var order = inbox.Where(item => numbers.ContainsKey(item.DeliveryId)).Select(item => numbers[item.DeliveryId]).ToList();
        order.Count.ShouldBe(45);
        order.Take(Window + 5).Order().ShouldBe([.. Enumerable.Range(0, Window), .. Enumerable.Range(35, 5)]);
        int[] behind = [.. Enumerable.Range(Window, 25), .. Enumerable.Range(40, 5)];
        order.Skip(Window + 5).Select((number, place) => Math.Abs(Array.IndexOf(behind, number) - place))
            .ShouldAllBe(shift => shift < Window, "only those of one refill may change places");

        await TakeInAsync(receiver);
        await life.LiveUntilAsync(Monday.AddHours(9), Step, Cancellation);
        foreach (var letter in sent)
        {
            var row = await office.RowAsync(letter);
            (row.Transport, row.Attempt).ShouldBe((TransportState.Done, 1));
            var events = await office.HistoryAsync(row.DeliveryId);
            events.ShouldAllBe(entry => entry.TransportTo != TransportState.Fail);
            events.Single(entry => entry.TransportTo == TransportState.Done && entry.TransportFrom != TransportState.Done).EffectiveAt
                .ShouldBeInRange(Monday.AddHours(8), Monday.AddHours(8.2));
            HistoryVerifier.FindBroken(row, events).ShouldBeNull();
            (await sender.System.FindAsync(letter.Submission, Cancellation)).Receivers.Single().Business.ShouldBe("01");
        }

        output.WriteLine($"{(Monday.AddHours(9) - Friday.AddHours(15)).TotalHours} simulated hours in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static async Task TakeInAsync(NationAgency receiver)
    {
        foreach (var item in await receiver.System.ListInboxAsync(Cancellation))
        {
            await receiver.System.OpenAsync(item.DeliveryId, Cancellation);
            await receiver.System.AcknowledgeAsync(item.DeliveryId, Cancellation);
        }
    }

    /// <summary>A submission and when it was handed over, by the nation's clock.</summary>
    private sealed record Sent(Guid Submission, DateTimeOffset At);

    /// <summary>Sends letters to one receiver and looks them up in the hub's ledger.</summary>
    private sealed class Office(LiveNation nation, NationAgency sender, Addressee receiver, NationClock clock)
    {
        private readonly ILedger ledger = nation.HubServices.GetRequiredService<ILedger>();
        private int letters;

        public async Task<Sent> SendAsync(int priority)
        {
            var number = ++letters;
            var letter = new LetterWriter(number).Write(sender.Addressee, [receiver], NationDate.Today(clock), 1) with { Number = number, Priority = priority };
            var package = await LetterPackage.WriteAsync(letter, clock.GetUtcNow(), Cancellation);
            return new((await sender.System.SubmitAsync(package, $"letter-{number}", Cancellation)).SubmissionId, clock.GetUtcNow());
        }

        public Task<DeliveryRow> RowAsync(Sent letter) => ledger.ReadAsync("row", async (reader, token) =>
        {
            var submission = (await reader.FindSubmissionsAsync([new(sender.Adapter.Code, letter.Submission)], token)).Single();
            return (await reader.FindDeliveriesOfAsync([submission.DocumentId], token)).Single();
        }, Cancellation);

        public Task<IReadOnlyList<DeliveryEventRow>> HistoryAsync(Guid delivery) =>
            ledger.ReadAsync("history", (reader, token) => reader.ListEventsAsync(delivery, token), Cancellation);
    }
}
