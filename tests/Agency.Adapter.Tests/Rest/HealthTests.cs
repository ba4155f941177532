using Agency.Adapter.HubLink;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Errors;
using Axis.Simulator.Nation;

namespace Agency.Adapter.Tests.Rest;

public sealed class HealthTests
{
    [Fact]
    public async Task Says_with_its_code_that_packages_wait_for_the_time_stamping_authority()
    {
        await using var rig = await AdapterRig.StartAsync(options =>
        {
            options.TimeStampAuthority = $"http://127.0.0.1:{LoopbackPorts.Take()}/";
            options.TimeStampRootsPath = options.RootsPath;
        });
        using var http = rig.Client(AdapterRig.KeyOfG22);
        (await http.ReadAsync("v1/health"))["timeStamps"]!["given"]!.GetValue<bool>().ShouldBeTrue("nobody has asked yet");

        using var body = new ByteArrayContent(await Packages.EdocAsync("G22", "H37")) { Headers = { ContentType = new("application/xml") } };
        (await http.PostAsync("v1/packages", body, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted);

        await Until.Async(async () =>
            (await http.ReadAsync("v1/health"))["timeStamps"]!["code"]?.GetValue<string>() == ErrorCatalogue.TimeStampAuthorityAway.Code);
        var health = await http.ReadAsync("v1/health");
        health["status"]!.GetValue<string>().ShouldBe("degraded");
        health["timeStamps"]!["waiting"]!.GetValue<int>().ShouldBe(1);
        health["timeStamps"]!["required"]!.GetValue<bool>().ShouldBeTrue();
        health["timeStamps"]!["vietnamese"]!.GetValue<string>().ShouldNotBeEmpty();
        health["takesPackages"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Says_with_its_code_that_the_broker_is_refused_and_no_longer_when_it_is_not()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var http = rig.Client(null);
        (await http.ReadAsync("v1/health"))["broker"].ShouldBeNull();

        var since = new DateTimeOffset(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);
        rig.Hub.Fault = new LinkFault(Finding.Refuse(ErrorCatalogue.ServerUntrusted, "", "broker.example", "CN=other"), since);
        rig.Hub.GoAway();
        var health = await http.ReadAsync("v1/health");

        health["status"]!.GetValue<string>().ShouldBe("degraded");
        health["broker"]!["code"]!.GetValue<string>().ShouldBe("AXS-7001");
        health["broker"]!["vietnamese"]!.GetValue<string>().ShouldContain("broker.example");
        health["broker"]!["english"]!.GetValue<string>().ShouldContain("broker.example");
        health["broker"]!["since"]!.GetValue<DateTimeOffset>().ShouldBe(since);
        health["takesPackages"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Says_since_when_the_hub_is_away_behind_a_broker_that_answers()
    {
        await using var rig = await AdapterRig.StartAsync(options => options.HeartbeatEvery = TimeSpan.FromMilliseconds(20));
        using var http = rig.Client(null);
        await Until.Async(async () => (await http.ReadAsync("v1/health"))["status"]!.GetValue<string>() == "ok");

        rig.Hub.IsSilent = true;

        await Until.Async(async () => (await http.ReadAsync("v1/health"))["hubAwaySince"] is not null);
        var health = await http.ReadAsync("v1/health");
        (health["status"]!.GetValue<string>(), health["hubConnected"]!.GetValue<bool>()).ShouldBe(("degraded", true));
        rig.Hub.IsSilent = false;
        await Until.Async(async () => (await http.ReadAsync("v1/health")) is var back && back["hubAwaySince"] is null && back["status"]!.GetValue<string>() == "ok");
    }

    [Fact]
    public async Task Says_that_the_hub_refuses_a_suspended_adapter_and_since_when()
    {
        await using var rig = await AdapterRig.StartAsync(options => options.HeartbeatEvery = TimeSpan.FromMilliseconds(20));
        using var http = rig.Client(null);
        rig.Hub.Refusing = Finding.Refuse(ErrorCatalogue.AdapterSuspended, "", "A1", "10:00 22/11/2026");

        await Until.Async(async () => (await http.ReadAsync("v1/health"))["hubRefusal"] is not null);
        var health = await http.ReadAsync("v1/health");
        (health["status"]!.GetValue<string>(), health["hubRefusal"]!["code"]!.GetValue<string>()).ShouldBe(("degraded", "AXS-1048"));
        health["hubRefusal"]!["english"]!.GetValue<string>().ShouldBe("Adapter A1 is suspended since 10:00 22/11/2026.");

        rig.Hub.Refusing = null;
        await Until.Async(async () => (await http.ReadAsync("v1/health")) is var back && back["hubRefusal"] is null && back["status"]!.GetValue<string>() == "ok");
    }

    [Fact]
    public async Task Says_nothing_of_time_stamps_where_no_authority_is_set()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var http = rig.Client(null);
        (await http.ReadAsync("v1/health"))["timeStamps"].ShouldBeNull();
    }
}
