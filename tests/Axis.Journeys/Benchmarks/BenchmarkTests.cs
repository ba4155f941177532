using Axis.Benchmarks;
using Axis.Benchmarks.Measuring;
using Axis.TestKit;

namespace Axis.Journeys.Benchmarks;

/// <summary>The measuring run with so few documents that nothing is measured, only carried.</summary>
public sealed class BenchmarkTests
{
    [BrokerFact]
    public async Task A_run_carries_its_documents_on_every_path_and_keeps_the_results()
    {
        using var results = new TempFolder();
        var broker = await PrivateBroker.SharedAsync();
        await using var run = await BenchmarkRun.StartAsync(broker.Amqp);

        var table = await run.MeasureAsync(new BenchmarkPlan([4096], [2], Documents: 5, Open: 2, TimeSpan.FromSeconds(1)), TextWriter.Null, TestContext.Current.CancellationToken);

        table.Measurements.Select(row => row.Path).ShouldBe([ResultTable.RawPath, ResultTable.BarePath, ResultTable.AxisPath]);
        table.Measurements.ShouldAllBe(row => row.Documents == 2 && row.FanOut == 2 && row.Seconds > 0);
        table.Measurements.ShouldAllBe(row => row.WarmUp.Seconds >= 1 && row.WarmUp.Documents % 2 == 0 && row.WarmUp.LastPerSecond > 0);
        File.Exists(await table.KeepAsync(results.Path, TestContext.Current.CancellationToken)).ShouldBeTrue();
    }
}
