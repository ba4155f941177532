using System.Text;
using Agency.Adapter.Telemetry;
using Axis.Hub.Platform.Telemetry;
using Axis.Simulator.Nation;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Traces;

/// <summary>A nation in one process before a collector: hub and adapters share every source of spans and every meter there, and each tells what is its own.</summary>
public sealed class ExportTests
{
    private const string Requests = "Microsoft.AspNetCore";
    private const string Calls = "System.Net.Http";
    private const string Route = "http.route";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_hub_and_adapters_in_one_process_each_exports_its_own()
    {
        await using var collector = await Collector.StartAsync(Cancellation);
        var environment = new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };

        (await CommandLine.RunAsync("dotnet", [typeof(NationPlan).Assembly.Location, "--once", "--agencies", "3", "--documents", "6"], environment, Cancellation))
            .RequireOutput();

        // Of the routes, /v1/inbox is of adapters and /v1/certificates of the hub.
        var (hubs, others) = (collector.Metrics.Where(message => Holds(message, "axis-hub")).ToList(), collector.Metrics.Where(message => Holds(message, "axis-adapter")).ToList());
        hubs.ShouldContain(message => Holds(message, "/v1/certificates") && Holds(message, "axis.hub.submissions"));
        hubs.ShouldAllBe(message => !Holds(message, "/v1/inbox") && !Holds(message, "axis.adapter."));
        others.ShouldContain(message => Holds(message, "/v1/inbox") && Holds(message, "axis.adapter.packages") && Holds(message, "http.client.request.duration"));
        others.ShouldAllBe(message => !Holds(message, "/v1/certificates") && !Holds(message, "axis.hub."));

        var spans = collector.Spans;
        spans.GroupBy(span => span.Id).ShouldAllBe(exports => exports.Count() == 1);
        spans.ShouldAllBe(span => (span.Flags & 1) == 1);
        var hub = Exporters(spans, span => span.Source == HubActivity.SourceName).ShouldHaveSingleItem();
        Exporters(spans, span => span.Source == Requests && span.Tags[Route].StartsWith("/v1/certificates", StringComparison.Ordinal)).ShouldBe([hub]);
        var adapters = Exporters(spans, span => span.Source == AdapterActivity.SourceName);
        adapters.ShouldBe(spans.Where(span => span.Source == AdapterActivity.SourceName).Select(span => "axis-adapter " + span.Tags[AdapterActivity.Adapter]).Distinct().Order(StringComparer.Ordinal));
        adapters.Count.ShouldBe(3);
        Exporters(spans, span => span.Source == Requests && span.Tags[Route] == "/v1/inbox").ShouldBe(adapters);
        Exporters(spans, span => span.Source == Calls).ShouldBe(adapters);
        spans.Where(span => span.Source is AdapterActivity.SourceName or Calls).ShouldAllBe(span => span.Exporter == "axis-adapter " + span.Tags[AdapterActivity.Adapter]);
    }

    private static bool Holds(byte[] message, string text) => message.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private static List<string> Exporters(IReadOnlyList<ExportedSpan> spans, Func<ExportedSpan, bool> which) =>
        [.. spans.Where(which).Select(span => span.Exporter).Distinct().Order(StringComparer.Ordinal)];
}
