using System.CommandLine;
using Axis.Contracts.Errors;
using Axis.Hub.Operate.Doctor;
using Axis.Hub.Platform.Bus;

namespace Axis.Hub.Commands;

/// <summary>
/// <c>serve</c>: runs the hub until it is told to stop. It ends with 1 when a loop has met something it was not made for: a supervisor starts
/// it again, and what was under way is done from the ledger.
/// </summary>
internal static class ServeCommand
{
    private static readonly TimeSpan PatienceWithStart = TimeSpan.FromSeconds(5);

    public static Command Create(HubCommand hub) => hub.Does(new Command("serve", "Run the hub"), async (run, cancellation) =>
    {
        await RequireBelievedAsync(run, cancellation);
        await run.RequireDatabaseAsync(cancellation);
        Directory.CreateDirectory(run.Options.ContentFolder);
        await using var app = HubHost.Build(run.Options, builder => builder.Logging
            .AddFilter("Polly", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning));
        try
        {
            await StartAsync(app, cancellation);
            await app.WaitForShutdownAsync(cancellation);
        }
        catch (Exception ended) when (ended is OperationCanceledException or TimeoutException)
        {
            // Told to stop, or a loop has failed, while it was still starting.
            await app.StopAsync(CancellationToken.None);
        }
        catch (IOException hindered)
        {
            throw new CommandFailedException(hindered.Message);
        }

        // The host logs why a loop has failed and stops in good order; nothing but the loop itself then tells that it has.
        return app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(loop => loop.ExecuteTask is { IsFaulted: true }) ? 1 : 0;
    });

    /// <summary>Starts the hub. A bus that is told to stop while it starts never says that its start has ended, and its host waits for that without end.</summary>
    /// <exception cref="TimeoutException">The hub is stopping and its start has not ended.</exception>
    private static async Task StartAsync(WebApplication app, CancellationToken cancellation)
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = app.Lifetime.ApplicationStopping.Register(stopping.SetResult);
        var starting = app.StartAsync(cancellation);
        if (await Task.WhenAny(starting, stopping.Task) == starting)
        {
            await starting;
            return;
        }

        await starting.WaitAsync(PatienceWithStart, TimeProvider.System, cancellation);
    }

    /// <summary>
    /// A broker that is away is waited for, also where a proxy before it takes the connection and drops it; one whose certificate is not believed is
    /// an operator's matter.
    /// </summary>
    private static async Task RequireBelievedAsync(CommandRun run, CancellationToken cancellation)
    {
        var (broker, management) = (run.Broker, run.Broker.Management(run.Options.Management));
        var servers = new List<(string Setting, string Host, int Port)>();
        if (broker.Tls)
        {
            servers.Add(("Broker", broker.Host, broker.Port));
        }

        if (management.Scheme == Uri.UriSchemeHttps)
        {
            servers.Add(("Management", management.Host, management.Port));
        }

        var refused = new List<string>();
        foreach (var (setting, host, port) in servers)
        {
            if (await BrokerTls.LookAsync(host, port, run.BrokerTrust, run.Get<TimeProvider>(), cancellation) is BrokerShown.Refused({ } finding)
                && finding.Code != ErrorCatalogue.ServerWithoutTls.Code)
            {
                refused.Add($"{setting}: {finding.Code} {finding.English} {BrokerTlsCheck.RemedyOf(finding)}");
            }
        }

        if (refused.Count > 0)
        {
            throw new CommandFailedException(refused);
        }
    }
}
