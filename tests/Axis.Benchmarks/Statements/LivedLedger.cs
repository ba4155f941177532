using System.Diagnostics;
using Axis.Hub;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Counting;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Statements.Render;
using Axis.TestKit;
using MassTransit;

namespace Axis.Benchmarks.Statements;

/// <summary>A ledger on which one day is lived after the other, and every morning the statements of the day before are issued.</summary>
internal sealed class LivedLedger : IAsyncDisposable
{
    private const int WritePage = 500;
    private static readonly DateOnly First = new(2026, 3, 2);
    private readonly TempFolder folder = new();
    private readonly SetClock clock = new(new DaySpan(First).Start);
    private readonly List<LivedDelivery> living = [];
    private readonly Nation nation;
    private readonly ServiceProvider services;
    private readonly string? server;
    private DateOnly day = First;

    private LivedLedger(Nation nation, string? server)
    {
        this.nation = nation;
        this.server = server;
        var options = new HubOptions { Name = "bench", Ledger = server ?? $"Data Source={folder.At("axis_bench.db")}" };
        services = new ServiceCollection().AddLogging().AddSingleton(options).AddSingleton<TimeProvider>(clock).AddLedger(options).AddStatementIssue().BuildServiceProvider();
    }

    /// <summary>Deliveries in it.</summary>
    public int Deliveries { get; private set; }

    /// <summary>Makes the database and registers the nation.</summary>
    /// <param name="nation">Its directory.</param>
    /// <param name="server">Connection string of a database that does not exist yet on a SQL Server; null: a SQLite file.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<LivedLedger> CreateAsync(Nation nation, string? server, CancellationToken cancellation)
    {
        var lived = new LivedLedger(nation, server);
        await lived.services.MigrateAsync(cancellation);
        foreach (var page in nation.Entries.Chunk(WritePage))
        {
            await lived.services.GetRequiredService<IDatabase>().WriteAsync("bench-agencies", (session, token) => session.ExecuteAsync(RegistrySql.InsertAgencyEvents, new
            {
                rows = SqlJson.Write([.. page.Select(agency => new { EventId = NewId.NextSequentialGuid(), Agency = agency, SuccessorId = (Guid?)null, SuccessorFrom = (DateTimeOffset?)null })]), at = DateTimeOffset.UnixEpoch,
            }, token), cancellation);
        }

        return lived;
    }

    /// <summary>Lives one day with so many deliveries, and issues its statements on the next morning.</summary>
    public async Task<Morning> LiveAsync(int traffic, CancellationToken cancellation)
    {
        var span = new DaySpan(day);
        for (var number = 0; number < traffic; number++)
        {
            var sender = number % nation.Active.Count;
            var receiver = (sender + 1 + (number / nation.Active.Count % (nation.Active.Count - 1))) % nation.Active.Count;
            living.Add(new(number, nation.Active[sender], nation.Active[receiver], span.Start.AddHours(8) + (TimeSpan.FromHours(9) * number / traffic)));
            if (number % (4 * WritePage) == 0)
            {
                await WriteAsync(span.End, cancellation);
            }
        }

        clock.Now = span.End.AddHours(6.5);
        await WriteAsync(clock.Now, cancellation);
        Deliveries += traffic;
        day = day.AddDays(1);
        return await IssueAsync(span.Day, cancellation);
    }

    /// <summary>Milliseconds that one format of each statement of the last day takes, by format.</summary>
    public async Task<IReadOnlyDictionary<StatementFormat, double>> RenderAsync(StatementFiles files, CancellationToken cancellation)
    {
        var store = services.GetRequiredService<StatementStore>();
        var statements = new List<(Contracts.Statements.Statement Statement, StatementRow Row)>();
        foreach (var agency in nation.Active)
        {
            var row = (await store.FindAsync(agency, day.AddDays(-1), null, cancellation))!;
            statements.Add((Contracts.Statements.StatementJson.Read(row.Content), row));
        }

        return Enum.GetValues<StatementFormat>().ToDictionary(format => format, format =>
        {
            var watch = Stopwatch.StartNew();
            statements.ForEach(one => files.Of(one.Statement, one.Row.Version, one.Row.IssuedAt, format));
            return watch.Elapsed.TotalMilliseconds / statements.Count;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (server is not null)
        {
            await SqlServerHost.DropAsync(server);
        }

        folder.Dispose();
    }

    private async Task<Morning> IssueAsync(DateOnly issued, CancellationToken cancellation)
    {
        using var memory = new MemoryWatch();
        using var process = Process.GetCurrentProcess();
        var (cpu, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var outcome = (IssueOutcome.Issued)await services.GetRequiredService<IssueStatements>().RunAsync(issued, (_, _) => { }, cancellation);
        watch.Stop();
        process.Refresh();
        return outcome.Mismatches == 0
            ? new(watch.Elapsed.TotalMilliseconds, (process.TotalProcessorTime - cpu).TotalMilliseconds, memory.MostMiB, outcome.Versions)
            : throw new InvalidOperationException($"{outcome.Mismatches} checks of the books do not hold.");
    }

    /// <summary>Writes what the hub had recorded before an instant.</summary>
    private async Task WriteAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var due = living.Select(one => (one.Document, Taken: one.Take(until))).Where(one => one.Taken is not null).Select(one => (one.Document, Taken: one.Taken!.Value));
        foreach (var taken in due.Chunk(WritePage))
        {
            await services.GetRequiredService<ILedger>().WriteAsync("bench", async (transaction, token) =>
            {
                var created = taken.Where(one => one.Taken.Before is null).ToList();
                await transaction.InsertDocumentsAsync([.. created.Select(one => one.Document)], token);
                await transaction.InsertDeliveriesAsync([.. created.Select(one => one.Taken.Row)], token);
                await transaction.SaveDeliveriesAsync([.. taken.Where(one => one.Taken.Before is not null).Select(one => new DeliveryChange(one.Taken.Row, one.Taken.Before!.Value))], token);
                await transaction.AppendEventsAsync([.. taken.SelectMany(one => one.Taken.Events)], token);
                return true;
            }, cancellation);
        }

        living.RemoveAll(one => one.IsOver);
    }
}
