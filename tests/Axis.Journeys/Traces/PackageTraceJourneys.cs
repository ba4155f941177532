using System.Collections.Concurrent;
using System.Diagnostics;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Telemetry;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Telemetry;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;

namespace Axis.Journeys.Traces;

/// <summary>One package from an agency to two others, one of which reads a folder, as a collector of traces sees it.</summary>
public sealed class PackageTraceJourneys : IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;

    public PackageTraceJourneys()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is AdapterActivity.SourceName or HubActivity.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task One_trace_holds_every_step_of_a_package_at_both_adapters_and_the_hub()
    {
        await using var nation = await StartAsync();
        var (sender, receiver, folder) = (nation.Agencies[0], nation.Agencies[1], nation.Agencies[2]);
        var (letter, submission, delivery) = await ExchangeAsync(nation);
        var trace = PackageTrace.IdOf(submission);

        await SeeAsync(trace, AdapterActivity.SourceName, sender.Adapter.Code, "spool", "seal", "stamp", "upload", "submit", "settle");
        await SeeAsync(trace, HubActivity.SourceName, sender.Adapter.Code, "verify", "decide", "answer", "tell");
        await SeeAsync(trace, HubActivity.SourceName, receiver.Adapter.Code, "deliver", "record");
        await SeeAsync(trace, HubActivity.SourceName, folder.Adapter.Code, "deliver", "record");
        await SeeAsync(trace, AdapterActivity.SourceName, receiver.Adapter.Code, "receive", "fetch", "verify", "take", "acknowledge", "report");
        await SeeAsync(trace, AdapterActivity.SourceName, folder.Adapter.Code, "receive", "fetch", "verify", "place", "acknowledge", "report");

        // A batch of the hub is of many packages: their steps name it.
        var batches = ended.Where(step => step.Source.Name == HubActivity.SourceName && step.OperationName == "submit").Select(step => step.SpanId).ToHashSet();
        ended.Where(step => step.TraceId == trace && step.OperationName == "decide").ShouldHaveSingleItem()
            .Links.ShouldContain(link => batches.Contains(link.Context.SpanId));

        // The automatic 01 is a package of its own, which names what it answers.
        var arrival = PackageTrace.IdOf(SubmissionIds.OfArrival(delivery));
        await SeeAsync(arrival, HubActivity.SourceName, receiver.Adapter.Code, "verify", "decide");
        ended.Where(step => step.TraceId == arrival && step.OperationName == "seal").ShouldHaveSingleItem()
            .Links.ShouldContain(link => link.Context.TraceId == trace);

        string[] content = [letter.Subject, letter.Notation, letter.Signer, letter.SenderName, letter.TypeName, "Đã đến", ".pdf"];
        ended.SelectMany(Texts).ShouldAllBe(text => !content.Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Texts(Activity step) =>
        [step.DisplayName, step.StatusDescription ?? "", .. step.TagObjects.Select(tag => $"{tag.Value}"), .. step.Events.Select(one => one.Name), $"{step.TraceStateString}"];

    /// <summary>A document goes to both, is taken in, and its sender learns so.</summary>
    private static async Task<(Letter Letter, Guid Submission, Guid Delivery)> ExchangeAsync(LiveNation nation)
    {
        var (sender, receiver, folder) = (nation.Agencies[0], nation.Agencies[1], nation.Agencies[2]);
        var letter = new LetterWriter(1).Write(sender.Addressee, [receiver.Addressee, folder.Addressee], NationDate.Today(TimeProvider.System), 2) with
        {
            Receivers = [receiver.Addressee, folder.Addressee],
        };
        var package = await LetterPackage.WriteAsync(letter, TimeProvider.System.GetUtcNow(), Cancellation);
        var submission = (await sender.System.SubmitAsync(package, "traced", Cancellation)).SubmissionId;
        var arrived = await Eventually.FindAsync(
            async () => (await receiver.System.ListInboxAsync(Cancellation)).SingleOrDefault(item => item.Kind == "edoc"),
            TimeSpan.FromMinutes(1), () => "it has arrived", Cancellation);
        await receiver.System.OpenAsync(arrived.DeliveryId, Cancellation);
        await receiver.System.AcknowledgeAsync(arrived.DeliveryId, Cancellation);
        await Eventually.Async(
            async () => await sender.System.FindAsync(submission, Cancellation) is { Receivers: { Count: 2 } both } && both.All(one => one.Transport == "DONE"),
            cancellation: Cancellation);
        return (letter, submission, arrived.DeliveryId);
    }

    private Task SeeAsync(ActivityTraceId trace, string source, string adapter, params string[] steps) => Eventually.Async(
        () => !steps.Except(Steps(trace, source, adapter)).Any(),
        describe: () => $"{source} of {adapter} has {string.Join(' ', steps)}; it has {string.Join(' ', Steps(trace, source, adapter))}", cancellation: Cancellation);

    private IEnumerable<string> Steps(ActivityTraceId trace, string source, string adapter) => ended
        .Where(step => step.TraceId == trace && step.Source.Name == source && (string?)step.GetTagItem(AdapterActivity.Adapter) == adapter)
        .Select(step => step.OperationName);

    private static Task<LiveNation> StartAsync()
    {
        var plan = NationPlan.Of(3);
        return LiveNation.StartAsync(
            new NationOptions
            {
                Plan = new([plan.Adapters[0], plan.Adapters[1], plan.Adapters[2] with { Agencies = [plan.Adapters[2].Agencies[0] with { HasFolder = true }] }]),
                TimeStamps = true,

                // Small enough that the bytes go by the hub's endpoint.
                Adapter = adapter => adapter.InlineLimit = 1_024,
            },
            TimeProvider.System, Cancellation);
    }
}
