using System.Net;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Rest;

public class AlertTests
{
    [Fact]
    public async Task Shows_a_key_what_the_hub_has_told_its_agencies_and_no_other()
    {
        await using var rig = await AdapterRig.StartAsync();
        var province = Agency("H37");
        rig.Hub.Agencies.AddRange([Agency("G22"), province, Agency("H37.02", province)]);
        await rig.StartAgainAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        using var both = rig.Client(AdapterRig.KeyOfBoth);
        await Until.Async(async () => (await g22.ReadAsync("v1/agencies"))["items"]!.AsArray().Count == 3);
        var sent = (await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted))["submissionId"]!.GetValue<Guid>();
        var (ofG22, ofChild, ofSubmission, ofStranger, ofAll) = (About("G22"), About("H37.02"), About(null, sent), About(null, Guid.CreateVersion7()), About(null));
        rig.Hub.Warn(ofG22, ofChild, ofSubmission, ofStranger, ofAll);
        await Until.Async(async () => (await ShownAsync(both)).Length == 4);

        (await ShownAsync(g22)).ShouldBe([ofG22.AlertId, ofSubmission.AlertId, ofAll.AlertId], ignoreOrder: true);
        (await ShownAsync(h37)).ShouldBe([ofChild.AlertId, ofAll.AlertId], ignoreOrder: true);
        (await ShownAsync(both)).ShouldBe([ofG22.AlertId, ofChild.AlertId, ofSubmission.AlertId, ofAll.AlertId], ignoreOrder: true);
        (await ShownAsync(both, "?agency=H37")).ShouldBe([ofChild.AlertId, ofAll.AlertId], ignoreOrder: true);
        var toH37 = About("G22") with { Counterpart = "H37" };
        var toStranger = About("T99") with { Counterpart = "H37.02" };
        rig.Hub.Warn(toH37, toStranger);
        await Until.Async(async () => (await ShownAsync(h37)).Length == 4);
        (await ShownAsync(h37)).ShouldBe([ofChild.AlertId, ofAll.AlertId, toH37.AlertId, toStranger.AlertId], ignoreOrder: true);
        (await ShownAsync(g22)).ShouldBe([ofG22.AlertId, ofSubmission.AlertId, ofAll.AlertId, toH37.AlertId], ignoreOrder: true);
        (await g22.ReadAsync("v1/alerts?agency=H37", HttpStatusCode.NotFound))["code"]!.GetValue<string>().ShouldBe(ErrorCatalogue.AgencyNotOfKey.Code);
    }

    [Fact]
    public async Task Comes_in_pages_that_leave_nothing_out_and_show_nothing_twice()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var now = TimeProvider.System.GetUtcNow();

        // Two were met at the same instant, and one is another agency's.
        Alert[] alerts = [.. new[] { 0, 1, 1, 2, 3 }.Select(hours => About("G22") with { LastSeenAt = now.AddHours(-hours) }), About("T99") with { LastSeenAt = now.AddHours(-1) }];
        rig.Hub.Warn(alerts);
        await Until.Async(async () => (await ShownAsync(g22)).Length == 5);

        var (shown, after) = (new List<Guid>(), "");
        do
        {
            var page = await g22.ReadAsync($"v1/alerts?limit=2{after}");
            page["alerts"]!.AsArray().Count.ShouldBeInRange(1, 2);
            shown.AddRange(page["alerts"]!.AsArray().Select(alert => alert!["alertId"]!.GetValue<Guid>()));
            shown.ShouldBeUnique();
            after = page["next"] is { } next ? "&after=" + next.GetValue<string>() : "";
        }
        while (after.Length > 0);

        shown.ShouldBe(await ShownAsync(g22));
        (await g22.ReadAsync("v1/alerts?limit=5"))["next"].ShouldBeNull();
        foreach (var wrong in (string[])["limit=0", "limit=501", "after=x"])
        {
            (await g22.ReadAsync("v1/alerts?" + wrong, HttpStatusCode.UnprocessableEntity))["code"]!.GetValue<string>().ShouldBe(ErrorCatalogue.MemberInvalid.Code);
        }
    }

    [Fact]
    public async Task Tells_what_when_and_how_often_in_both_languages()
    {
        await using var rig = await AdapterRig.StartAsync();
        var alert = About("G22", Guid.CreateVersion7()) with { Seen = 3, CaseNumber = "2026-000123" };
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        rig.Hub.Warn(alert);
        await Until.Async(async () => (await ShownAsync(g22)).Length == 1);

        var shown = (await g22.ReadAsync("v1/alerts"))["alerts"]!.AsArray().ShouldHaveSingleItem()!;

        (shown["kind"]!.GetValue<string>(), shown["seen"]!.GetValue<int>(), shown["agency"]!.GetValue<string>()).ShouldBe(("secret-refused", 3, "G22"));
        (shown["submissionId"]!.GetValue<Guid>(), shown["openedAt"]!.GetValue<DateTimeOffset>(), shown["caseNumber"]!.GetValue<string>())
            .ShouldBe((alert.SubmissionId!.Value, alert.OpenedAt, "2026-000123"));
        shown["told"].ShouldBeNull("this agency has neither webhook nor folder");
        var finding = shown["finding"]!;
        (finding["code"]!.GetValue<string>(), finding["vietnamese"]!.GetValue<string>(), finding["english"]!.GetValue<string>())
            .ShouldBe((alert.Finding.Code, alert.Finding.Vietnamese, alert.Finding.English));
    }

    [Fact]
    public async Task Says_as_of_when_while_the_hub_is_away_and_after_a_restart()
    {
        await using var rig = await AdapterRig.StartAsync();
        using (var g22 = rig.Client(AdapterRig.KeyOfG22))
        {
            rig.Hub.Warn(About("G22"));
            await Until.Async(async () => (await ShownAsync(g22)).Length == 1);
            await Until.Async(async () => (await g22.ReadAsync("v1/alerts"))["asOf"]!.GetValue<DateTimeOffset>() > DateTimeOffset.UnixEpoch);
        }

        rig.Hub.GoAway();
        await rig.StartAgainAsync();

        using var again = rig.Client(AdapterRig.KeyOfG22);
        (await ShownAsync(again)).Length.ShouldBe(1);
        var asOf = (await again.ReadAsync("v1/alerts"))["asOf"]!.GetValue<DateTimeOffset>();
        asOf.ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        asOf.ShouldBeLessThan(TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task The_newest_version_counts_whichever_comes_last()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var first = About("G22");
        var closed = first with { Version = 2, ClosedAt = first.LastSeenAt.AddMinutes(1), ClosedReason = "its cause has ended" };
        var last = About("G22");
        rig.Hub.Warn(closed);
        rig.Hub.Warn(first, last);
        await Until.Async(async () => (await ShownAsync(g22)).Contains(last.AlertId));

        (await ShownAsync(g22)).ShouldBe([first.AlertId, last.AlertId], ignoreOrder: true);
        (await ShownAsync(g22, "?open=true")).ShouldBe([last.AlertId]);
        (await ShownAsync(g22, "?since=" + Uri.EscapeDataString(TimeProvider.System.GetUtcNow().AddMinutes(1).ToString("O")))).ShouldBeEmpty();
        (await ShownAsync(g22, "?since=" + Uri.EscapeDataString(first.OpenedAt.AddMinutes(-1).ToString("O")))).Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_a_lost_message_would_have_told_is_read_at_the_hub_when_the_link_comes_back()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        rig.Hub.GoAway();
        rig.Hub.Alerts.Add(About("G22"));
        (await ShownAsync(g22)).ShouldBeEmpty();

        rig.Hub.ComeBack();

        await Until.Async(async () => (await ShownAsync(g22)).SequenceEqual(rig.Hub.Alerts.Select(alert => alert.AlertId)));
    }

    [Fact]
    public async Task What_is_not_under_the_hubs_seal_is_rejected()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var real = About("G22");
        rig.Hub.WarnForged(About("G22"));
        rig.Hub.Warn(real);

        await Until.Async(async () => (await ShownAsync(g22)).Length > 0);

        (await ShownAsync(g22)).ShouldBe([real.AlertId]);
        rig.Hub.Rejected.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_closed_thirty_days_ago_goes_and_what_is_open_stays()
    {
        await using var rig = await AdapterRig.StartAsync();
        var open = About("G22");
        var closed = About("G22") with { Version = 2, ClosedAt = TimeProvider.System.GetUtcNow(), ClosedReason = "its cause has ended" };
        using (var g22 = rig.Client(AdapterRig.KeyOfG22))
        {
            rig.Hub.Warn(open, closed);
            await Until.Async(async () => (await ShownAsync(g22)).Length == 2);
        }

        rig.Clock.Ahead = TimeSpan.FromDays(29);
        await rig.StartAgainAsync();
        using (var g22 = rig.Client(AdapterRig.KeyOfG22))
        {
            (await ShownAsync(g22)).Length.ShouldBe(2);
        }

        rig.Clock.Ahead = TimeSpan.FromDays(31);
        await rig.StartAgainAsync();
        using var later = rig.Client(AdapterRig.KeyOfG22);
        await Until.Async(async () => (await ShownAsync(later)).SequenceEqual([open.AlertId]));
    }

    private static async Task<Guid[]> ShownAsync(HttpClient system, string query = "") =>
        [.. (await system.ReadAsync("v1/alerts" + query))["alerts"]!.AsArray().Select(alert => alert!["alertId"]!.GetValue<Guid>())];

    private static Alert About(string? agency, Guid? submission = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(Guid.CreateVersion7(), "secret-refused", Finding.Refuse(ErrorCatalogue.SecretMarked, "/edXML", "MẬT"), now, now, 1, agency, submission);
    }

    private static DirectoryAgency Agency(string code, DirectoryAgency? above = null) => new(
        Guid.CreateVersion7(), code, code, "", "province", true, [], TimeProvider.System.GetUtcNow(), above?.AgencyId);
}
