using System.Text.Json;
using Axis.Hub.Commands;
using Axis.TestKit;

namespace Axis.Hub.Tests.Operate;

/// <summary>An installation of its own, run as an operator runs it: through the command line.</summary>
internal sealed class CommandLine : IDisposable
{
    private static int number;

    private readonly BrokerHost host;

    private CommandLine(BrokerHost host) => this.host = host;

    public TempFolder Folder { get; } = new();

    public BrokerHost Host => host;

    /// <summary>A code that no other test's broker user has.</summary>
    public string Adapter { get; } = $"T{Environment.ProcessId}.{Interlocked.Increment(ref number)}";

    public string HubUser => "axis-hub-" + host.Name;

    public static async Task<CommandLine> CreateAsync(CancellationToken cancellation, bool tls = false) =>
        new(await (await (tls ? PrivateBroker.SharedTlsAsync() : PrivateBroker.SharedAsync())).CreateHostAsync(cancellation));

    /// <summary>An installation that has been migrated and has the agencies that come with the program.</summary>
    public static async Task<CommandLine> CreateMigratedAsync(CancellationToken cancellation, bool tls = false)
    {
        var line = await CreateAsync(cancellation, tls);
        (await line.RunAsync(cancellation, "migrate", "--authority", line.Folder.At("authority"))).Code.ShouldBe(0);
        (await line.RunAsync(cancellation, "agency", "import")).Code.ShouldBe(0);
        return line;
    }

    public string[] Settings =>
    [
        "--ledger", "Data Source=" + Folder.At("axis.db"), "--broker", host.AmqpOf(HubUser, "test"), "--management", host.Management.ToString(),
        "--admin", host.Amqp, "--actor", "test",
        "--set", "ContentFolder=" + Folder.At("content"), "CertificateFolder=" + Folder.At("certificates"), "BatchWait=00:00:00.005",
        "BrokerRootsPath=" + host.Roots,
    ];

    public Task<Answer> RunAsync(CancellationToken cancellation, params string[] arguments) => RunWithAsync(Settings, arguments, cancellation);

    /// <summary>A command under other settings than this installation's.</summary>
    public static async Task<Answer> RunWithAsync(string[] settings, string[] arguments, CancellationToken cancellation)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await HubCommand.RunAsync([.. arguments, .. settings], output, error, cancellation);
        return new(code, output.ToString(), error.ToString());
    }

    public Task<Answer> AddAdapterAsync(CancellationToken cancellation, params string[] agencies) => RunAsync(
        cancellation, ["adapter", "add", Adapter, "--authority", Folder.At("authority"), "--out", Folder.At("bundle"), .. agencies.SelectMany(code => new[] { "--agency", code })]);

    public void Dispose() => Folder.Dispose();

    /// <summary>What a command left behind.</summary>
    internal sealed record Answer(int Code, string Output, string Error)
    {
        public JsonElement Json => JsonDocument.Parse(Output).RootElement;
    }
}
