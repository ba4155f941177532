using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Axis.Hub.Tests.Bus;

/// <summary>The bus alone, with a recorder in the stages' place.</summary>
internal sealed class RunningBus : IAsyncDisposable
{
    private readonly IHost host;

    private RunningBus(IHost host, Recorder recorder)
    {
        this.host = host;
        Recorder = recorder;
    }

    public Recorder Recorder { get; }

    public IServiceProvider Services => host.Services;

    public static async Task<RunningBus> StartAsync(HubOptions options, Recorder? recorder = null, ILoggerProvider? logs = null)
    {
        recorder ??= new Recorder();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (logs is not null)
        {
            builder.Logging.AddProvider(logs);
        }

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IBatchHandler<SubmitMessage>>(recorder);
        builder.Services.AddSingleton<IBatchHandler<SealedMessage>>(recorder);
        builder.Services.AddSingleton<IBatchHandler<HeartbeatMessage>>(recorder);
        builder.Services.AddSingleton<IDeadLetterHandler>(recorder);
        builder.Services.AddSingleton<IRefusedMessageHandler>(recorder);
        _ = options.Broker.Length > 0 ? builder.Services.AddAxisBus(options) : builder.Services.AddEmbeddedBus(options);
        var host = builder.Build();
        await host.StartAsync();
        return new(host, recorder);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
