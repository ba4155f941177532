using System.CommandLine;
using Axis.Benchmarks.Measuring;
using Axis.TestKit;

namespace Axis.Benchmarks.Statements;

/// <summary>What the daily statements cost.</summary>
internal static class StatementCommand
{
    private static readonly int[] WholeSizes = [10_000, 100_000, 1_000_000];
    private static readonly int[] WholeTraffics = [500, 5_000, 50_000];

    private static readonly Option<int[]> Sizes = new("--sizes")
    {
        Description = "Deliveries in the ledger at which mornings are measured.",
        DefaultValueFactory = _ => WholeSizes,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<int> Daily = new("--daily")
    {
        Description = "Deliveries a day while the ledger grows.",
        DefaultValueFactory = _ => 2000,
    };

    private static readonly Option<int[]> Traffics = new("--traffics")
    {
        Description = "Deliveries a day that are measured, each on a ledger of its own.",
        DefaultValueFactory = _ => WholeTraffics,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<int> Agencies = new("--agencies")
    {
        Description = "Agencies in the directory of the nation, 5000 of them active; 0 leaves it out.",
        DefaultValueFactory = _ => 120_000,
    };

    private static readonly Option<bool> Server = new("--sql-server") { Description = $"On the SQL Server that {Requires.SqlServerVariable} names, in databases of its own; else on SQLite." };

    private static readonly Option<string> Results = new("--results")
    {
        Description = "Folder that keeps the raw results.",
        DefaultValueFactory = _ => SourceTree.At("tests", "Axis.Benchmarks", "results"),
    };

    public static Command Create()
    {
        var command = new Command("statements", "Measures what issuing the daily statements costs.") { Sizes, Daily, Traffics, Agencies, Server, Results };
        command.SetAction(async (result, cancellation) =>
        {
            var started = TimeProvider.System.GetUtcNow();
            var (traffics, agencies, server) = (result.GetValue(Traffics)!, result.GetValue(Agencies), result.GetValue(Server));
            var bench = new StatementBench(server, Console.Error);
            var byLedger = await bench.AsTheLedgerGrowsAsync(result.GetValue(Sizes)!, result.GetValue(Daily), cancellation);
            var (byTraffic, files) = await bench.AsTheTrafficGrowsAsync(traffics, cancellation);
            var nation = agencies == 0 ? null : await bench.OfANationAsync(agencies, Math.Min(agencies, 5000), traffics.Max(), cancellation);
            var table = new StatementTable(
                started, ResultTable.DescribeMachine(), Environment.Version.ToString(), server ? "SQL Server" : "SQLite", byLedger, byTraffic, nation, files);
            Console.WriteLine(table.ToMarkdown());
            Console.WriteLine(await table.KeepAsync(result.GetValue(Results)!, cancellation));
        });
        return command;
    }
}
