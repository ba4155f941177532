using System.Diagnostics.Metrics;
using System.Text.Json;
using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Telemetry;

/// <summary>
/// Everything the adapter counts. Names, units and tags are approved by a test, for dashboards hang on them.
/// Tags hold codes and outcomes only: never an id, a subject or a key.
/// </summary>
internal sealed class AdapterMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Axis.Adapter";

    /// <summary>Tag: what a waiting row waits for.</summary>
    private const string WaitsFor = "waits_for";

    private readonly Counter<long> packages;
    private readonly Counter<long> spooled;
    private readonly Counter<long> sent;
    private readonly Counter<long> answered;
    private readonly Histogram<double> answerDuration;
    private readonly Counter<long> publishRefused;
    private readonly Counter<long> timeStamps;
    private readonly Counter<long> uploads;
    private readonly Counter<long> messages;
    private readonly Counter<long> received;
    private readonly Counter<long> fetches;
    private readonly Counter<long> placed;
    private readonly Counter<long> acknowledged;
    private readonly Counter<long> failed;
    private readonly Counter<long> told;
    private readonly Counter<long> held;
    private readonly Counter<long> alerts;
    private readonly Counter<long> notices;
    private volatile SpoolReading? reading;
    private volatile Func<LinkState>? link;

    public AdapterMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        packages = meter.CreateCounter<long>("axis.adapter.packages", "{package}", "Packages that agencies' systems handed over, by the adapter's answer.");
        spooled = meter.CreateCounter<long>("axis.adapter.submissions.spooled", "{submission}", "Submissions that became durable here, the automatic 01 included, by kind.");
        sent = meter.CreateCounter<long>("axis.adapter.submissions.sent", "{submission}", "Submissions that the broker confirmed, repeats included, by kind.");
        answered = meter.CreateCounter<long>("axis.adapter.submissions.answered", "{submission}", "Receipts of the hub that counted, by outcome.");
        answerDuration = meter.CreateHistogram("axis.adapter.submissions.duration", "s", "From hand-over to the hub's final answer, by outcome.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 14_400] });
        publishRefused = meter.CreateCounter<long>("axis.adapter.publish.refused", "{message}", "Messages that the broker refused, or did not confirm (unavailable), by kind; what counts is sent again.");
        timeStamps = meter.CreateCounter<long>("axis.adapter.time_stamps", "{seal}", "Questions to the time-stamping authority, by verdict: ok, or the code of what was wrong.");
        uploads = meter.CreateCounter<long>("axis.adapter.uploads", "{upload}", "Tries to bring large packages to the hub, by outcome; one that broke off is resumed.");
        messages = meter.CreateCounter<long>("axis.adapter.messages", "{message}", "Messages from the hub by kind and outcome: taken, rejected (to its dead letters), held (comes again).");
        received = meter.CreateCounter<long>("axis.adapter.deliveries.received", "{delivery}", "Deliveries taken into the spool, for the first time or anew, by kind.");
        fetches = meter.CreateCounter<long>("axis.adapter.fetches", "{fetch}", "Tries to fetch large packages from the hub, by outcome; one that broke off is resumed.");
        placed = meter.CreateCounter<long>("axis.adapter.deliveries.placed", "{delivery}", "Packages handed out to agencies' systems, every fetch by REST counted, by kind and interface.");
        acknowledged = meter.CreateCounter<long>("axis.adapter.deliveries.acknowledged", "{delivery}", "Answers of agencies that were recorded, by kind and answer.");
        failed = meter.CreateCounter<long>("axis.adapter.deliveries.failed", "{delivery}", "Deliveries that the adapter itself failed, by kind and error code.");
        told = meter.CreateCounter<long>("axis.adapter.acknowledgements.sent", "{line}", "Lines of acknowledgements that the broker confirmed, by kind.");
        held = meter.CreateCounter<long>("axis.adapter.loops.held", "{turn}", "Turns of a loop that this machine's disk or database held up, by loop; it tries again.");
        alerts = meter.CreateCounter<long>("axis.adapter.alerts.received", "{alert}", "Versions of alerts that the hub has told, repeats not counted.");
        notices = meter.CreateCounter<long>("axis.adapter.alerts.told", "{alert}", "Tries to tell agencies' systems of alerts, by way and outcome: taken, held (tried again), given_up.");
        meter.CreateObservableGauge("axis.adapter.link.connected", () => One(link is { } state ? state() == LinkState.Connected ? 1 : 0 : null), "{connection}", "1 while the broker is reached, else 0.");
        meter.CreateObservableGauge("axis.adapter.submissions.waiting", () => Counts(reading?.Submissions), "{submission}", "Submissions that the hub has not answered, by what they wait for.");
        meter.CreateObservableGauge("axis.adapter.submissions.waiting.age", () => Ages(reading?.Submissions), "s", "Time since the hand-over of the oldest of them, by what it waits for; 0 when there is none.");
        meter.CreateObservableGauge("axis.adapter.deliveries.waiting", () => Counts(reading?.Deliveries), "{delivery}", "Deliveries that their agency has not acknowledged, by what they wait for.");
        meter.CreateObservableGauge("axis.adapter.deliveries.waiting.age", () => Ages(reading?.Deliveries), "s", "Time since the arrival of the oldest of them, by what it waits for; 0 when there is none.");
        meter.CreateObservableGauge("axis.adapter.acknowledgements.waiting", () => One(reading?.Acknowledgements), "{line}", "Lines of acknowledgements that the hub has not been told.");
        meter.CreateObservableGauge("axis.adapter.alerts.waiting", () => Notices(line => line.Waiting), "{alert}", "Alerts that agencies' systems have yet to take, by way.");
        meter.CreateObservableGauge("axis.adapter.alerts.given_up", () => Notices(line => line.GivenUp), "{alert}", "Alerts that agencies' systems did not take in three days, by way.");
        meter.CreateObservableGauge("axis.adapter.spool.free", () => One(reading?.FreeBytes), "By", "Free on the spool's disk.");
        meter.CreateObservableGauge("axis.adapter.spool.reserve", () => One(reading?.ReserveBytes), "By", "What has to stay free there for packages to be taken in (DiskReserve).");
    }

    /// <summary>An agency's system was answered.</summary>
    public void PackageHandedOver(SubmitOutcome outcome) => packages.Add(1, Tag("outcome", Word(outcome.GetType().Name)));

    /// <summary>A submission is durable. <paramref name="kind"/> is <c>edoc</c> or <c>status</c>, here and below.</summary>
    public void SubmissionSpooled(string kind) => spooled.Add(1, Tag("kind", kind));

    /// <summary>The broker has a submission.</summary>
    public void SubmissionSent(string kind) => sent.Add(1, Tag("kind", kind));

    /// <summary>A receipt counted.</summary>
    public void SubmissionAnswered(ReceiptOutcome outcome, TimeSpan sinceHandOver)
    {
        answered.Add(1, Tag("outcome", Word(outcome)));
        if (outcome != ReceiptOutcome.ContentMissing)
        {
            answerDuration.Record(Math.Max(0, sinceHandOver.TotalSeconds), Tag("outcome", Word(outcome)));
        }
    }

    /// <summary>The broker did not take a message of this wire kind over.</summary>
    public void PublishRefused(string kind, PublishOutcome outcome) => publishRefused.Add(1, Tag("kind", kind), Tag("outcome", Word(outcome.GetType().Name)));

    /// <summary>The time-stamping authority was asked.</summary>
    /// <param name="fault">What was wrong, or <c>null</c>.</param>
    public void TimeStampAsked(Finding? fault) => timeStamps.Add(1, Tag("verdict", fault?.Code ?? "ok"));

    /// <summary>An upload ended well, or not.</summary>
    public void Uploaded(TransferOutcome outcome) => uploads.Add(1, Tag("outcome", Word(outcome)));

    /// <summary>A fetch ended well, or not.</summary>
    public void Fetched(TransferOutcome outcome) => fetches.Add(1, Tag("outcome", Word(outcome)));

    /// <summary>A message of the hub was handled. What is no kind of the wire is counted as <c>unknown</c>.</summary>
    public void MessageHandled(string kind, MessageOutcome outcome) => messages.Add(
        1,
        Tag("kind", kind is WireNames.Deliver or WireNames.Cancel or WireNames.Mark or WireNames.Query or WireNames.Receipts or WireNames.States or WireNames.Alerts ? kind : "unknown"),
        Tag("outcome", Word(outcome)));

    /// <summary>A delivery is durable.</summary>
    public void DeliveryReceived(string kind) => received.Add(1, Tag("kind", kind));

    /// <summary>A package was shown to an agency's system.</summary>
    public void DeliveryPlaced(string kind, InboundInterface way) => placed.Add(1, Tag("kind", kind), Tag("interface", Word(way)));

    /// <summary>An agency's answer was recorded: done, or fail.</summary>
    public void DeliveryAcknowledged(string kind, AcknowledgeKind answer) => acknowledged.Add(1, Tag("kind", kind), Tag("answer", Word(answer)));

    /// <summary>The adapter itself failed a delivery.</summary>
    public void DeliveryFailed(string kind, string code) => failed.Add(1, Tag("kind", kind), Tag("code", Known(code)));

    /// <summary>A code of the catalogue as it is; <c>other</c> for one of a hub of another age, so that a label has no more values than the catalogue.</summary>
    public static string Known(string code) => ErrorCatalogue.All.ContainsKey(code) ? code : "other";

    /// <summary>The broker has a line of an acknowledgement.</summary>
    public void AcknowledgementSent(AcknowledgeKind kind) => told.Add(1, Tag("kind", Word(kind)));

    /// <summary>The hub has told something new.</summary>
    public void AlertTold() => alerts.Add(1);

    /// <summary>An agency's system was told of an alert, or was to be.</summary>
    public void AgencyTold(string way, NoticeOutcome outcome) => notices.Add(1, Tag("way", way), Tag("outcome", Word(outcome)));

    /// <summary>A loop could not go on for now.</summary>
    /// <param name="loop">Name of its class.</param>
    public void LoopHeld(string loop) => held.Add(1, Tag("loop", loop));

    /// <summary>Whether the broker is reached, asked at each scrape; must return at once.</summary>
    public void WatchLink(Func<LinkState> state) => link = state;

    /// <summary>The spool as last read; the gauges show it until the next reading.</summary>
    public void ShowSpool(SpoolReading spool) => reading = spool;

    private static IEnumerable<Measurement<long>> Counts(IReadOnlyList<WaitingReading>? lines) =>
        (lines ?? []).Select(line => new Measurement<long>(line.Count, Tag(WaitsFor, line.WaitsFor)));

    private static IEnumerable<Measurement<double>> Ages(IReadOnlyList<WaitingReading>? lines) =>
        (lines ?? []).Select(line => new Measurement<double>(line.Oldest.TotalSeconds, Tag(WaitsFor, line.WaitsFor)));

    private IEnumerable<Measurement<long>> Notices(Func<NoticeReading, long> count) =>
        (reading?.Notices ?? []).Select(line => new Measurement<long>(count(line), Tag("way", line.Way)));

    private static IEnumerable<Measurement<long>> One(long? value) => value is { } known ? [new Measurement<long>(known)] : [];

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static string Word(Enum value) => Word(value.ToString());

    private static string Word(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}

/// <summary>What became of bringing or fetching content.</summary>
internal enum TransferOutcome
{
    /// <summary>All of it is there.</summary>
    Complete,

    /// <summary>The hub was not reached, or this machine's disk was in the way; tried again.</summary>
    Held,

    /// <summary>The hub said no, or what came is not what was announced.</summary>
    Refused,
}

/// <summary>What became of telling an agency's system.</summary>
internal enum NoticeOutcome
{
    /// <summary>It has taken it.</summary>
    Taken,

    /// <summary>It has not; tried again.</summary>
    Held,

    /// <summary>It has not for so long that it is not tried again.</summary>
    GivenUp,
}

/// <summary>What became of a message of the hub.</summary>
internal enum MessageOutcome
{
    /// <summary>Its effect is durable.</summary>
    Taken,

    /// <summary>It can never be handled.</summary>
    Rejected,

    /// <summary>It could not be handled now.</summary>
    Held,
}
