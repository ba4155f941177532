using System.Diagnostics;
using Axis.TestKit;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Operate;

/// <summary>How the process of the hub ends, as its supervisor sees it.</summary>
public sealed class ServeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerFact]
    public async Task Ends_with_1_and_says_why_once_when_a_loop_meets_what_it_was_not_made_for()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await using (var database = new SqliteConnection("Pooling=False;Data Source=" + line.Folder.At("axis.db")))
        {
            // A schema that no migration made: nothing that waiting mends.
            await database.OpenAsync(Cancellation);
            await using var drop = database.CreateCommand();
            drop.CommandText = "DROP TABLE Stuck";
            await drop.ExecuteNonQueryAsync(Cancellation);
        }

        var (code, output) = await ServeAsync(line);

        code.ShouldBe(1, output);
        output.Split("SampleBacklog.ExecuteAsync").Length.ShouldBe(2, output);
        output.ShouldNotContain("Unhandled exception", Case.Sensitive, output);
    }

    [BrokerFact]
    public async Task Ends_with_1_and_a_sentence_when_its_address_is_taken()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await using var other = await ServingHub.StartAsync(line, Cancellation);

        var (code, output) = await ServeAsync(line, "ConsoleEndpoint=" + other.Console);

        code.ShouldBe(1, output);
        output.ShouldContain("axis-hub: Failed to bind to address " + other.Console);
        output.ShouldNotContain("Unhandled exception", Case.Sensitive, output);
    }

    private static async Task<(int Code, string Output)> ServeAsync(CommandLine line, string console = "ConsoleEndpoint=http://127.0.0.1:0")
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(HubHost).Assembly.Location, "serve", .. line.Settings, "--set", "AdapterEndpoint=https://127.0.0.1:0", "--set", console])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        try
        {
            await process.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromMinutes(3), TimeProvider.System, Cancellation);
        }
        finally
        {
            process.Kill();
        }

        return (process.ExitCode, await output + await error);
    }
}
