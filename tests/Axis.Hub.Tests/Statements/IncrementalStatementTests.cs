using System.Text;
using Axis.Contracts.Statements;
using Axis.Hub.Agencies;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Compose;
using Axis.Hub.Statements.Counting;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Agencies;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Reconcile;
using MassTransit;

namespace Axis.Hub.Tests.Statements;

/// <summary>
/// statement.md 6 and 8: what is issued morning by morning, from what is open and what has moved, is what a computation of everything from the beginning gives, byte by byte, whatever came late.
/// </summary>
public sealed class IncrementalStatementTests
{
    private static readonly DateOnly First = new(2026, 2, 11);
    private static readonly Guid[] Agencies = [.. Enumerable.Range(1, 6).Select(number => new Guid(number, 0, 0, [1, 0, 0, 0, 0, 0, 0, 0]))];

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task Mornings_one_by_one_give_what_everything_at_once_gives(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        RandomHistory[] histories = [.. Enumerable.Range(1, 300).Select(seed => new RandomHistory(
            seed, new DaySpan(First).Start, Agencies[seed % Agencies.Length], Agencies[((seed * 7) + 3) % Agencies.Length]))];
        RandomDifference[] differences = [.. Enumerable.Range(1, 120).Select(seed => new RandomDifference(seed, new DaySpan(First).Start, Agencies[seed % Agencies.Length]))];
        await RegisterAsync(host);
        var written = new int[histories.Length];
        var noted = new int[differences.Length];
        var mornings = Enumerable.Range(0, 9).Select(offset => First.AddDays(offset)).ToArray();

        foreach (var day in mornings)
        {
            var morning = new DaySpan(day).End.AddHours(6.5);
            await WriteAsync(host, histories, written, morning);
            await WriteAsync(host, differences, noted, morning);
            host.Time.AdjustTime(morning);
            (await host.Get<IssueStatements>().RunAsync(day, null, TestContext.Current.CancellationToken)).ShouldBeOfType<IssueOutcome.Issued>().Mismatches.ShouldBe(0, $"{day:O}");
        }

        var seen = histories.Where(history => history.Steps[0].At < new DaySpan(mornings[^1]).End.AddHours(6.5)).Select(history => Until(history, new DaySpan(mornings[^1]).End.AddHours(6.5)));
        var expected = Everything(seen, differences.Zip(noted, (difference, steps) => difference.Count(steps)), mornings);
        var versions = 0;
        foreach (var day in mornings)
        {
            var issued = (await host.Get<StatementStore>().ListAsync(day, TestContext.Current.CancellationToken)).ToDictionary(row => row.AgencyId);
            issued.Keys.ShouldBe(expected[day].Keys, ignoreOrder: true, $"{day:O}");
            foreach (var (agency, statement) in expected[day])
            {
                var content = (await host.Get<StatementStore>().FindAsync(agency, day, null, TestContext.Current.CancellationToken)).ShouldNotBeNull().Content;
                Encoding.UTF8.GetString(content).ShouldBe(Encoding.UTF8.GetString(StatementJson.Write(statement)), $"{day} {agency}");
                versions += issued[agency].Version;
            }
        }

        expected.Values.SelectMany(day => day.Values).Sum(statement => statement.Figures.AsSender.Created).ShouldBe(histories.Length);
        expected.Values.SelectMany(day => day.Values).Sum(statement => statement.Differences?.Found ?? 0).ShouldBeGreaterThan(differences.Length);
        versions.ShouldBeGreaterThan(mornings.Length * Agencies.Length, "some of it came late");
    }

    private static Task<int> RegisterAsync(FlowHost host) => host.Get<IDatabase>().WriteAsync("test", (session, token) => session.ExecuteAsync(RegistrySql.InsertAgencyEvents, new
    {
        rows = SqlJson.Write([.. Agencies.Select(agency => new RecordedAgency(NewId.NextSequentialGuid(), EntryOf(agency)))]), at = DateTimeOffset.UnixEpoch,
    }, token), TestContext.Current.CancellationToken);

