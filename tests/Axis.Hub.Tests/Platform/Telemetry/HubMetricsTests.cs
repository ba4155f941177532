using System.Diagnostics.Metrics;
using Axis.Contracts.Sealing;
using Axis.Contracts.Tests;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Platform.Telemetry;

public class HubMetricsTests
{
    [Fact]
    public void Dashboards_hang_on_these_names()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var instruments = new SortedDictionary<string, Instrument>(StringComparer.Ordinal);
        var tags = new Dictionary<string, string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == HubMetrics.MeterName && instrument.Meter.Scope == factory)
                {
                    instruments.Add(instrument.Name, instrument);
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, with, state) => Note(instrument, with));
        listener.SetMeasurementEventCallback<int>((instrument, value, with, state) => Note(instrument, with));
        listener.SetMeasurementEventCallback<double>((instrument, value, with, state) => Note(instrument, with));
        listener.Start();
        var metrics = new HubMetrics(factory);
        metrics.SubmissionJudged(ReceiptOutcome.ContentMissing);
        metrics.DeliveriesPublished("edoc", 2);
        metrics.PublishRefused(WireNames.Deliver);
        metrics.Acknowledged(AcknowledgeKind.Done);
        metrics.TimeStampJudged(SealCode.NoTimestamp);
        metrics.BatchHandled(WireNames.SubmitQueue, 40);
        metrics.LedgerTransaction("accept", TimeSpan.FromMilliseconds(3));
        metrics.ShowBacklog([new("H37", 5, 2)], 1);
        listener.RecordObservableInstruments();

        Approved.Matches("docs/metrics.md", """
            # Metrics

            What the hub counts, as OpenTelemetry names them, on `/metrics` of the console endpoint (there with underscores) and over OTLP when
            `OTEL_EXPORTER_OTLP_ENDPOINT` is set. Written from the code by a test; do not edit. Tags hold codes and outcomes, never ids or subjects.

            | Name | Kind | Unit | Tags seen | Meaning |
            |---|---|---|---|---|

            """ + string.Concat(instruments.Values.Select(instrument =>
                $"| `{instrument.Name}` | {Kind(instrument)} | {instrument.Unit ?? "1"} | {tags.GetValueOrDefault(instrument.Name, "")} | {instrument.Description} |\n")));

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> with)
        {
            foreach (var tag in with)
            {
                tags[instrument.Name] = $"`{tag.Key}={tag.Value}`";
            }
        }
    }

    private static string Kind(Instrument instrument) => instrument.GetType().Name.Split('`')[0];
}
