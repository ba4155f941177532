using System.CommandLine;
using Axis.Benchmarks.Checks;
using Axis.Benchmarks.Statements;
using Axis.TestKit;

namespace Axis.Benchmarks;

/// <summary>One command, one run, one table: raw relay, bare MassTransit relay and the axis, with the same passages.</summary>
internal static class BenchmarkCommand
{
    private static readonly Option<string?> Broker = new("--broker")
    {
        Description = "amqp:// address of a broker's administrator; queues named bench.* are used there. Without it a private broker is started.",
    };

    private static readonly Option<int> Documents = new("--documents")
    {
        Description = "Documents of the figure with one receiver and 4 KiB; the others have as many passages, the large ones a fifth.",
        DefaultValueFactory = _ => BenchmarkPlan.Whole.Documents,
    };

    private static readonly Option<int> Open = new("--open")
    {
        Description = "Most documents under way at once; a quarter of it with large packages.",
        DefaultValueFactory = _ => BenchmarkPlan.Whole.Open,
    };

    private static readonly Option<int> WarmUp = new("--warm-up")
    {
        Description = "Seconds that every path carries documents before each figure.",
        DefaultValueFactory = _ => (int)BenchmarkPlan.Whole.WarmUp.TotalSeconds,
    };

    private static readonly Option<int[]> Sizes = new("--sizes")
    {
        Description = "Sizes of packages, KiB.",
        DefaultValueFactory = _ => [.. BenchmarkPlan.Whole.Sizes.Select(size => size / 1024)],
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<int[]> FanOuts = new("--receivers")
    {
        Description = "Numbers of receivers.",
        DefaultValueFactory = _ => [.. BenchmarkPlan.Whole.FanOuts],
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Results = new("--results")
    {
        Description = "Folder that keeps the raw results.",
        DefaultValueFactory = _ => SourceTree.At("tests", "Axis.Benchmarks", "results"),
    };

    public static RootCommand Create()
    {
        var command = new RootCommand("Measures the axis against bare relays, in one run on one machine.")
        {
            Broker, Documents, Open, WarmUp, Sizes, FanOuts, Results, CheckCommand.Create(), StatementCommand.Create(),
        };
        command.SetAction((result, cancellation) => RunAsync(
            result.GetValue(Broker),
            new BenchmarkPlan(
                [.. result.GetValue(Sizes)!.Select(size => size * 1024)], result.GetValue(FanOuts)!, result.GetValue(Documents), result.GetValue(Open),
                TimeSpan.FromSeconds(result.GetValue(WarmUp))),
            result.GetValue(Results)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? broker, BenchmarkPlan plan, string results, CancellationToken cancellation)
    {
        await using var bench = await BenchmarkRun.StartAsync(broker);
        var table = await bench.MeasureAsync(plan, Console.Error, cancellation);
        Console.WriteLine(table.ToMarkdown());
        Console.WriteLine(await table.KeepAsync(results, cancellation));
        return 0;
    }
}
