using System.Collections.Concurrent;
using System.Diagnostics;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Tests.Flow;

namespace Axis.Hub.Tests.Platform.Telemetry;

public sealed class HubActivityTests
{
    private static readonly Draft Document = new() { Number = "500", Subject = "V/v không được lộ ra" };

    [Fact]
    public async Task A_batch_is_traced_with_what_it_does_in_the_ledger()
    {
        var seen = await TraceAsync();

        var submit = seen.Single(activity => activity.OperationName == "submit");
        submit.GetTagItem(HubActivity.BatchSize).ShouldBe(1);
        seen.ShouldContain(activity => activity.OperationName == "ledger submit" && activity.ParentSpanId == submit.SpanId);
        seen.ShouldContain(activity => activity.OperationName == "acknowledge");
    }

    [Fact]
    public async Task No_trace_says_what_a_document_is_about() =>
        (await TraceAsync()).SelectMany(activity => activity.TagObjects.Select(tag => $"{tag.Value}").Append(activity.DisplayName))
            .ShouldAllBe(text => !text.Contains("không được lộ") && !text.Contains("VPCP"));

    private static async Task<IReadOnlyCollection<Activity>> TraceAsync()
    {
        var seen = new ConcurrentQueue<Activity>();
        using var root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        var mine = root.TraceId;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == HubActivity.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == mine)
                {
                    seen.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await FlowHost.StartAsync();
        await host.SubmitOneAsync(Document);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        return seen;
    }
}
