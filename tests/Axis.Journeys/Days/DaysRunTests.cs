using System.Text;
using System.Text.Json;
using Axis.Simulator;
using Axis.TestKit;

namespace Axis.Journeys.Days;

/// <summary>The newcomer's command that shows statements.</summary>
public sealed class DaysRunTests
{
    [Fact]
    public async Task A_nation_lives_days_in_minutes_and_leaves_every_statement_as_files()
    {
        using var folder = new TempFolder();
        var report = folder.At("out.json");

        var exit = await SimulatorCommand.Create()
            .Parse(["--once", "--days", "2", "--start", "2026-02-13", "--agencies", "4", "--faults", "none", "--seed", "3", "--report", report])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

        using var figures = JsonDocument.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
        figures.RootElement.GetProperty("differences").EnumerateArray().Select(item => item.GetString()).ShouldBeEmpty();
        exit.ShouldBe(0);
        (Figure("days"), Figure("faults"), Figure("statements"), Figure("versions"), Figure("booksMismatches")).ShouldBe((2, 0, 8, 8, 0));
        (Figure("alertsOpened"), Figure("alertsClosed")).ShouldBe((0, 0), "a plan without faults opens no alert");
        var files = Directory.GetFiles(folder.At("statements"), "*", SearchOption.AllDirectories);
        files.Length.ShouldBe(8 * 4);
        Directory.GetFiles(folder.At("statements"), "statement-G22-2026-02-13-v1.*", SearchOption.AllDirectories).Select(Path.GetExtension).Order()
            .ShouldBe([".csv", ".json", ".pdf", ".xlsx"]);
        files.Where(file => file.EndsWith(".pdf", StringComparison.Ordinal)).ShouldAllBe(file => Encoding.ASCII.GetString(File.ReadAllBytes(file), 0, 5) == "%PDF-");

        int Figure(string name) => figures.RootElement.GetProperty(name).GetInt32();
    }

    [Theory]
    [InlineData("--days", "2")]
    [InlineData("--once", "--days", "0")]
    [InlineData("--once", "--days", "2", "--broker", "amqp://127.0.0.1")]
    [InlineData("--once", "--days", "2", "--faults", "many")]
    public void Days_want_a_clock_of_the_nations_own(params string[] words) => SimulatorCommand.Create().Parse(words).Errors.ShouldNotBeEmpty();
}
