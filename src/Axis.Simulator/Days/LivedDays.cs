using Axis.Contracts.Calendar;
using Axis.Hub.Watch.Alerts;
using Axis.Simulator.Faults;
using Axis.Simulator.Nation;
using Axis.Simulator.Nation.Books;

namespace Axis.Simulator.Days;

/// <summary>A nation that has lived through its days, still there to be asked.</summary>
/// <param name="Nation">The nation; its owner ends it.</param>
/// <param name="Plan">What was to happen.</param>
/// <param name="Statements">What its agencies were given, by day, agency and version.</param>
/// <param name="Alerts">Every alert, as it stood at the end.</param>
/// <param name="Clerks">Its clerks.</param>
internal sealed record LivedDays(
    LiveNation Nation, DaysPlan Plan, IReadOnlyList<GivenStatement> Statements, IReadOnlyCollection<AlertView> Alerts, IReadOnlyCollection<DayClerk> Clerks)
{
    /// <summary>What is not as planned, in words.</summary>
    public required IReadOnlyList<string> Differences { get; init; }

    /// <param name="options">What the nation is made of.</param>
    /// <param name="days">What it lives through.</param>
    /// <param name="begin">Told of the plan.</param>
    /// <param name="ended">Told of every day that has ended.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<LivedDays> LiveAsync(NationOptions options, DaysOptions days, Action<DaysPlan> begin, Action<EndedDay> ended, CancellationToken cancellation)
    {
        var office = new OfficeMinutes(WorkingCalendar.National);
        var agencies = NationPlan.Of(options.Agencies);
        var plan = PlanDays.Of(days, [.. agencies.Adapters.SelectMany(adapter => adapter.Agencies).Select(agency => agency.Addressee)], office);
        var expected = new Expectations(plan, office);
        begin(plan);
        var clock = new NationClock(plan.Begins);
        var nation = await LiveNation.StartAsync(options with { Plan = agencies }, clock, cancellation);
        try
        {
            var live = new LiveDays(nation, clock, plan);
            await live.LiveAsync(DayActs.Of(plan, office, expected), day => ended(live.Ended(day, office.IsWorking(day))), cancellation);
            var statements = await StatementShelf.ReadAsync(nation, plan, cancellation);
            return new(nation, plan, statements, live.Alerts, live.Clerks) { Differences = PlanComparison.Compare(plan, expected, statements, live.Alerts) };
        }
        catch
        {
            await nation.DisposeAsync();
            throw;
        }
    }

    /// <summary>Compares the books of hub and agencies, and what is not as planned with them. What lies in an inbox still, and what a clerk has refused, is no difference.</summary>
    public async Task<BooksVerdict> CompareBooksAsync(IReadOnlyCollection<HubEntry> hub, CancellationToken cancellation)
    {
        var elsewhere = new HashSet<Guid>();
        foreach (var clerk in Clerks)
        {
            elsewhere.UnionWith(await clerk.ListElsewhereAsync(cancellation));
        }

        var verdict = BooksComparison.Compare(
            hub, [.. Nation.Agencies.SelectMany(agency => agency.Book.SentEntries)], [.. Nation.Agencies.SelectMany(agency => agency.Book.ReceivedEntries)], elsewhere);
        return verdict with { Differences = [.. verdict.Differences, .. Differences] };
    }
}

/// <summary>A day that has ended, in figures for whoever watches.</summary>
/// <param name="IsWorking">Whether it was worked.</param>
/// <param name="Sent">Letters sent so far.</param>
/// <param name="Received">Letters taken in so far.</param>
/// <param name="AlertsOpened">Alerts so far.</param>
/// <param name="AlertsClosed">Those of them that have closed.</param>
internal sealed record EndedDay(DateOnly Day, bool IsWorking, int Sent, int Received, int AlertsOpened, int AlertsClosed);
