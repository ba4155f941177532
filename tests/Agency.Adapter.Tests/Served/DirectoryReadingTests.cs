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

    /// <summary>A delegation that was granted a moment ago is known at the hub only.</summary>
    [Fact]
    public async Task Asks_the_hub_before_it_refuses_a_seal_that_does_not_speak_for_the_sender()
    {
        var sender = Agency(Guid.CreateVersion7(), "G22", null, "G22");
        adapter.Hub.Agencies.Add(sender);
        await adapter.Get<ReadDirectory>().ReadAsync(TestContext.Current.CancellationToken);
        adapter.Hub.Agencies[^1] = sender with { Delegations = [new("H41", DateTimeOffset.UnixEpoch)] };
        using var acting = adapter.Issue("H41", "H41");
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"), sealedBy: acting);

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);

        var inbox = await Wait.ForAsync(() => adapter.Inbox.List("H37", "edoc", null, 10), items => items.Count > 0, "it is offered");
        inbox.ShouldHaveSingleItem().DeliveryId.ShouldBe(delivery.DeliveryId);
    }

    /// <summary>The feed tells of a change once: what begins or ends later does so without another reading.</summary>
    [Fact]
    public async Task Keeps_the_days_of_codes_and_who_had_them_before()
    {
        var (now, noon) = (clock.GetUtcNow(), clock.GetUtcNow().AddHours(12));
        adapter.Hub.Agencies.AddRange(
        [
            Agency(Guid.CreateVersion7(), "H20", null, "H20") with { Aliases = [new("H20", "qd20", null, noon) { Successor = "H90", SuccessorFrom = noon }] },
            Agency(Guid.CreateVersion7(), "H14", null, "H14") with { Aliases = [new("H14", "qd20", null, noon), new("000.00.00.H14", "qcvn102", null, noon)] },
            Agency(Guid.CreateVersion7(), "H90", null, "H90") with { Aliases = [new("H90", "qd20", noon), new("000.00.00.H14", "qcvn102", noon)] },
        ]);
        await adapter.Get<ReadDirectory>().ReadAsync(TestContext.Current.CancellationToken);

        Read(now).ShouldBe(["H20", "H14", "H14", null]);
        Read(noon).ShouldBe(["H90", null, "H90", "H90"]);
        adapter.Get<AgencyDirectory>().Resolve("H90").ShouldNotBeNull();
        var old = adapter.Get<AgencyDirectory>().Resolve("000.00.00.H14").ShouldNotBeNull();
        old.Code.ShouldBe("H14");
        Directory(noon).CodesOf(old).ShouldBeEmpty();

        AgencyDirectory Directory(DateTimeOffset at) => new(adapter.Spool, new FakeTimeProvider(at));

        string?[] Read(DateTimeOffset at) => [.. new[] { "H20", "H14", "000.00.00.H14", "H90" }.Select(code => Directory(at).Read(code)?.Agency.Code)];
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
