using System.Diagnostics.Metrics;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;

namespace Axis.Hub.Platform.Telemetry;

/// <summary>
/// Everything the hub counts. Names, units and tags are approved by a test, for dashboards hang on them.
/// Tags hold codes and outcomes only: never an id, a subject or a key.
/// </summary>
internal sealed class HubMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Axis.Hub";

    private readonly Counter<long> submissions;
    private readonly Counter<long> published;
    private readonly Counter<long> publishRefused;
    private readonly Counter<long> acknowledgements;
    private readonly Counter<long> timeStamps;
    private readonly Counter<long> mails;
    private readonly Counter<long> alertsTold;
    private readonly Counter<long> parcels;
    private readonly Histogram<int> batchSize;
    private readonly Histogram<double> ledgerDuration;
    private volatile Backlog backlog = new([], 0);
    private volatile int mailsWaiting;

    public HubMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        submissions = meter.CreateCounter<long>("axis.hub.submissions", "{submission}", "Submissions judged, by outcome.");
        published = meter.CreateCounter<long>("axis.hub.deliveries.published", "{delivery}", "Deliveries published and confirmed, by kind.");
        publishRefused = meter.CreateCounter<long>("axis.hub.publish.refused", "{message}", "Messages the broker returned, rejected or did not confirm, by kind.");
        acknowledgements = meter.CreateCounter<long>("axis.hub.acknowledgements", "{line}", "Lines of acknowledgements recorded, by kind.");
        timeStamps = meter.CreateCounter<long>("axis.hub.time_stamps", "{seal}", "Time stamps of submitted seals, by verdict; no_timestamp: there is none, or its time does not fit.");
        mails = meter.CreateCounter<long>("axis.hub.mails", "{message}", "Messages by e-mail, by kind and outcome of an attempt: sent, put_off, undeliverable; not_written where none could be made for an audience.");
        alertsTold = meter.CreateCounter<long>("axis.hub.alerts.told", "{alert}", "Alerts told to adapters by messages that the broker confirmed, repeats after a crash included, by adapter.");
        parcels = meter.CreateCounter<long>("axis.hub.statement.parcels", "{parcel}", "Parcels of statements to agencies, by outcome: sent; not_made where one could not be made at a turn and waits for the next.");
        batchSize = meter.CreateHistogram("axis.hub.batch.size", "{message}", "Messages handled in one batch, by queue.",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500] });
        ledgerDuration = meter.CreateHistogram("axis.hub.ledger.duration", "s", "Duration of ledger transactions, repeats included, by name.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
        meter.CreateObservableGauge("axis.hub.deliveries.waiting", () => Observe(line => line.Waiting), "{delivery}", "Deliveries waiting in the ledger, by adapter.");
        meter.CreateObservableGauge("axis.hub.deliveries.in_flight", () => Observe(line => line.InFlight), "{delivery}", "Deliveries claimed or published without a sign of their attempt, by adapter.");
        meter.CreateObservableGauge("axis.hub.stuck.open", () => backlog.StuckOpen, "{item}", "Stuck items that nobody has closed.");
        meter.CreateObservableGauge("axis.hub.mails.waiting", () => mailsWaiting, "{message}", "Messages by e-mail neither sent nor given up.");
    }

    /// <summary>One submission was judged (also a repeat of one).</summary>
    public void SubmissionJudged(ReceiptOutcome outcome) => submissions.Add(1, Tag("outcome", Word(outcome)));

    /// <summary>Deliveries were published and confirmed. <paramref name="kind"/> is <c>edoc</c> or <c>status</c>.</summary>
    public void DeliveriesPublished(string kind, int count = 1) => published.Add(count, Tag("kind", kind));

    /// <summary>The broker did not take a message of this wire kind over.</summary>
    public void PublishRefused(string kind) => publishRefused.Add(1, Tag("kind", kind));

    /// <summary>One line of an acknowledgement was recorded.</summary>
    public void Acknowledged(AcknowledgeKind kind) => acknowledgements.Add(1, Tag("kind", Word(kind)));

    /// <summary>The time stamp of a submission's seal was judged, or missed.</summary>
    public void TimeStampJudged(SealCode verdict) => timeStamps.Add(1, Tag("verdict", Word(verdict)));

    /// <summary>A message was tried to be sent by e-mail; <paramref name="outcome"/> is <c>sent</c>, <c>put_off</c> or <c>undeliverable</c>; <c>not_written</c>: none could be made for an audience.</summary>
    public void MailSent(string kind, string outcome) => mails.Add(1, Tag("kind", kind), Tag("outcome", outcome));

    /// <summary>Messages that wait, as last read from the ledger.</summary>
    public void ShowMailWaiting(int waiting) => mailsWaiting = waiting;

    /// <summary>The broker has what an adapter is told of.</summary>
    public void AlertsTold(string adapter, int count) => alertsTold.Add(count, Tag("adapter", adapter));

    /// <summary>A parcel of statements was tried to be sent; <paramref name="outcome"/> is <c>sent</c> or <c>not_made</c>.</summary>
    public void ParcelHandled(string outcome) => parcels.Add(1, Tag("outcome", outcome));

    /// <summary>A batch from a queue was handled.</summary>
    public void BatchHandled(string queue, int messages) => batchSize.Record(messages, Tag("queue", queue));

    /// <summary>A ledger transaction ended. <paramref name="name"/> is the constant name given to the ledger, never data.</summary>
    public void LedgerTransaction(string name, TimeSpan duration) => ledgerDuration.Record(duration.TotalSeconds, Tag("name", name));

    /// <summary>The backlog as last read from the ledger; the gauges show it until the next reading.</summary>
    public void ShowBacklog(IReadOnlyCollection<BacklogReading> adapters, int stuckOpen) => backlog = new(adapters, stuckOpen);

    private IEnumerable<Measurement<long>> Observe(Func<BacklogReading, long> value) =>
        backlog.Adapters.Select(line => new Measurement<long>(value(line), Tag("adapter", line.Adapter)));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static string Word(Enum value) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private sealed record Backlog(IReadOnlyCollection<BacklogReading> Adapters, int StuckOpen);
}
