using Axis.Benchmarks.Statements;

namespace Axis.Journeys.Benchmarks;

/// <summary>The benchmark of the daily statements, as small as it can be: it measures real mornings, and its table says what it measured.</summary>
public sealed class StatementBenchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_issues_what_it_says_at_each_size_traffic_and_nation()
    {
        using var progress = new StringWriter();
        var bench = new StatementBench(onServer: false, progress);

        var byLedger = await bench.AsTheLedgerGrowsAsync([600, 200], 100, Cancellation);
        var (byTraffic, files) = await bench.AsTheTrafficGrowsAsync([100, 200], Cancellation);
        var nation = await bench.OfANationAsync(3300, 150, 150, Cancellation);

        byLedger.Select(figure => (figure.Ledger, figure.Traffic, figure.Mornings.Count)).ShouldBe([(200, 100, 3), (600, 100, 3)]);
        byTraffic.Select(figure => (figure.Ledger, figure.Traffic)).ShouldBe([(500, 100), (1000, 200)]);
        (nation.Agencies, nation.Active).ShouldBe((3300, 150));

        // A hundred of level 1 have one every day; of the nation also the fifty active ones below them.
        byTraffic.SelectMany(figure => figure.Mornings).ShouldAllBe(morning => morning.Versions == 100);
        nation.Mornings.ShouldAllBe(morning => morning.Versions >= 150);
        files.Values.ShouldAllBe(ms => ms > 0);
        progress.ToString().ShouldContain("3300 agencies, 150 active, 750 in the ledger, 150 a day");
        var table = new StatementTable(DateTimeOffset.UnixEpoch, "a machine", "10", "SQLite", byLedger, byTraffic, nation, files).ToMarkdown();
        table.ShouldContain("| 3300, 150 | 750 | 150 |");
        table.ShouldContain("| Pdf | ");
    }

    [Fact]
    public void The_table_compares_the_middle_morning_with_the_first_figure_and_with_its_traffic()
    {
        var table = new StatementTable(
            DateTimeOffset.UnixEpoch, "a machine", "10", "SQLite", [Figure(10_000, 2000, 9, 100, 30), Figure(100_000, 2000, 120, 140, 900)],
            [Figure(2500, 500, 10, 10, 10), Figure(25_000, 5000, 80, 80, 80)], null, new Dictionary<Axis.Hub.Statements.Render.StatementFormat, double>()).ToMarkdown();

        table.ShouldContain("| 100, 100 | 100000 | 2000 | 140 | 70 | 5 | 4.67 | 4.67 |");
        table.ShouldContain("| 100, 100 | 25000 | 5000 | 80 | 40 | 5 | 8.00 | 0.80 |");
    }

    private static MorningFigure Figure(int ledger, int traffic, params double[] ms) =>
        new(100, 100, traffic, ledger, [.. ms.Select(one => new Morning(one, one / 2, 5, 100))]);
}
