using Axis.Benchmarks;
using Axis.Benchmarks.Measuring;

namespace Axis.Journeys.Benchmarks;

/// <summary>What the published tables say follows from what was measured.</summary>
public sealed class ResultTableTests
{
    [Fact]
    public void Compares_each_path_with_the_relays_of_its_own_size_and_fan_out()
    {
        var table = Table(
            Row(ResultTable.RawPath, 1, seconds: 1, cpu: 0.5), Row(ResultTable.BarePath, 1, seconds: 2, cpu: 1), Row(ResultTable.AxisPath, 1, seconds: 5, cpu: 4),
            Row(ResultTable.BarePath, 4, seconds: 10, cpu: 2));

        var lines = table.ToMarkdown().Split('\n').Select(line => line.Trim()).ToList();

        lines.ShouldContain("| 4 KiB | 1 | axis, full path | 100 | 8 | 20.0 | 3 | 7 | 0.40 | 0.20 |");
        lines.ShouldContain("| 4 KiB | 1 | bare MassTransit relay | 100 | 8 | 50.0 | 3 | 7 | 1.00 | 0.50 |");
        lines.ShouldContain("| 4 KiB | 4 | bare MassTransit relay | 100 | 8 | 10.0 | 3 | 7 | 1.00 |  |");
    }

    [Fact]
    public void Says_which_share_of_the_processor_time_each_process_took()
    {
        var row = Row(ResultTable.AxisPath, 1, seconds: 5, cpu: 4) with
        {
            Cpu = new Dictionary<string, double> { [Roles.Broker] = 1, [Roles.Hub] = 2, [Roles.Driver] = 1 },
        };

        var table = Table(row, Row(ResultTable.BarePath, 1, seconds: 2, cpu: 1));

        table.ToMarkdown().ShouldContain("| 4 KiB | 1 | axis, full path | 40.00 | 25 % | 50 % |  |  | 25 % | 4.00 |");
    }

    [Fact]
    public void Counts_a_document_home_with_its_last_status()
    {
        var count = new HomeCount(first: 11, documents: 2, fanOut: 2);
        count.Sent(11);
        count.Sent(12);

        count.Back(12).ShouldBeFalse();
        count.Back(12).ShouldBeTrue();
        count.All.IsCompleted.ShouldBeFalse();
        count.Back(11);
        count.Back(11).ShouldBeTrue();
        count.All.IsCompleted.ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => count.Back(11));
    }

    [Fact]
    public void Gives_every_figure_about_as_many_passages()
    {
        var plan = new BenchmarkPlan([4096], [1, 4], Documents: 1300, Open: 8, TimeSpan.Zero);

        plan.Loads().Select(load => load.Documents * Load.PassagesOf(load.FanOut)).ShouldBe([5200, 5200]);
    }

    private static ResultTable Table(params Measurement[] rows) => new(DateTimeOffset.UnixEpoch, "a machine", "10.0", "3.10", rows);

    private static Measurement Row(string path, int fanOut, double seconds, double cpu) => new(
        path, 4096, fanOut, Documents: 100, Open: 8, seconds, MedianMs: 3, P95Ms: 7, new WarmUp(8, 1, 4, 16), new Dictionary<string, double> { [Roles.Hub] = cpu });
}
