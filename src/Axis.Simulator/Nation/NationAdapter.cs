using Agency.Adapter;
using Agency.Adapter.HubLink;
using Axis.Simulator.Clerks;

namespace Axis.Simulator.Nation;

/// <summary>One adapter of the nation: its settings stay, its process may be started and stopped as often as a journey wants.</summary>
internal sealed class NationAdapter(AdapterOptions options, Func<IHubLink?> link, NationLog log, TimeProvider time) : IAsyncDisposable
{
    private WebApplication? running;

    public string Code => options.Code;

    public bool IsRunning => running is not null;

    /// <summary>What the running adapter is made of, for journeys that speak with one part of it.</summary>
    public IServiceProvider Services => running?.Services ?? throw new InvalidOperationException($"Adapter {Code} does not run.");

    /// <summary>A document system's connection for the agency with this key.</summary>
    public AgencySystem Connect(string key)
    {
        var http = new HttpClient { BaseAddress = new Uri(options.LocalEndpoint + "/"), Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return new AgencySystem(http);
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        running = AdapterHost.Build(options, builder =>
        {
            log.Apply(builder.Logging);
            builder.Services.AddSingleton(time);
            if (link() is { } own)
            {
                builder.Services.AddSingleton(own);
            }
        });
        await running.StartAsync(cancellation);
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        if (running is { } application)
        {
            running = null;
            await application.StopAsync(cancellation);
            await application.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);
}
