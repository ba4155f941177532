using System.CommandLine;

namespace Axis.Hub.Commands;

/// <summary><c>serve</c>: runs the hub until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create(HubCommand hub) => hub.Does(new Command("serve", "Run the hub"), async (run, cancellation) =>
    {
        _ = run.Broker;
        await run.RequireDatabaseAsync(cancellation);
        Directory.CreateDirectory(run.Options.ContentFolder);
        await using var app = HubHost.Build(run.Options, builder => builder.Logging
            .AddFilter("Polly", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning));
        await app.StartAsync(cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    });
}
