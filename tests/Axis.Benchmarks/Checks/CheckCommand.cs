using System.CommandLine;
using Axis.Benchmarks.FullPath;
using Axis.Benchmarks.Measuring;
using Axis.TestKit;

namespace Axis.Benchmarks.Checks;

/// <summary>Two ratios: the check before sending to the reader alone, and what the door's rules add to the full path.</summary>
internal static class CheckCommand
{
    private static readonly int[] Sizes = [4 * 1024, 400 * 1024];

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "Rounds of each figure, after as many that are not counted.",
        DefaultValueFactory = _ => 300,
    };

    private static readonly Option<int> Documents = new("--documents")
    {
        Description = "Documents of the full path; 0 leaves it out, and with it what the rules add to it.",
        DefaultValueFactory = _ => 600,
    };

    private static readonly Option<int> WarmUp = new("--warm-up")
    {
        Description = "Seconds that the full path carries documents before.",
        DefaultValueFactory = _ => 60,
    };

    private static readonly Option<string> Results = new("--results")
    {
        Description = "Folder that keeps the raw results.",
        DefaultValueFactory = _ => SourceTree.At("tests", "Axis.Benchmarks", "results"),
    };

    public static Command Create()
    {
        var command = new Command("checks", "Measures the check before sending, and the door's rules within the full path.") { Rounds, Documents, WarmUp, Results };
        command.SetAction(async (result, cancellation) =>
        {
            var table = await MeasureAsync(result.GetValue(Rounds), result.GetValue(Documents), TimeSpan.FromSeconds(result.GetValue(WarmUp)), cancellation);
            Console.WriteLine(table.ToMarkdown());
            Console.WriteLine(await table.KeepAsync(result.GetValue(Results)!, cancellation));
        });
        return command;
    }

    /// <summary>Measures both.</summary>
    public static async Task<CheckTable> MeasureAsync(int rounds, int documents, TimeSpan warmUp, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetUtcNow();
        using var bench = new CheckBench();
        await bench.PrepareAsync(cancellation);
        var checks = new List<CheckFigure>();
        foreach (var size in Sizes)
        {
            checks.Add(await bench.MeasureAsync(size, rounds, cancellation));
        }

        var shares = new List<RuleShare>();
        if (documents > 0)
        {
            await using var broker = await PrivateBroker.StartAsync();
            foreach (var size in Sizes)
            {
                await using var path = await AxisPath.StartAsync(new Uri(broker.Amqp), 1, cancellation);
                var load = new Load(size, 1, size == Sizes[0] ? documents : Math.Max(1, documents / 5), warmUp, size == Sizes[0] ? 256 : 64);
                shares.Add(new(bench.Judge(size, rounds), await Drive.MeasureAsync(path, load, null, cancellation)));
            }
        }

        return new(started, ResultTable.DescribeMachine(), Environment.Version.ToString(), checks, shares);
    }
}
