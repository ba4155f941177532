using System.Diagnostics;
using Agency.Adapter.Telemetry;
using Axis.Contracts.Wire;
using Microsoft.Extensions.Hosting;

namespace Agency.Adapter.Tests.Telemetry;

/// <summary>What is reported to the hub is reported, whatever becomes of its trace.</summary>
public sealed class ReportTraceTests
{
    [Fact]
    public async Task A_trace_that_cannot_be_made_neither_repeats_a_report_nor_ends_the_adapter()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == AdapterActivity.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> step) =>
                step.Name == "report" ? throw new InvalidOperationException("no room for a trace") : ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        await using var adapter = await TestAdapter.StartAsync();
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await Wait.UntilAsync(() => adapter.Acknowledged().Count > 0, "PROCESSING is reported");
        var second = adapter.Delivery(await Packages.EdocAsync("G22", "H37", number: "2"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, second);

        await Wait.UntilAsync(() => adapter.Acknowledged().Count > 1, "the next one is reported too");
        adapter.Acknowledged().Select(item => item.DeliveryId).ShouldBe([delivery.DeliveryId, second.DeliveryId]);
        adapter.Get<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.ShouldBeFalse();
    }
}
