using Axis.Hub.Mail;
using Axis.Hub.Mail.Send;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Conditions;
using Axis.TestKit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Axis.Hub.Tests.Mail;

/// <summary>What was written is sent once, to a real server on loopback.</summary>
public sealed class SendMailTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_message_is_sent_once(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        var id = await host.WriteAsync(name: "Văn thư H37");

        await host.Flow.TurnAsync<SendMail>();
        await host.Flow.TurnAsync<SendMail>();

        var taken = host.Server.Taken.ShouldHaveSingleItem();
        (taken.To, taken.Message.Subject, taken.Message.MessageId).ShouldBe(("vanthu@h37.gov.vn", "Thử", $"{id:N}@axis.gov.vn"));
        taken.Message.To.Mailboxes.Single().Name.ShouldBe("Văn thư H37");
        taken.Message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        taken.Text.ShouldStartWith("Chào.");
        var row = await host.FindAsync(id);
        (row.SentAt, row.NextTryAt, row.Attempts).ShouldBe((host.Flow.Time.GetUtcNow(), null, 1));
    }

    [Fact]
    public async Task What_is_put_off_by_the_server_is_sent_later()
    {
        await using var host = await MailHost.StartAsync();
        host.Server.OnRecipient = _ => (451, "greylisted, try again");
        var id = await host.WriteAsync();

        await host.Flow.TurnAsync<SendMail>();
        await host.Flow.TurnAsync<SendMail>();
        var row = await host.FindAsync(id);
        (row.Attempts, row.SentAt, row.NextTryAt).ShouldBe((1, null, host.Flow.Time.GetUtcNow().AddMinutes(1)));
        row.LastError.ShouldNotBeNull().ShouldStartWith("451 greylisted, try again");

        host.Server.OnRecipient = _ => null;
        host.Flow.Time.AdjustTime(host.Flow.Time.GetUtcNow().AddMinutes(1));
        await host.Flow.TurnAsync<SendMail>();

        host.Server.Taken.ShouldHaveSingleItem();
        (await host.FindAsync(id)).LastError.ShouldBeNull();
    }

    [Fact]
    public async Task A_recipient_who_is_refused_for_good_is_undeliverable_at_once_and_the_others_get_theirs()
    {
        await using var host = await MailHost.StartAsync();
        host.Server.OnRecipient = to => to.StartsWith("gone", StringComparison.Ordinal) ? (550, $"<{to}> no such user") : null;
        var lost = await host.WriteAsync("gone.person@h37.gov.vn");
        await host.WriteAsync();
        var told = new ToldLines();

        await host.TurnAsync(told);

        host.Server.Taken.Select(mail => mail.To).ShouldBe(["vanthu@h37.gov.vn"]);
        var row = (await host.ListAsync(failed: true)).ShouldHaveSingleItem();
        (row.MailId, row.GivenUpAt, row.NextTryAt).ShouldBe((lost, host.Flow.Time.GetUtcNow(), null));
        row.LastError.ShouldNotBeNull().ShouldStartWith("550 <g***@h37.gov.vn> no such user");
        told.Lines.ShouldContain(line => line.Number == 5101);
        told.Lines.ShouldAllBe(line => !line.Text.Contains("gone.person"));
    }

    [Fact]
    public async Task One_that_cannot_be_made_is_put_off_and_holds_up_nobody_behind_it()
    {
        await using var host = await MailHost.StartAsync();
        var broken = await host.WriteAsync("no address at all");
        host.Flow.Time.AdjustTime(host.Flow.Time.GetUtcNow().AddSeconds(1));
        await host.WriteAsync();

        await host.Flow.TurnAsync<SendMail>();

        host.Server.Taken.Select(mail => mail.To).ShouldBe(["vanthu@h37.gov.vn"]);
        var row = await host.FindAsync(broken);
        (row.Attempts, row.SentAt, row.GivenUpAt).ShouldBe((1, null, null));
        row.LastError.ShouldNotBeNull().ShouldStartWith("not made");
    }

    [Fact]
    public async Task What_was_given_up_is_an_alert_until_it_was_sent_after_all()
    {
        await using var host = await MailHost.StartAsync();
        host.Server.OnRecipient = _ => (550, "no such user");
        var id = await host.WriteAsync();
        await host.Flow.TurnAsync<SendMail>();
        await host.Flow.TurnAsync<WatchConditions>();
        var alert = (await AlertsAsync(host)).ShouldHaveSingleItem();
        (alert.Kind, alert.CaseNumber, alert.ClosedAt).ShouldBe(("mail-undelivered", "2026-000001", null));

        host.Server.OnRecipient = _ => null;
        (await host.Flow.Get<MailDesk>().RetryAsync(id, "operator:test", "địa chỉ đã mở", Cancellation)).ShouldBeTrue();
        await host.Flow.TurnAsync<SendMail>();
        await host.Flow.TurnAsync<WatchConditions>();

        host.Server.Taken.ShouldHaveSingleItem();
        (await AlertsAsync(host)).ShouldHaveSingleItem().ClosedAt.ShouldNotBeNull();
        (await host.Flow.Get<MailDesk>().RetryAsync(id, "operator:test", "again", Cancellation)).ShouldBeFalse("it was sent");
        (await host.Flow.Get<MailDesk>().RetryAsync(Guid.CreateVersion7(), "operator:test", "again", Cancellation)).ShouldBeFalse("there is none");
    }

    [Fact]
    public async Task A_server_that_goes_away_after_it_has_taken_a_message_gets_it_again_under_the_same_id()
    {
        await using var host = await MailHost.StartAsync();
        host.Server.CutAfterData(1);
        var id = await host.WriteAsync();
        await host.WriteAsync("khac@h37.gov.vn");

        await host.Flow.TurnAsync<SendMail>();
        host.Flow.Time.AdjustTime(host.Flow.Time.GetUtcNow().AddMinutes(1));
        await host.Flow.TurnAsync<SendMail>();

        var mine = host.Server.Taken.Where(mail => mail.To == "vanthu@h37.gov.vn").ToArray();
        mine.Select(mail => mail.Message.MessageId).ShouldBe([$"{id:N}@axis.gov.vn", $"{id:N}@axis.gov.vn"]);
        mine[0].Message.Date.ShouldBe(mine[1].Message.Date);
        host.Server.Taken.Count(mail => mail.To == "khac@h37.gov.vn").ShouldBe(1);
        (await host.ListAsync()).ShouldAllBe(mail => mail.SentAt != null);
    }

    [Fact]
    public async Task While_the_server_is_away_nothing_is_lost_and_the_hub_says_what_waits()
    {
        var server = LoopbackMailServer.Start();
        await using var host = await MailHost.StartAsync(server: server);
        await server.DisposeAsync();
        var id = await host.WriteAsync();
        for (var minute = 0; minute < 70; minute++)
        {
            await host.Flow.TurnAsync<SendMail>();
            host.Flow.Time.AdjustTime(host.Flow.Time.GetUtcNow().AddMinutes(1));
        }

        var health = await host.Flow.Get<MailBacklog>().CheckHealthAsync(new HealthCheckContext(), Cancellation);
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Description.ShouldNotBeNull().ShouldStartWith("1 messages wait, the oldest since 2026-11-24 03:00:00Z");
        (await host.FindAsync(id)).Attempts.ShouldBeInRange(14, 17, "at 0, 1, 3, and then every five minutes");
        await host.Flow.TurnAsync<WatchConditions>();
        (await AlertsAsync(host)).ShouldHaveSingleItem().Severity.ShouldBe(Axis.Hub.Ledger.AlertSeverity.Warn);

        await using var again = LoopbackMailServer.Start(port: server.Port);
        host.Flow.Time.AdjustTime(host.Flow.Time.GetUtcNow().AddMinutes(5));
        await host.Flow.TurnAsync<SendMail>();

        again.Taken.ShouldHaveSingleItem();
        (await host.Flow.Get<MailBacklog>().CheckHealthAsync(new HealthCheckContext(), Cancellation)).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task What_was_not_sent_in_three_days_is_given_up()
    {
        await using var host = await MailHost.StartAsync();
        host.Server.OnRecipient = _ => (450, "mailbox busy");
        var (id, written) = (await host.WriteAsync(), host.Flow.Time.GetUtcNow());
        while (host.Flow.Time.GetUtcNow() < written.AddDays(3))
        {
            await host.Flow.TurnAsync<SendMail>();
            host.Flow.Time.AdjustTime(host.Flow.Time.GetUtcNow().AddMinutes(30));
        }

        var row = await host.FindAsync(id);
        row.GivenUpAt.ShouldNotBeNull().ShouldBeGreaterThan(written.AddHours(70));
        row.LastError.ShouldNotBeNull().ShouldStartWith("not in 3 days: 450 mailbox busy");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_hubs_at_once_send_one_message(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        await using var beside = await host.Flow.StartBesideAsync(configure: options => MailHost.Configure(options.Mail, host.Server));
        for (var number = 0; number < 12; number++)
        {
            await host.WriteAsync($"nguoi{number}@h37.gov.vn");
        }

        await Task.WhenAll(Task.Run(() => host.Flow.TurnAsync<SendMail>(), Cancellation), Task.Run(() => beside.TurnAsync<SendMail>(), Cancellation));

        host.Server.Taken.Select(mail => mail.To).ShouldBe(Enumerable.Range(0, 12).Select(number => $"nguoi{number}@h37.gov.vn"), ignoreOrder: true);
    }

    [Fact]
    public async Task What_a_hub_that_died_had_claimed_is_sent_when_its_lease_is_over_and_not_before()
    {
        await using var host = await MailHost.StartAsync();
        var (id, now) = (await host.WriteAsync(), SqlTime.Cut(host.Flow.Time.GetUtcNow()));
        await host.Flow.Get<IDatabase>().WriteAsync("test", (session, token) => session.ExecuteAsync(
            MailSql.ClaimMail, new { mailId = id, owner = "a hub that died", now, until = now + SendMail.Lease }, token), Cancellation);

        host.Flow.Time.AdjustTime(now + SendMail.Lease);
        await host.Flow.TurnAsync<SendMail>();
        host.Server.Taken.ShouldBeEmpty();
        host.Flow.Time.AdjustTime(now + SendMail.Lease + TimeSpan.FromSeconds(1));
        await host.Flow.TurnAsync<SendMail>();

        host.Server.Taken.ShouldHaveSingleItem();
    }

    private static Task<IReadOnlyList<AlertView>> AlertsAsync(MailHost host) => host.Flow.Get<AlertStore>().ListAsync(null, 100, Cancellation);
}
