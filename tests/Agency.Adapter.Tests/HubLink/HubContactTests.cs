using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.HubLink;

public sealed class HubContactTests
{
    [Fact]
    public async Task Beats_with_spool_clock_backlog_and_disk()
    {
        await using var adapter = await TestAdapter.StartAsync(options => options.HeartbeatEvery = TimeSpan.FromMilliseconds(20));
        await adapter.HandOverAsync(await Packages.EdocAsync());
        var beats = await Wait.ForAsync(
            () => adapter.Sent<HeartbeatMessage>(WireNames.Heartbeat), all => all.Any(beat => beat.OutgoingBacklog == 1), "the backlog is told");
        beats.ShouldAllBe(beat => beat.SpoolId == adapter.Spool.SpoolId && beat.WireVersion == WireNames.Version && beat.DiskFreeBytes > 0);
    }

    [Fact]
    public async Task Reads_the_states_again_when_the_link_comes_back()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var package = await Packages.EdocAsync();
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(package)).SubmissionId;
        var delivery = Guid.CreateVersion7();
        var receipt = Outgoing.SubmitTests.Receipt(id, 1, ReceiptOutcome.Accepted, package, delivery);
        await adapter.ReceiptAsync(receipt);
        adapter.Hub.Submissions[id] = new SubmissionAnswer(
            receipt, [new DeliveryState(delivery, id, Guid.CreateVersion7(), "G22", 4, "DONE", TimeProvider.System.GetUtcNow(), 1, "03")]);

        adapter.Link.State = LinkState.Disconnected;
        adapter.Track.Find("H37", id)!.Receivers[0].State.ShouldBeNull();
        adapter.Link.State = LinkState.Connected;

        await Wait.UntilAsync(() => adapter.Track.Find("H37", id)!.Receivers[0].State is { Business: "03", Transport: "DONE" }, "the state is read");
    }

    [Fact]
    public async Task Says_as_of_when_it_last_heard_of_the_hub_even_after_a_restart()
    {
        await using var adapter = await TestAdapter.StartAsync(options => options.HeartbeatEvery = TimeSpan.FromMilliseconds(20));
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(await Packages.EdocAsync())).SubmissionId;
        await Wait.UntilAsync(() => adapter.Sent<HeartbeatMessage>(WireNames.Heartbeat).Count > 2, "it has beaten");
        await adapter.StopAsync();
        var stopped = TimeProvider.System.GetUtcNow();
        adapter.Link.State = LinkState.Disconnected;

        await adapter.StartWithAsync();

        var asOf = adapter.Track.Find("H37", id)!.AsOf;
        asOf.ShouldBeLessThanOrEqualTo(stopped);
        asOf.ShouldBeGreaterThan(stopped - TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Says_as_of_the_hubs_last_sign_though_the_broker_goes_on_answering()
    {
        await using var adapter = await TestAdapter.StartAsync(options => options.HeartbeatEvery = TimeSpan.FromMilliseconds(20));
        var watch = adapter.Get<LinkWatch>();
        var started = watch.AsOf;
        await Wait.UntilAsync(() => watch.AsOf > started, "the hub is heard of");

        adapter.Hub.IsAway = true;
        await Wait.UntilAsync(() => watch.AwaySince is not null, "the hub is missed");
        var (asOf, since) = (watch.AsOf, watch.AwaySince);
        var beats = adapter.Sent<HeartbeatMessage>(WireNames.Heartbeat).Count;
        await Wait.UntilAsync(() => adapter.Sent<HeartbeatMessage>(WireNames.Heartbeat).Count > beats + 2, "the broker answers");
        (watch.AsOf, watch.AwaySince).ShouldBe((asOf, since));
        since.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(asOf);

        adapter.Hub.IsAway = false;
        await Wait.UntilAsync(() => watch.AsOf > since && watch.AwaySince is null, "the hub is heard of again");
    }

    [Fact]
    public async Task Says_as_of_no_later_than_the_link_stood_though_the_hub_answers()
    {
        await using var adapter = await TestAdapter.StartAsync(options => options.HeartbeatEvery = TimeSpan.FromMilliseconds(20));
        var watch = adapter.Get<LinkWatch>();
        await Wait.UntilAsync(() => watch.AsOf > DateTimeOffset.UnixEpoch, "the hub is heard of");
        adapter.Link.State = LinkState.Disconnected;
        var lost = TimeProvider.System.GetUtcNow();
        var asked = adapter.Hub.CertificateReadings;

        await Wait.UntilAsync(() => adapter.Hub.CertificateReadings > asked + 3, "the hub is asked on");
        watch.AsOf.ShouldBeLessThanOrEqualTo(lost);

        adapter.Link.State = LinkState.Connected;
        await Wait.UntilAsync(() => watch.AsOf > lost, "the link stands again");
    }

    [Fact]
    public async Task Fetches_a_certificate_once_and_uses_it_while_the_hub_is_away()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var package = await Packages.EdocAsync();
        var id = ((SubmitOutcome.Accepted)await adapter.HandOverAsync(package)).SubmissionId;
        await adapter.ReceiptAsync(Outgoing.SubmitTests.Receipt(id, 1, ReceiptOutcome.Accepted, package));

        await adapter.RestartAsync();
        adapter.Hub.IsAway = true;
        adapter.Hub.Certificates.Clear();

        await adapter.ReceiptAsync(Outgoing.SubmitTests.Receipt(id, 1, ReceiptOutcome.Accepted, package));
        adapter.Track.Find("H37", id)!.State.ShouldBe(SubmissionState.Accepted);
    }

    [Fact]
    public void Names_every_fault_of_the_settings_at_once()
    {
        var faults = AdapterOptionsRules.Faults(new AdapterOptions { Prefetch = 51, LocalEndpoint = "http://10.0.0.1:80", HubEndpoint = "http://hub" });
        foreach (var setting in new[] { "Code", "Agencies", "CertificatePath", "RootsPath", "HubEndpoint", "LocalEndpoint", "Prefetch" })
        {
            faults.ShouldContain(fault => fault.StartsWith(setting + ":", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Reads_settings_from_a_file_with_paths_relative_to_it()
    {
        var folder = Directory.CreateTempSubdirectory("axis-settings-tests").FullName;
        try
        {
            var file = Path.Combine(folder, "adapter.json");
            File.WriteAllText(file, """
                { "Code": "H37", "CertificatePath": "own.pem", "RootsPath": "/etc/axis/roots", "HeartbeatEvery": "00:00:10",
                  "Agencies": [ { "Code": "H37", "Keys": [ "sha256:00" ], "Interface": "Folder", "Folder": "h37" } ] }
                """);
            var options = AdapterSettings.Read(["--config", file, "--Prefetch", "7"]);
            (options.Code, options.Prefetch, options.HeartbeatEvery).ShouldBe(("H37", 7, TimeSpan.FromSeconds(10)));
            options.CertificatePath.ShouldBe(Path.Combine(folder, "own.pem"));
            options.RootsPath.ShouldBe("/etc/axis/roots");
            var agency = options.Agencies.ShouldHaveSingleItem();
            (agency.Folder, agency.Interface).ShouldBe((Path.Combine(folder, "h37"), InboundInterface.Folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
