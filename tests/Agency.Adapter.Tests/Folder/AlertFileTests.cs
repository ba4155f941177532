using System.Text.Json.Nodes;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Folder;

public class AlertFileTests
{
    [Fact]
    public async Task An_alert_lies_in_the_folder_by_its_case_number_for_clerks_and_programs()
    {
        await using var rig = await FolderRig.StartAsync();

        rig.Hub.Warn(About("2026-000123"));
        await Until.Async(() => rig.Names("alerts").Length == 2);

        rig.Names("alerts").ShouldBe(["2026-000123.json", "2026-000123.txt"]);
        var text = await ReadAsync(rig, "2026-000123.txt");
        text.ShouldStartWith("CẢNH BÁO NGHIÊM TRỌNG / ALERT: 2026-000123");
        text.ShouldContain("[AXS-9001] Văn bản của G22 không gửi được tới H41");
        text.IndexOf("Văn bản", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("Documents of", StringComparison.Ordinal));
        var json = JsonNode.Parse(await ReadAsync(rig, "2026-000123.json"))!;
        (json["caseNumber"]!.GetValue<string>(), json["version"]!.GetValue<int>(), json["closedAt"]).ShouldBe(("2026-000123", 1, null));
    }

    [Fact]
    public async Task It_is_replaced_when_its_version_rises_and_goes_thirty_days_after_it_was_closed()
    {
        await using var rig = await FolderRig.StartAsync();
        var alert = About("2026-000123");
        rig.Hub.Warn(alert);
        await Until.Async(() => rig.Names("alerts").Length == 2);

        rig.Hub.Warn(alert with { Version = 2, ClosedAt = TimeProvider.System.GetUtcNow(), ClosedReason = "its cause has ended", OpenItems = 0 });
        await Until.Async(async () => JsonNode.Parse(await ReadAsync(rig, "2026-000123.json"))!["version"]!.GetValue<int>() == 2);
        (await ReadAsync(rig, "2026-000123.txt")).ShouldStartWith("ĐÃ ĐÓNG / CLOSED: 2026-000123");
        rig.Names("alerts").Length.ShouldBe(2);

        rig.Clock.Ahead = TimeSpan.FromDays(31);
        await rig.StartAgainAsync();
        await Until.Async(() => rig.All("alerts").Length == 0);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_shown_and_waited_for()
    {
        await using var rig = await FolderRig.StartAsync(options => options.Agencies[^1].Keys.Add(Agency.Adapter.AgencySystem.Rest.LocalKey.Hash("axk_h41")));
        await Until.Async(() => Directory.Exists(Path.Combine(rig.Tree(), "alerts")));
        await rig.StopAsync();
        Directory.Delete(Path.Combine(rig.Tree(), "alerts"));
        await File.WriteAllTextAsync(Path.Combine(rig.Tree(), "alerts"), "", TestContext.Current.CancellationToken);
        await rig.StartAgainAsync();
        using var system = rig.Client("axk_h41");

        rig.Hub.Warn(About("2026-000123"));
        await Until.Async(async () => JsonNode.Parse(await system.GetStringAsync("v1/alerts", TestContext.Current.CancellationToken))!["alerts"] is JsonArray { Count: 1 } alerts
            && alerts[0]!["told"]![0]!["fault"]?["code"]!.GetValue<string>() == ErrorCatalogue.AlertFileUnusable.Code);
        File.Delete(Path.Combine(rig.Tree(), "alerts"));

        await Until.Async(() => rig.Names("alerts").Length == 2);
    }

    private static Task<string> ReadAsync(AdapterRig rig, string name) => File.ReadAllTextAsync(Path.Combine(rig.Tree(), "alerts", name), TestContext.Current.CancellationToken);

    private static Alert About(string number)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(
            Guid.CreateVersion7(), "delivery-failed", Finding.Refuse(ErrorCatalogue.AlertDeliveryFailed, "", "G22", "H41"), now, now, 1, "G22",
            CaseNumber: number, Cause: "agency", Counterpart: "H41", OpenItems: 1);
    }
}