    /// <summary>The second and the third are below the first, the sixth below the third and a pilot.</summary>
    private static AgencyEntry EntryOf(Guid agency)
    {
        var place = Array.IndexOf(Agencies, agency);
        Guid? parent = place switch { 1 or 2 => Agencies[0], 5 => Agencies[2], _ => null };
        return new(agency, $"A{place + 1:00}", $"Cơ quan {place + 1}", $"Agency {place + 1}", "province", parent, place == 0 ? "A01" : null, true, place == 5, DateTimeOffset.UnixEpoch);
    }

    /// <summary>Writes what the hub had recorded up to an instant and not written yet.</summary>
    private static Task<bool> WriteAsync(FlowHost host, RandomHistory[] histories, int[] written, DateTimeOffset until) => host.Ledger.WriteAsync("test", async (transaction, token) =>
    {
        for (var place = 0; place < histories.Length; place++)
        {
            var steps = histories[place].Steps;
            for (; written[place] < steps.Count && steps[written[place]].At < until; written[place]++)
            {
                var (_, row, events) = steps[written[place]];
                if (written[place] == 0)
                {
                    await transaction.InsertDocumentsAsync([histories[place].Document], token);
                    await transaction.InsertDeliveriesAsync([row], token);
                }
                else
                {
                    await transaction.SaveDeliveriesAsync([new(row, steps[written[place] - 1].Row.Version)], token);
                }

                await transaction.AppendEventsAsync(events, token);
            }
        }

        return true;
    }, TestContext.Current.CancellationToken);

    /// <summary>Writes what reconciliations had recorded up to an instant and not written yet; late is what has a hub's clock that stepped back.</summary>
    private static Task<bool> WriteAsync(FlowHost host, RandomDifference[] differences, int[] written, DateTimeOffset until) => host.Get<IDatabase>().WriteAsync("test", async (session, token) =>
    {
        for (var place = 0; place < differences.Length; place++)
        {
            var steps = differences[place].Steps;
            for (; written[place] < steps.Count && steps[written[place]].At < until; written[place]++)
            {
                var (_, row, entry) = steps[written[place]];
                await session.ExecuteAsync(written[place] == 0 ? ReconcileSql.InsertDifferences : ReconcileSql.SaveDifferences, new { rows = SqlJson.Write([row]) }, token);
                await session.ExecuteAsync(ReconcileSql.AppendDifferenceEvents, new { rows = SqlJson.Write([entry]) }, token);
            }
        }

        return true;
    }, TestContext.Current.CancellationToken);

    private static DeliveryCount Until(RandomHistory history, DateTimeOffset until) => new(
        history.Facts(), [.. history.Steps.Where(step => step.At < until).SelectMany(step => step.Events).Select(RandomHistory.Slim)]);

    private static Dictionary<DateOnly, IReadOnlyDictionary<Guid, Statement>> Everything(IEnumerable<DeliveryCount> deliveries, IEnumerable<CountedDifference> differences, DateOnly[] days)
    {
        var count = new CountDays(days[0], days[^1]);
        foreach (var delivery in deliveries)
        {
            count.Add(delivery);
        }

        foreach (var difference in differences)
        {
            count.Add(difference);
        }

        var tree = new AgencyTree(Agencies.Select(EntryOf).Select(entry =>
            new AgencyAt(entry.AgencyId, entry.Code, entry.NameVi, entry.NameEn, entry.ParentId, entry.Pilot, entry.AdapterCode is not null)));
        var before = new Dictionary<Guid, Closings>();
        var all = new Dictionary<DateOnly, IReadOnlyDictionary<Guid, Statement>>();
        foreach (var day in days)
        {
            all[day] = new ComposeStatements(new DaySpan(day), count.Of(day), tree, before).Each().ToDictionary();
            before = all[day].ToDictionary(pair => pair.Key, pair => Closings.Of(pair.Value));
        }

        return all;
    }
}
