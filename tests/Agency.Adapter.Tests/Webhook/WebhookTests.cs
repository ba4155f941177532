using System.Net;
using System.Text.Json.Nodes;
using Agency.Adapter.AgencySystem.Webhook;
using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Rest;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.TestKit;
using Microsoft.AspNetCore.Http;

namespace Agency.Adapter.Tests.Webhook;

public class WebhookTests
{
    [Fact]
    public async Task What_opens_and_what_closes_is_posted_once_each_under_a_signature()
    {
        await using var server = await AgencyServer.StartAsync();
        await using var rig = await StartAsync(server);
        var opened = About("2026-000001");
        var closed = opened with { Version = 2, ClosedAt = opened.LastSeenAt, ClosedReason = "its cause has ended" };

        rig.Hub.Warn(opened);
        await Until.Async(() => server.Taken.Any());
        rig.Hub.Warn(opened);
        rig.Hub.Warn(closed, About("2026-000002"));
        await Until.Async(() => server.Taken.Count() == 3);
        rig.Hub.Warn(closed);
        rig.Hub.Warn(About("2026-000003"));
        await Until.Async(() => server.Taken.Count() == 4);

        server.Taken.Where(call => call.Alert.AlertId == opened.AlertId).Select(call => (call.Delivery, call.Alert.CaseNumber, call.Alert.ClosedAt is null))
            .ShouldBe([($"{opened.AlertId}/1", "2026-000001", true), ($"{opened.AlertId}/2", "2026-000001", false)]);
        server.Forged.ShouldBe(0);
        server.Calls.Count.ShouldBe(4);
        await Until.Async(async () => (await TellingsAsync(rig)).All(told => told["state"]!.GetValue<string>() == "taken"));
    }

    [Fact]
    public async Task An_answer_that_is_no_2xx_is_shown_and_told_again_as_the_same_delivery()
    {
        await using var server = await AgencyServer.StartAsync();
        await using var rig = await StartAsync(server);
        server.Answer = _ => StatusCodes.Status500InternalServerError;

        rig.Hub.Warn(About("2026-000001"));
        await Until.Async(() => server.Calls.Count >= 2);
        JsonObject told = [];
        await Until.Async(async () => (told = (await TellingsAsync(rig)).Single())["tries"]!.GetValue<int>() > 0);

        (told["way"]!.GetValue<string>(), told["state"]!.GetValue<string>(), told["fault"]!["code"]!.GetValue<string>(), told["version"])
            .ShouldBe(("webhook", "retrying", ErrorCatalogue.WebhookRefused.Code, null));
        (await HealthAsync(rig))["alerts"]!["waiting"]!.GetValue<int>().ShouldBe(1);
        (await HealthAsync(rig))["status"]!.GetValue<string>().ShouldBe("ok", "an agency's own system holds up nothing");
        server.Answer = _ => StatusCodes.Status200OK;
        await Until.Async(() => server.Taken.Any());
        server.Calls.Select(call => call.Delivery).Distinct().ShouldHaveSingleItem();
        await Until.Async(async () => (await TellingsAsync(rig)).Single()["state"]!.GetValue<string>() == "taken");
        (await HealthAsync(rig))["alerts"]!["waiting"]!.GetValue<int>().ShouldBe(0);
    }

