using Agency.Adapter.Outgoing;
using Agency.Adapter.Served;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Agency.Adapter.Tests.Served;

/// <summary>An adapter of H37 and H41, and an agency below H37 that the hub has got to know after the adapter's last reading.</summary>
public sealed class DirectoryReadingTests : IAsyncLifetime
{
    private const string Newcomer = "H37.77";

    private readonly Guid parent = Guid.CreateVersion7();
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private TestAdapter adapter = null!;

    public async ValueTask InitializeAsync()
    {
        adapter = new TestAdapter(options => options.Agencies.Add(new AgencyOptions { Code = "H41" })) { Clock = () => clock };
        adapter.Hub.Agencies.Add(Agency(parent, "H37", null, "H37"));
        await adapter.StartWithAsync();
        await Wait.UntilAsync(() => !adapter.Get<AgencyDirectory>().IsEmpty, "the directory was read");
    }

    public ValueTask DisposeAsync() => adapter.DisposeAsync();

    [Fact]
    public async Task Asks_the_hub_before_it_fails_a_delivery_for_an_agency_that_it_does_not_know()
    {
        adapter.Hub.Agencies.Add(Agency(Guid.CreateVersion7(), Newcomer, parent, null));
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", Newcomer)) with { Receiver = Newcomer };

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);

        var inbox = await Wait.ForAsync(() => adapter.Inbox.List("H37", "edoc", null, 10), items => items.Count > 0, "the parent has it");
        inbox.ShouldHaveSingleItem().DeliveryId.ShouldBe(delivery.DeliveryId);
        adapter.Acknowledged().ShouldNotContain(item => item.Kind == AcknowledgeKind.Fail);
    }

    [Fact]
    public async Task Holds_a_delivery_for_an_agency_that_it_does_not_know_while_the_hub_is_away()
    {
        adapter.Hub.Agencies.Add(Agency(Guid.CreateVersion7(), Newcomer, parent, null));
        adapter.Hub.IsAway = true;
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", Newcomer)) with { Receiver = Newcomer };
        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);
        await PassUntilAsync(() => adapter.Acknowledged().Count > 0, "it is acknowledged as spooled");

        adapter.Hub.IsAway = false;
        await PassUntilAsync(() => adapter.Inbox.List("H37", "edoc", null, 10).Count == 1, "the parent has it");

        adapter.Acknowledged().Select(item => item.Kind).ShouldBe([AcknowledgeKind.Processing]);
    }

    [Fact]
    public async Task Asks_the_hub_before_it_refuses_a_sender_that_it_does_not_know()
    {
        var package = await Packages.EdocAsync(Newcomer);
        (await adapter.HandOverAsync(package)).ShouldBeOfType<SubmitOutcome.Refused>()
            .Findings.ShouldContain(finding => finding.Code == ErrorCatalogue.SenderNotServed.Code);

        adapter.Hub.Agencies.Add(Agency(Guid.CreateVersion7(), Newcomer, parent, null));

        (await adapter.HandOverAsync(package)).ShouldBeOfType<SubmitOutcome.Accepted>();
    }

    [Fact]
    public async Task Refuses_a_sender_that_it_does_not_know_while_the_hub_is_away()
    {
        adapter.Hub.IsAway = true;

        (await adapter.HandOverAsync(await Packages.EdocAsync(Newcomer))).ShouldBeOfType<SubmitOutcome.Refused>();
    }

    [Fact]
    public async Task Reads_the_directory_once_an_hour()
    {
        var read = clock.GetUtcNow();
        await PassUntilAsync(() => clock.GetUtcNow() > read.AddMinutes(59), "59 minutes have passed");
        adapter.Sent<HeartbeatMessage>(WireNames.Heartbeat).Count.ShouldBeGreaterThan(10, "the loops have turned meanwhile");
        adapter.Hub.DirectoryReadings.ShouldBe(1);

        await PassUntilAsync(() => adapter.Hub.DirectoryReadings == 2, "the directory was read again");
    }

    /// <summary>Lets time pass in steps, for a loop waits anew only after it has turned.</summary>
    private Task PassUntilAsync(Func<bool> condition, string what) => Wait.UntilAsync(
        () =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return condition();
        },
        what);

    private static DirectoryAgency Agency(Guid id, string code, Guid? parent, string? adapter) =>
        new(id, code, code, "", "unit", true, [], TimeProvider.System.GetUtcNow(), parent, adapter);
}
