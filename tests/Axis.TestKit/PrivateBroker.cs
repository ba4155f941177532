using System.Diagnostics;
using System.Globalization;
using Axis.Contracts.Tls;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Bus.Management;
using Axis.Hub.Platform.Security;
using Axis.Simulator.Nation;

namespace Axis.TestKit;

/// <summary>
/// A RabbitMQ node of this process: started from a temporary folder on free loopback ports, gone with the process whatever ends it.
/// With <see cref="Requires.AmqpVariable"/> set it is that broker instead, which cannot be killed.
/// </summary>
public sealed class PrivateBroker : IAsyncDisposable
{
    private static readonly Lazy<Task<PrivateBroker>> SharedNode = new(() => StartAsync());
    private static readonly Lazy<Task<PrivateBroker>> SharedTlsNode = new(() => StartAsync(tls: true));
    private static int hosts;

    private readonly TempFolder? folder;
    private readonly BrokerAddress address;
    private readonly Uri management;

    private PrivateBroker(TempFolder? folder, BrokerAddress address, Uri management)
    {
        this.folder = folder;
        this.address = address;
        this.management = management;
    }

    /// <summary>Administrator's address of the default virtual host.</summary>
    public string Amqp => address.ToUri();

    /// <summary>PEM file of the root that its certificate leads to; empty where it speaks no TLS.</summary>
    public string Roots => address.Tls ? Own.At("tls", ServerFiles.RootsFile) : "";

    /// <summary>Process id of the node.</summary>
    public int ProcessId => int.Parse(File.ReadAllText(Own.At("pid")), CultureInfo.InvariantCulture);

    private TempFolder Own => folder ?? throw new InvalidOperationException("An external broker is not ours to stop.");

    /// <summary>A port for a node of one's own: the script's choice would race with another suite's.</summary>
    public static int FreePort() => LoopbackPorts.FindFree(10030, 2200, 10000, 10020, 20000, 20001);

    /// <summary>The one node that the suites of this process share. Isolation is by virtual host.</summary>
    public static Task<PrivateBroker> SharedAsync() => SharedNode.Value;

    /// <summary>The one node that speaks TLS only, as <see cref="SharedAsync"/>; its certificates are made for it. Never an external broker.</summary>
    public static Task<PrivateBroker> SharedTlsAsync() => SharedTlsNode.Value;

    /// <summary>A node that nobody else uses, for tests that kill it.</summary>
    public static async Task<PrivateBroker> StartAsync(bool tls = false)
    {
        if (Environment.GetEnvironmentVariable(Requires.AmqpVariable) is { Length: > 0 } external)
        {
            var given = BrokerAddress.Parse(external);
            return new(null, given, given.Management(Environment.GetEnvironmentVariable(Requires.ManagementVariable) ?? ""));
        }

        var folder = new TempFolder();
        if (tls)
        {
            using var authority = DevelopmentAuthority.CreateOrLoad(folder.At("authority"), TimeProvider.System);
            using var server = authority.IssueServer();
            ServerFiles.Write(folder.At("tls"), authority, server);
        }

        var port = FreePort();
        var lines = await RunAsync(folder, port, tls ? ["start", "--tls"] : ["start"]);
        var broker = BrokerAddress.Parse(lines[^1]);
        var node = new PrivateBroker(folder, broker, broker.Management(""));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => node.Stop();
        return node;
    }

    /// <summary>A fresh virtual host, the axis's hub topology not yet in it.</summary>
    public async Task<BrokerHost> CreateHostAsync(CancellationToken cancellation = default)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test-{Environment.ProcessId}-{Interlocked.Increment(ref hosts)}");
        using var api = new ManagementApi(management, address.User, address.Password, ServerTrust.Load(Roots));
        await api.PutVirtualHostAsync(name, cancellation);
        await api.PutRightsAsync(name, address.User, new BrokerRights(".*", ".*", ".*"), cancellation);
        return new BrokerHost(address with { VirtualHost = name }, management, Roots);
    }

    /// <summary>Kills the node with SIGKILL, as a power cut would.</summary>
    public void Kill()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            process.Kill();
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
    }

    /// <summary>Starts a killed node again on its ports and data; returns when it is ready.</summary>
    public Task RestartAsync() => RunAsync(Own, null, address.Tls ? ["start", "--tls"] : ["start"]);

    public ValueTask DisposeAsync()
    {
        Stop();
        return ValueTask.CompletedTask;
    }

    private void Stop()
    {
        if (folder is { } own && Directory.Exists(own.Path))
        {
            // Nobody needs its data: an orderly stop would only take seconds.
            Kill();
            using var process = Process.Start(Script(own, null, "stop"))!;
            process.WaitForExit();
            own.Dispose();
        }
    }

    private static async Task<string[]> RunAsync(TempFolder folder, int? port, params string[] verb)
    {
        using var process = Process.Start(Script(folder, port, verb))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"broker.sh {string.Join(' ', verb)} ended with {process.ExitCode}: {await errors}");
        }

        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static ProcessStartInfo Script(TempFolder folder, int? port, params string[] verb)
    {
        var start = new ProcessStartInfo(SourceTree.At("deploy", "dev", "broker.sh"), verb)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AXIS_BROKER_RUN"] = folder.Path;
        start.Environment["AXIS_BROKER_OWNER"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        if (port is not null)
        {
            start.Environment["AXIS_BROKER_PORT"] = port.Value.ToString(CultureInfo.InvariantCulture);
        }

        return start;
    }
}