    [Theory]
    [InlineData(StatusCodes.Status400BadRequest)]
    [InlineData(StatusCodes.Status401Unauthorized)]
    [InlineData(StatusCodes.Status404NotFound)]
    [InlineData(StatusCodes.Status410Gone)]
    [InlineData(StatusCodes.Status429TooManyRequests)]
    public async Task No_answer_ends_the_tries_but_a_2xx(int status)
    {
        await using var server = await AgencyServer.StartAsync();
        await using var rig = await StartAsync(server);
        server.Answer = _ => status;

        rig.Hub.Warn(About("2026-000001"));
        await Until.Async(() => server.Calls.Count >= 3);
        await Until.Async(async () => (await TellingsAsync(rig)).Single()["tries"]!.GetValue<int>() >= 2);

        var told = (await TellingsAsync(rig)).Single();
        (told["state"]!.GetValue<string>(), told["fault"]!["code"]!.GetValue<string>()).ShouldBe(("retrying", ErrorCatalogue.WebhookRefused.Code));
        told["fault"]!["english"]!.GetValue<string>().ShouldContain(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        server.Answer = _ => StatusCodes.Status202Accepted;
        await Until.Async(() => server.Taken.Any());
        await Until.Async(async () => (await TellingsAsync(rig)).Single()["state"]!.GetValue<string>() == "taken");
    }

    [Theory]
    [InlineData(StatusCodes.Status302Found)]
    [InlineData(StatusCodes.Status307TemporaryRedirect)]
    [InlineData(StatusCodes.Status308PermanentRedirect)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var server = await AgencyServer.StartAsync();
        await using var rig = await StartAsync(server);
        server.Answer = _ => status;

        rig.Hub.Warn(About("2026-000001"));
        await Until.Async(() => server.Calls.Count >= 2);

        server.Followed.ShouldBe(0);
        server.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_system_that_hangs_is_left_after_a_while_and_tried_again()
    {
        await using var server = await AgencyServer.StartAsync();
        await using var rig = await StartAsync(server, webhook => webhook.Patience = TimeSpan.FromMilliseconds(200));
        server.Hangs = true;

        rig.Hub.Warn(About("2026-000001"));
        await Until.Async(() => server.Calls.Count >= 2);
        server.Hangs = false;

        await Until.Async(() => server.Taken.Any());
    }

    [Fact]
    public async Task What_a_system_has_not_taken_outlives_a_restart_and_what_it_has_taken_is_not_told_again()
    {
        await using var server = await AgencyServer.StartAsync();
        await using var rig = await StartAsync(server);
        var first = About("2026-000001");
        rig.Hub.Warn(first);
        await Until.Async(async () => (await TellingsAsync(rig)) is [var told] && told["state"]!.GetValue<string>() == "taken");
        await server.StopAsync();
        var second = About("2026-000002");
        rig.Hub.Warn(second);
        await Until.Async(async () => (await TellingsAsync(rig)).Any(told => told["fault"]?["code"]!.GetValue<string>() == ErrorCatalogue.WebhookUnreached.Code));

        rig.Hub.Alerts.AddRange([first, second]);
        await rig.StartAgainAsync();
        await server.StartAgainAsync();

        await Until.Async(() => server.Taken.Count() == 2);
        await Until.Async(async () => (await TellingsAsync(rig)).All(told => told["state"]!.GetValue<string>() == "taken"));
        server.Calls.Select(call => call.Alert.CaseNumber).ShouldBe(["2026-000001", "2026-000002"]);
    }

    [Fact]
    public async Task Only_the_newest_version_is_told_of_what_changed_meanwhile()
    {
        await using var server = await AgencyServer.StartAsync();
        await using var rig = await StartAsync(server);
        server.Answer = _ => StatusCodes.Status503ServiceUnavailable;
        var first = About("2026-000001") with { IsBreach = false };
        rig.Hub.Warn(first);
        await Until.Async(() => !server.Calls.IsEmpty);
        rig.Hub.Warn(first with { Version = 2, IsBreach = true });
        rig.Hub.Warn(first with { Version = 3, IsBreach = true, ClosedAt = first.LastSeenAt, ClosedReason = "x" });
        await Until.Async(() => server.Calls.Any(call => call.Alert.Version == 3));

        server.Answer = _ => StatusCodes.Status200OK;

        await Until.Async(() => server.Taken.Any());
        server.Taken.ShouldHaveSingleItem().Alert.Version.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_not_taken_for_three_days_is_given_up_shown_and_told_again_when_it_changes()
    {
        await using var server = await AgencyServer.StartAsync();
        await using var rig = await StartAsync(server);
        server.Answer = _ => StatusCodes.Status500InternalServerError;
        var alert = About("2026-000001");
        rig.Hub.Warn(alert);
        await Until.Async(() => !server.Calls.IsEmpty);

        rig.Clock.Ahead = TimeSpan.FromDays(3) - TimeSpan.FromHours(1);
        var before = server.Calls.Count;
        await rig.StartAgainAsync();
        await Until.Async(() => server.Calls.Count > before + 1);
        (await TellingsAsync(rig)).Single()["state"]!.GetValue<string>().ShouldBe("retrying");
        rig.Clock.Ahead = TimeSpan.FromDays(3);
        await rig.StartAgainAsync();
        await Until.Async(async () => (await TellingsAsync(rig)).Single()["state"]!.GetValue<string>() == "givenUp");
        (await HealthAsync(rig))["alerts"]!["givenUp"]!.GetValue<int>().ShouldBe(1);
        var calls = server.Calls.Count;
        server.Answer = _ => StatusCodes.Status200OK;
        rig.Hub.Warn(About("2026-000002"));
        await Until.Async(() => server.Taken.Count() == 1);
        server.Calls.Count.ShouldBe(calls + 1);

        rig.Hub.Warn(alert with { Version = 2, ClosedAt = alert.LastSeenAt, ClosedReason = "x" });

        await Until.Async(() => server.Taken.Any(call => call.Alert.AlertId == alert.AlertId && call.Alert.Version == 2));
    }

    [Fact]
    public async Task A_system_that_takes_nothing_holds_up_no_other()
    {
        await using var dead = await AgencyServer.StartAsync();
        await using var server = await AgencyServer.StartAsync();
        dead.Hangs = true;
        await using var rig = await AdapterRig.StartAsync(options =>
        {
            Set(options.Agencies[0], dead);
            Set(options.Agencies[1], server);
        });

        rig.Hub.Warn(About("2026-000001"), About("2026-000002"));
        await Until.Async(() => !dead.Calls.IsEmpty);

        await Until.Async(() => server.Taken.Count() == 2);
    }

    [Fact]
    public async Task What_is_read_at_the_hub_is_posted_unless_it_was_over_before_anything_was_heard_of_it()
    {
        await using var server = await AgencyServer.StartAsync();
        await using var rig = await StartAsync(server);
        await Until.Async(() => rig.Hub.AlertReadings > 0);
        rig.Hub.GoAway();
        var over = About("2026-000001");
        rig.Hub.Alerts.AddRange([over with { Version = 2, ClosedAt = over.LastSeenAt, ClosedReason = "x" }, About("2026-000002")]);

        rig.Hub.ComeBack();

        await Until.Async(() => server.Taken.Any());
        using var system = rig.Client(AdapterRig.KeyOfG22);
        (await system.ReadAsync("v1/alerts"))["alerts"]!.AsArray().Count.ShouldBe(2);
        server.Calls.ShouldHaveSingleItem().Alert.CaseNumber.ShouldBe("2026-000002");
    }

    [Fact]
    public async Task An_alert_of_another_agency_is_not_posted()
    {
        await using var server = await AgencyServer.StartAsync();
        await using var rig = await StartAsync(server);

        rig.Hub.Warn(About("2026-000001") with { Agency = "H37", Counterpart = "H37" });
        rig.Hub.Warn(About("2026-000002"));
        await Until.Async(() => server.Taken.Any());

        server.Calls.ShouldHaveSingleItem().Alert.CaseNumber.ShouldBe("2026-000002");
    }

    [Fact]
    public async Task A_server_that_is_not_believed_is_told_nothing()
    {
        await using var server = await AgencyServer.StartAsync();
        using var papers = new ServerPapers();
        await using var front = papers.Front(ErrorCatalogue.ServerUntrusted.Code, server.Port);
        await using var good = papers.Front(server.Port);
        await using (var rig = await StartAsync(server, webhook => (webhook.Url, webhook.RootsPath) = ($"https://{front.Address}/G22", papers.Roots)))
        {
            rig.Hub.Warn(About("2026-000001"));
            await Until.Async(async () => (await TellingsAsync(rig)) is [var told] && told["fault"]?["code"]!.GetValue<string>() == ErrorCatalogue.ServerUntrusted.Code);
        }

        server.Calls.ShouldBeEmpty();
        await using var mended = await StartAsync(server, webhook => (webhook.Url, webhook.RootsPath) = ($"https://{good.Address}/G22", papers.Roots));
        mended.Hub.Warn(About("2026-000001"));
        await Until.Async(() => server.Taken.Any());
    }

    private static Task<AdapterRig> StartAsync(AgencyServer server, Action<WebhookOptions>? set = null) => AdapterRig.StartAsync(options =>
    {
        Set(options.Agencies[0], server);
        set?.Invoke(options.Agencies[0].Webhook);
    });

    private static void Set(AgencyOptions agency, AgencyServer server) => agency.Webhook = new() { Url = server.AddressOf(agency.Code).ToString(), Secret = AgencyServer.Secret };

    private static async Task<JsonObject[]> TellingsAsync(AdapterRig rig)
    {
        using var system = rig.Client(AdapterRig.KeyOfG22);
        return [.. (await system.ReadAsync("v1/alerts"))["alerts"]!.AsArray().SelectMany(alert => alert!["told"]!.AsArray()).Select(told => told!.AsObject())];
    }

    private static async Task<JsonNode> HealthAsync(AdapterRig rig)
    {
        using var anybody = rig.Client(null);
        return await anybody.ReadAsync("v1/health", HttpStatusCode.OK);
    }

    private static Alert About(string number)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(
            Guid.CreateVersion7(), "delivery-failed", Finding.Refuse(ErrorCatalogue.AlertDeliveryFailed, "", "G22", "H37"), now, now, 1, "G22",
            CaseNumber: number, Cause: "agency", Counterpart: "H37", OpenItems: 1);
    }
}
