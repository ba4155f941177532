using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Installation;

/// <summary>
/// What <c>deploy/dev/up.sh</c> starts: broker, hub and three adapters as processes, on free ports and in a run folder of its own. Started by the
/// first journey that needs it, and stopped after the last.
/// </summary>
public sealed class DevInstallation : IAsyncLifetime
{
    private readonly TempFolder run = new();
    private readonly Dictionary<string, string?> environment;
    private readonly HttpClient page = new();
    private readonly List<HttpClient> connections = [];
    private readonly int port = LoopbackPorts.FindFree(13000, 6000, 100, 101, 102, 363);

    public DevInstallation()
    {
        environment = new()
        {
            ["AXIS_DEV_RUN"] = run.Path,
            ["AXIS_DEV_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["AXIS_DEV_NO_BUILD"] = "1",
            ["AXIS_BROKER_PORT"] = PrivateBroker.FreePort().ToString(CultureInfo.InvariantCulture),
            ["AXIS_BROKER_OWNER"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            ["AXIS_SQLSERVER"] = null,
            ["AXIS_ADMIN"] = null,
        };
    }

    /// <summary>Whether hub and adapters reach the broker over TLS.</summary>
    internal bool Tls { get; init; }

    /// <summary>What the last <c>up.sh</c> printed, or null while the installation is down.</summary>
    private string? Printed { get; set; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        page.Dispose();
        connections.ForEach(connection => connection.Dispose());
        await DownAsync(CancellationToken.None);
        run.Dispose();
    }

    /// <summary>Path of a name inside the run folder.</summary>
    internal string At(params string[] names) => run.At(names);

    /// <summary>Runs <c>up.sh</c> unless it has run already.</summary>
    internal async Task UpAsync(CancellationToken cancellation)
    {
        Assert.SkipUnless(Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))) == "Release", "up.sh runs what is built as Release");
        Printed ??= (await RunAsync(SourceTree.At("deploy", "dev", "up.sh"), Tls ? ["--tls"] : [], cancellation)).RequireOutput();
    }

    internal async Task DownAsync(CancellationToken cancellation)
    {
        if (Printed is not null)
        {
            Printed = null;
            (await RunAsync(SourceTree.At("deploy", "dev", "down.sh"), [], cancellation)).RequireOutput();
        }
    }

    /// <summary>Runs a line that <c>up.sh</c> printed, found by its beginning, as a person does who copies it.</summary>
    /// <param name="label">What stands before the line to run, if anything.</param>
    internal Task<CommandOutcome> RunPrintedAsync(string begins, string label, CancellationToken cancellation)
    {
        var line = Printed!.Split('\n').Single(line => line.StartsWith(label + begins, StringComparison.Ordinal));

        // A terminal knows nothing of what this process told up.sh.
        return CommandLine.RunAsync(
            "bash", ["-c", line[label.Length..]], environment.Keys.ToDictionary(name => name, _ => (string?)null), cancellation);
    }

    /// <summary>Runs <c>axis-hub</c> on this installation, with its administrator.</summary>
    internal async Task<string> HubAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var status = await CommandLine.RunAsync(
            SourceTree.At("deploy", "dev", "broker.sh"), ["status"], new Dictionary<string, string?> { ["AXIS_BROKER_RUN"] = At("broker") }, cancellation);
        return (await RunAsync(
            "dotnet",
            [
                ProcessNation.Program("Axis.Hub", "axis-hub"), .. arguments, "--config", At("hub", "axis-hub.json"),
                "--admin", status.RequireOutput().Trim().Split('\n')[^1], "--actor", "journey",
            ],
            cancellation)).RequireOutput();
    }

    /// <summary>What the hub's page tells programs.</summary>
    internal async Task<JsonElement> ReadPageAsync(string path, CancellationToken cancellation) =>
        await page.GetFromJsonAsync<JsonElement>($"http://127.0.0.1:{port}/{path}", cancellation);

    /// <summary>The document system of one of the three agencies.</summary>
    /// <param name="offset">Of its adapter's port.</param>
    internal AgencySystem Connect(string adapter, string agency, int offset)
    {
        var connection = PatientConnection.To($"http://127.0.0.1:{port + offset}", File.ReadAllText(At("adapters", adapter, agency + ".key")).Trim());
        connections.Add(connection);
        return new AgencySystem(connection);
    }

    /// <summary>Processes whose command line names the run folder.</summary>
    internal IReadOnlyList<int> ListProcesses() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && CommandOf(id).Contains(run.Path, StringComparison.Ordinal)),
    ];

    private Task<CommandOutcome> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation) =>
        CommandLine.RunAsync(program, arguments, environment, cancellation);

    private static string CommandOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
