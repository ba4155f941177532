using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.Tests.Rest;
using Axis.Contracts.Wire;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Agency.Adapter.Tests.Telemetry;

/// <summary>The adapter's own program before a collector, which its environment names.</summary>
public sealed class OtlpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collector_gets_metrics_and_the_packages_trace_under_its_submission_id()
    {
        var got = new ConcurrentDictionary<string, byte[]>();
        await using var collector = await CollectAsync(got);
        await using var adapter = new AdapterProcess();
        adapter.Settings["Agencies:0:Keys:0"] = LocalKey.Hash("axk_h37");
        adapter.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        adapter.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        adapter.Environment["OTEL_BSP_SCHEDULE_DELAY"] = "100";
        adapter.Environment["OTEL_METRIC_EXPORT_INTERVAL"] = "200";
        adapter.Start();
        await Wait.UntilAsync(() => adapter.Output.Contains("Application started", StringComparison.Ordinal), "it has started");

        using var h37 = new HttpClient { BaseAddress = adapter.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "axk_h37") } };
        var answer = await h37.SubmitAsync(await Packages.EdocAsync()).JsonAsync(HttpStatusCode.Accepted);
        var submission = Guid.Parse(answer["submissionId"]!.GetValue<string>());

        var trace = Convert.FromHexString(PackageTrace.IdOf(submission).ToHexString());
        await Wait.UntilAsync(() => Holds(got, "/v1/traces", trace), "the collector has the package's trace");
        await Wait.UntilAsync(() => Holds(got, "/v1/metrics", "axis.adapter.packages"u8), "the collector has the metrics");
        Holds(got, "/v1/traces", "axis-adapter"u8).ShouldBeTrue();
        Holds(got, "/v1/traces", "thử nghiệm"u8).ShouldBeFalse();
        Holds(got, "/v1/traces", "axk_h37"u8).ShouldBeFalse();
    }

    private static bool Holds(ConcurrentDictionary<string, byte[]> got, string path, ReadOnlySpan<byte> bytes) =>
        got.TryGetValue(path, out var all) && all.AsSpan().IndexOf(bytes) >= 0;

    /// <summary>Keeps everything that is posted, by path.</summary>
    private static async Task<WebApplication> CollectAsync(ConcurrentDictionary<string, byte[]> got)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            got.AddOrUpdate(context.Request.Path, _ => body.ToArray(), (_, before) => [.. before, .. body.ToArray()]);
        });
        await app.StartAsync(Stop);
        return app;
    }
}
