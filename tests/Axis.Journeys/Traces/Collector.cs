using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Journeys.Traces;

/// <summary>An OTLP receiver over HTTP on loopback that keeps what it gets.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> got = new();
    private readonly WebApplication app;

    private Collector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            got.Enqueue((context.Request.Path, body.ToArray()));
        });
    }

    /// <summary>For <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Every span that came, as often as it came.</summary>
    public IReadOnlyList<ExportedSpan> Spans => [.. Bodies("/v1/traces").SelectMany(ExportedSpan.Read)];

    /// <summary>Every message with metrics that came.</summary>
    public IReadOnlyList<byte[]> Metrics => [.. Bodies("/v1/metrics")];

    public static async Task<Collector> StartAsync(CancellationToken cancellation)
    {
        var collector = new Collector();
        await collector.app.StartAsync(cancellation);
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IEnumerable<byte[]> Bodies(string path) => got.Where(one => one.Path == path).Select(one => one.Body);
}
