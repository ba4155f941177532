using System.Diagnostics.Metrics;
using Agency.Adapter;
using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Telemetry;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Tests;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Journeys.Standards;

public sealed class MetricsTests
{
    [Fact]
    public void Dashboards_hang_on_these_names() => Approved.Matches("docs/metrics.md", $"""
        # Metrics

        What hub and adapter count, as OpenTelemetry names them: on `/metrics` for Prometheus (there with underscores, units and `_total`), and over OTLP when
        `OTEL_EXPORTER_OTLP_ENDPOINT` is set. Beside them stand those of .NET, HTTP and, at the hub, the bus. Written from the code by a test; do not edit. Tags hold
        codes and outcomes, never ids or subjects; one value of each is shown. Gauges show a reading that is at most 15 s old.

        ## Hub

        `/metrics` of the console endpoint.

        {Table(HubMetrics.MeterName, UseHub)}
        ## Adapter

        `/metrics` of the local endpoint, without a key, as `/v1/health`. `waits_for` of a submission: `time_stamp`, `upload`, `submit` (the broker), `receipt` (the hub's
        answer); of a delivery: `content` (large bytes from the hub), `verify`, `agency` (its system fetches and acknowledges, or its folder).

        {Table(AdapterMetrics.MeterName, UseAdapter)}
        """);

    private static void UseHub(IMeterFactory factory)
    {
        var metrics = new HubMetrics(factory);
        metrics.SubmissionJudged(ReceiptOutcome.ContentMissing);
        metrics.DeliveriesPublished("edoc", 2);
        metrics.PublishRefused(WireNames.Deliver);
        metrics.Acknowledged(AcknowledgeKind.Done);
        metrics.TimeStampJudged(SealCode.NoTimestamp);
        metrics.AlertsTold("H37", 2);
        metrics.BatchHandled(WireNames.SubmitQueue, 40);
        metrics.LedgerTransaction("accept", TimeSpan.FromMilliseconds(3));
        metrics.ShowBacklog([new("H37", 5, 2)], 1);
        metrics.MailSent("alerts", "sent");
        metrics.ShowMailWaiting(1);
        metrics.ParcelHandled("sent");
    }

    private static void UseAdapter(IMeterFactory factory)
    {
        var metrics = new AdapterMetrics(factory);
        metrics.PackageHandedOver(new SubmitOutcome.DiskFull(Finding.Refuse(ErrorCatalogue.SpoolFull, "")));
        metrics.SubmissionSpooled(Manifest.Edoc);
        metrics.SubmissionSent(Manifest.Edoc);
        metrics.SubmissionAnswered(ReceiptOutcome.Accepted, TimeSpan.FromSeconds(1));
        metrics.PublishRefused(WireNames.Submit, new PublishOutcome.Unavailable("away"));
        metrics.TimeStampAsked(Finding.Refuse(ErrorCatalogue.TimeStampAuthorityAway, "", "away"));
        metrics.Uploaded(TransferOutcome.Complete);
        metrics.Fetched(TransferOutcome.Held);
        metrics.MessageHandled(WireNames.Deliver, MessageOutcome.Taken);
        metrics.DeliveryReceived(Manifest.Edoc);
        metrics.DeliveryPlaced(Manifest.Edoc, InboundInterface.Folder);
        metrics.DeliveryAcknowledged(Manifest.Edoc, AcknowledgeKind.Done);
        metrics.DeliveryFailed(Manifest.Edoc, ErrorCatalogue.PackageHashMismatch.Code);
        metrics.AcknowledgementSent(AcknowledgeKind.Processing);
        metrics.AlertTold();
        metrics.AgencyTold("webhook", NoticeOutcome.GivenUp);
        metrics.LoopHeld("SubmitPump");
        metrics.WatchLink(() => LinkState.Connected);
        metrics.ShowSpool(new([new("receipt", 1, TimeSpan.FromSeconds(2))], [new("agency", 1, TimeSpan.FromSeconds(2))], 1, 2, 3, [new("webhook", 1, 2)]));
    }

    /// <summary>One row per instrument of a meter, with the tags that this use of it shows.</summary>
    private static string Table(string meter, Action<IMeterFactory> use)
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var instruments = new SortedDictionary<string, Instrument>(StringComparer.Ordinal);
        var tags = new Dictionary<string, string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == meter && instrument.Meter.Scope == factory)
                {
                    instruments.Add(instrument.Name, instrument);
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, with, _) => Note(instrument, with));
        listener.SetMeasurementEventCallback<int>((instrument, _, with, _) => Note(instrument, with));
        listener.SetMeasurementEventCallback<double>((instrument, _, with, _) => Note(instrument, with));
        listener.Start();
        use(factory);
        listener.RecordObservableInstruments();
        instruments.Keys.Except(tags.Keys).ShouldBeEmpty("every instrument is used");
        return "| Name | Kind | Unit | Tags seen | Meaning |\n|---|---|---|---|---|\n" + string.Concat(instruments.Values.Select(instrument =>
            $"| `{instrument.Name}` | {Kind(instrument)} | {instrument.Unit ?? "1"} | {tags[instrument.Name]} | {instrument.Description} |\n"));

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> with)
        {
            var seen = new List<string>();
            foreach (var tag in with)
            {
                seen.Add($"`{tag.Key}={tag.Value}`");
            }

            tags[instrument.Name] = string.Join(" ", seen);
        }
    }

    private static string Kind(Instrument instrument) => instrument.GetType().Name.Split('`')[0];
}
