using System.Diagnostics;
using System.Text;
using Agency.Adapter.Reconcile;
using Agency.Adapter.Statements;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Statements;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Statements;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Reconcile;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Journeys.Reconcile;

/// <summary>A spool that is not what it was: each night the books tell it, the statement shows it until it is mended, and what can heals by itself.</summary>
public sealed class ReconcileJourneys(ITestOutputHelper output)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);
    private static readonly DateTimeOffset Monday = new(2026, 2, 9, 0, 0, 0, VietnamTime.Offset);
    private static readonly DateOnly Day = new(2026, 2, 9);

    private static readonly string[] ToDo =
        [ErrorCatalogue.BooksArrivedMissing.Code, ErrorCatalogue.BooksDeliveryUnknownToHub.Code, ErrorCatalogue.BooksReceivedOtherBytes.Code];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_damaged_spool_and_the_hub_differ_in_stands_on_the_statement_until_it_is_mended()
    {
        var clock = new NationClock(Monday.AddHours(9));
        var options = new NationOptions
        {
            Agencies = 2, Hub = hub => hub.QueryHeldAfter = TimeSpan.FromHours(16), Adapter = adapter => adapter.ReconcileSpread = TimeSpan.Zero,
        };
        await using var nation = await LiveNation.StartAsync(options, clock, Cancellation);
        var (life, watch) = (new NationLife(nation, clock), Stopwatch.StartNew());
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        var adapter = receiver.Adapter.Code;
        var damage = new SpoolDamage(receiver.Adapter);

        // Two letters arrive, a third one is not taken yet; then the spool is damaged.
        var letters = new List<Guid>();
        for (var number = 1; number <= 3; number++)
        {
            letters.Add(await SendAsync(sender, receiver, number, clock));
        }

        await life.LiveUntilAsync(Monday.AddHours(9.5), Step, Cancellation);
        Guid[] deliveries = await Task.WhenAll(letters.Select(letter => DeliveryOfAsync(sender, letter)));
        await TakeAsync(receiver, deliveries[0]);
        await TakeAsync(receiver, deliveries[1]);
        await life.LiveUntilAsync(Monday.AddHours(11), Step, Cancellation);
        await damage.DamageAsync(deliveries[0], deliveries[1], Cancellation, deliveries[2]);

        // The night: everything is told, with what to do.
        await life.LiveUntilAsync(Monday.AddHours(24.5), Step, Cancellation);
        var night = (await ReconciliationsAsync(nation, adapter)).First();
        (night.Day, night.Missing, night.Extra, night.Different).ShouldBe((Day, 2, 1, 1));
        night.Differences.Select(one => (one.Code, one.Id)).ShouldBe(
        [
            (ToDo[0], deliveries[0]), (ToDo[1], damage.Invented), (ToDo[2], deliveries[1]), (ErrorCatalogue.BooksDeliveryMissing.Code, deliveries[2]),
        ], ignoreOrder: true);
        night.Differences.ShouldAllBe(one => one.Agency == receiver.Addressee.Code);
        (await BooksAlertAsync(nation, adapter)).ClosedAt.ShouldBeNull();

        // What can heals: the hub asks for the third and publishes it again. The rest is mended by hand on Tuesday.
        await life.LiveUntilAsync(Monday.AddHours(32), Step, Cancellation);
        (await receiver.System.ListInboxAsync(Cancellation)).ShouldContain(item => item.DeliveryId == deliveries[2]);
        (await ReconciliationsAsync(nation, adapter)).First().Differences.Select(one => one.Code).ShouldBe(ToDo, ignoreOrder: true);
        await life.LiveUntilAsync(Monday.AddHours(39), Step, Cancellation);
        await damage.MendAsync(Cancellation);
        await life.LiveUntilAsync(Monday.AddHours(48.5), Step, Cancellation);
        (await ReconciliationsAsync(nation, adapter)).First().Differences.ShouldBeEmpty();
        (await BooksAlertAsync(nation, adapter)).ClosedAt.ShouldNotBeNull();
        await life.LiveUntilAsync(Monday.AddHours(72 + 7), Step, Cancellation);

        // Monday's statement knows nothing, Tuesday's shows what is to be done, Wednesday's that it was, and Thursday's will be as ever.
        (await StatementAsync(nation, receiver, Day)).Differences.ShouldBeNull();
        var tuesday = await StatementAsync(nation, receiver, Day.AddDays(1));
        Flow(tuesday).ShouldBe((0, 4, 1, 3));
        tuesday.Differences!.Items.Select(item => item.Code).ShouldBe(ToDo, ignoreOrder: true);
        tuesday.Differences.Items.ShouldAllBe(item => !item.HealsByItself && item.WhatVi == ErrorCatalogue.All[item.Code].Vietnamese && item.WhatEn == ErrorCatalogue.All[item.Code].English);
        var wednesday = await StatementAsync(nation, receiver, Day.AddDays(2));
        (Flow(wednesday), wednesday.Differences!.Items.Count).ShouldBe(((3, 0, 3, 0), 0));
        new[] { tuesday, wednesday }.ShouldAllBe(statement => statement.Books.All(check => check.Holds));
        foreach (var day in new[] { Day, Day.AddDays(1), Day.AddDays(2) })
        {
            (await StatementAsync(nation, sender, day)).Differences.ShouldBeNull();
        }

        // The agency has it in its own files.
        var file = receiver.Adapter.Services.GetRequiredService<StatementFiles>().Find(receiver.Addressee.Code, Day.AddDays(1), null, "json").ShouldNotBeNull();
        Encoding.UTF8.GetString(file.Bytes).ShouldBe(Encoding.UTF8.GetString(StatementJson.Write(tuesday)));
        output.WriteLine($"{(clock.GetUtcNow() - Monday).TotalHours - 9} simulated hours in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    [Fact]
    public Task A_day_is_compared_on_demand() => OnDemandAsync(broker: null);

    [BrokerFact]
    public async Task A_day_is_compared_on_demand_on_RabbitMQ() => await OnDemandAsync((await PrivateBroker.SharedAsync()).Amqp);

    private static async Task OnDemandAsync(string? broker)
    {
        var clock = new ForwardClock();
        await using var nation = await LiveNation.StartAsync(new NationOptions { Agencies = 2, Broker = broker }, clock, Cancellation);
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var deliveries = new List<Guid>();
        for (var number = 1; number <= 2; number++)
        {
            var letter = await SendAsync(sender, receiver, number, clock);
            await Eventually.Async(async () => (await sender.System.FindAsync(letter, Cancellation)).Receivers is [{ DeliveryId: not null }], cancellation: Cancellation);
            deliveries.Add(await DeliveryOfAsync(sender, letter));
            await Eventually.Async(async () => (await receiver.System.ListInboxAsync(Cancellation)).Any(item => item.DeliveryId == deliveries[^1]), cancellation: Cancellation);
            await TakeAsync(receiver, deliveries[^1]);
            await Eventually.Async(async () => (await sender.System.FindAsync(letter, Cancellation)).Receivers.Single().Business == "01", cancellation: Cancellation);
        }

        // What is young is passed over, so the clock goes on; the statuses of the last letter may still be under way.
        clock.Ahead = CompareBooks.Tolerance + TimeSpan.FromMinutes(1);
        foreach (var agency in new[] { receiver, sender })
        {
            await Eventually.Async(async () => (await PostAsync(agency, today)).Differences is [], cancellation: Cancellation);
        }

        var damage = new SpoolDamage(receiver.Adapter);
        await damage.DamageAsync(deliveries[0], deliveries[1], Cancellation);
        (await PostAsync(receiver, today)).Differences.Select(one => one.Code).ShouldBe(ToDo, ignoreOrder: true);

        // The agency looks, has the document, and says so; said again after a lost answer it is the same. What is the operators' it does not close.
        await receiver.System.CloseDifferenceAsync(deliveries[0], "Đã có trong hệ thống của đơn vị", "Trần Thị B", Cancellation);
        await receiver.System.CloseDifferenceAsync(deliveries[0], "Đã có trong hệ thống của đơn vị", "Trần Thị B", Cancellation);
        (await Should.ThrowAsync<HttpRequestException>(receiver.System.CloseDifferenceAsync(deliveries[1], "x", "Trần Thị B", Cancellation))).Message
            .ShouldContain(ErrorCatalogue.BooksCloseByOperators.Code);
        (await PostAsync(receiver, today)).Differences.Select(one => one.Code).ShouldBe(ToDo[1..], ignoreOrder: true);
        await damage.MendAsync(Cancellation);
        (await PostAsync(receiver, today)).Differences.ShouldBeEmpty();
    }

    private static Task<ReconciliationAnswer> PostAsync(NationAgency agency, DateOnly day) =>
        agency.Adapter.Services.GetRequiredService<PostBooks>().PostAsync(day, Cancellation);

    private static async Task<Guid> SendAsync(NationAgency sender, NationAgency receiver, int number, TimeProvider clock)
    {
        var letter = new LetterWriter(number).Write(sender.Addressee, [receiver.Addressee], NationDate.Today(clock), 1) with { Number = number, Priority = 0 };
        return (await sender.System.SubmitAsync(await LetterPackage.WriteAsync(letter, clock.GetUtcNow(), Cancellation), $"letter-{number}", Cancellation)).SubmissionId;
    }

    private static async Task<Guid> DeliveryOfAsync(NationAgency sender, Guid submission) =>
        (await sender.System.FindAsync(submission, Cancellation)).Receivers.Single().DeliveryId!.Value;

    private static async Task TakeAsync(NationAgency receiver, Guid delivery)
    {
        await receiver.System.OpenAsync(delivery, Cancellation);
        await receiver.System.AcknowledgeAsync(delivery, Cancellation);
    }

    private static async Task<IEnumerable<ReconciliationAnswer>> ReconciliationsAsync(LiveNation nation, string adapter) =>
        (await nation.HubServices.GetRequiredService<ReconciliationStore>().ListAsync(adapter, Day.AddDays(-10), Day.AddDays(10), 100, Cancellation)).Select(ReconcileBooks.AnswerOf);

    private static async Task<AlertView> BooksAlertAsync(LiveNation nation, string adapter) =>
        (await nation.HubServices.GetRequiredService<AlertStore>().ListAsync(adapter, 100, Cancellation)).Single(alert => alert.Kind == AlertKinds.BooksDiffer);

    private static async Task<Statement> StatementAsync(LiveNation nation, NationAgency agency, DateOnly day)
    {
        var directory = await nation.HubServices.GetRequiredService<IAgencyRegistry>().CurrentAsync(Cancellation);
        var id = directory.Resolve(agency.Addressee.Code, TimeProvider.System.GetUtcNow())!.AgencyId;
        return StatementJson.Read((await nation.HubServices.GetRequiredService<StatementStore>().FindAsync(id, day, null, Cancellation)).ShouldNotBeNull($"{day}").Content);
    }

    private static (int, int, int, int) Flow(Statement statement) => statement.Differences is { } differences
        ? (differences.Opening, differences.Found, differences.Settled, differences.Closing)
        : (0, 0, 0, 0);
}
