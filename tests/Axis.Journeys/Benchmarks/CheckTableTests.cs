using Axis.Benchmarks.Checks;
using Axis.Benchmarks.Measuring;
using Axis.TestKit;

namespace Axis.Journeys.Benchmarks;

/// <summary>The two ratios of the checks: what they follow from, and that they can be measured.</summary>
public sealed class CheckTableTests
{
    [Fact]
    public void Compares_medians_and_takes_the_rules_out_of_the_path_once_for_hub_and_once_for_adapter()
    {
        var path = new Measurement(
            ResultTable.AxisPath, 4096, 1, 100, 8, 1, 3, 7, new WarmUp(10, 1, 1, 1), new Dictionary<string, double> { [Roles.Hub] = 0.4, [Roles.Sender] = 0.6 });
        var table = new CheckTable(
            DateTimeOffset.UnixEpoch, "a machine", "10", [new CheckFigure(409_600, [1, 2, 30], [3, 3, 3], [4, 4, 4])], [new RuleShare(0.5, path)]);

        var lines = table.ToMarkdown().Split('\n').Select(line => line.Trim()).ToList();

        lines.ShouldContain("| 400 KiB | 3 | 2.000 | 3.000 | 4.000 | 1.50 | 2.00 |");
        lines.ShouldContain("| 4 KiB | 1 | 0.500 | 10.00 | 11.1 % | 14.3 % |");
    }

    [Fact]
    public async Task A_run_without_the_full_path_measures_the_check_and_keeps_the_results()
    {
        using var results = new TempFolder();

        var table = await CheckCommand.MeasureAsync(2, 0, TimeSpan.Zero, TestContext.Current.CancellationToken);

        table.Checks.Select(row => Math.Round(row.PackageBytes / 1024.0)).ShouldBe([4, 400]);
        table.Checks.ShouldAllBe(row => row.ReaderMs.Count == 2 && row.ReaderMs.All(ms => ms > 0) && row.CheckMs.All(ms => ms > 0) && row.WholeMs.All(ms => ms > 0));
        File.Exists(await table.KeepAsync(results.Path, TestContext.Current.CancellationToken)).ShouldBeTrue();
    }
}
