using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Rest;

namespace Agency.Adapter.Tests.Telemetry;

public sealed class ScrapeTests
{
    [Fact]
    public async Task A_monitor_scrapes_without_a_key_and_learns_numbers_only()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        (await g22.SubmitAsync(await Letters.WriteAsync(to: "H37"))).EnsureSuccessStatusCode();
        await g22.InboxAsync(0);

        var text = await ScrapeAsync(rig, until: "axis_adapter_submissions_answered_total");

        Value(text, "axis_adapter_packages_total", "outcome=\"accepted\"").ShouldBe("1");
        Value(text, "axis_adapter_link_connected").ShouldBe("1");
        text.ShouldContain("# HELP axis_adapter_spool_free_bytes Free on the spool's disk.");
        text.ShouldContain("http_server_request_duration_seconds");
        text.ShouldNotContain("=\"7816");
        text.ShouldNotContain("H37");
    }

    [Fact]
    public async Task Of_two_adapters_in_one_process_each_shows_its_own()
    {
        await using var busy = await AdapterRig.StartAsync();
        await using var idle = await AdapterRig.StartAsync();
        using var g22 = busy.Client(AdapterRig.KeyOfG22);
        (await g22.SubmitAsync(await Letters.WriteAsync(to: "H37"))).EnsureSuccessStatusCode();

        await ScrapeAsync(busy, until: "axis_adapter_packages_total");
        (await ScrapeAsync(idle, until: "axis_adapter_spool_free_bytes")).ShouldNotContain("axis_adapter_packages_total");
    }

    private static async Task<string> ScrapeAsync(AdapterRig rig, string until)
    {
        using var monitor = rig.Client(null);
        var text = "";
        await Until.Async(async () =>
        {
            text = await monitor.GetStringAsync(new Uri("metrics", UriKind.Relative), TestContext.Current.CancellationToken);
            return text.Contains(until, StringComparison.Ordinal);
        }, () => text);
        return text;
    }

    private static string? Value(string text, string name, string tag = "") => text.Split('\n')
        .SingleOrDefault(line => line.StartsWith(name + "{", StringComparison.Ordinal) && line.Contains(tag, StringComparison.Ordinal))?
        .Split('}')[1].Trim().Split(' ')[0];
}
