using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Ledger;
using Axis.Hub.Mail.Digest;
using Axis.Hub.Mail.Send;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Ledger;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Alerts;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Mail;

/// <summary>Alerts by e-mail: a digest, not a flood, through the real ledger and a real server. It is Tuesday 24/11/2026, 10:00 in Vietnam.</summary>
public sealed class WriteDigestsTests
{
    private const string Sender = "vanthu@chinhphu.gov.vn";
    private const string Receiver = "vanthu@h37.gov.vn";

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_failures_in_a_minute_are_one_message_at_the_start_and_one_at_the_end()
    {
        await using var host = await StartAsync();
        var documents = Enumerable.Range(0, 10_000).Select(_ => Rows.Document() with { SenderAgencyId = FlowNation.Vpcp }).ToArray();
        var deliveries = documents.Select((document, number) => Rows.Delivery(document, number % 2 == 0 ? "H37" : "H14") with
        {
            ReceiverAgencyId = number % 2 == 0 ? FlowNation.Province : FlowNation.Other,
        }).ToArray();
        foreach (var batch in documents.Zip(deliveries).Chunk(500))
        {
            await LedgerAsync(host, async (transaction, token) =>
            {
                await transaction.InsertDocumentsAsync([.. batch.Select(pair => pair.First)], token);
                await transaction.InsertDeliveriesAsync([.. batch.Select(pair => pair.Second)], token);
            });
        }

        var fails = deliveries.Chunk(100).ToArray();
        for (var place = 0; place < fails.Length; place++)
        {
            AlertCause[] causes = [.. fails[place].Select(delivery => new AlertCause(delivery.DeliveryId, AlertKinds.DeliveryFailed, "agency"))];
            await LedgerAsync(host, (transaction, token) => transaction.OpenAlertItemsAsync(causes, SqlNow(host), token));
            host.Flow.Time.AdjustTime(host.Flow.Time.GetUtcNow().AddMilliseconds(600));
            if (place is 0 or 50 or 99)
            {
                await TurnAsync(host);
            }
        }

        host.Server.Taken.Count(mail => mail.To == Sender).ShouldBe(1, "at the start");
        host.Server.Taken.Count(mail => mail.To == Receiver).ShouldBe(1, "at the start");
        foreach (var batch in deliveries.Chunk(500))
        {
            await LedgerAsync(host, (transaction, token) => transaction.EndAlertItemsAsync(
                [.. batch.Select(delivery => new AlertEnd(delivery.DeliveryId, AlertKinds.DeliveryFailed))], SqlNow(host), token));
        }

        await MinutesAsync(host, 45);

        var mine = host.Server.Taken.Where(mail => mail.To == Sender).ToArray();
        mine.Select(mail => mail.Subject).ShouldBe(
            ["[Trục] 2 cảnh báo đang mở - G22 (G22)", "[Trục] Các cảnh báo đã kết thúc - G22 (G22)"]);
        mine[1].Text.ShouldContain("Số lượt: 5.000");
        var theirs = host.Server.Taken.Where(mail => mail.To == Receiver).ToArray();
        theirs.Length.ShouldBe(2);
        var number = (await AlertsAsync(host)).Single(alert => alert.CounterpartCode == "H37").CaseNumber!;
        mine.Concat(theirs).ShouldAllBe(mail => mail.Text.Contains(number), "both sides under one case number");
        host.Server.Taken.Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_is_still_open_at_the_end_of_the_window_is_told_once_with_its_count_as_of_then()
    {
        await using var host = await StartAsync();
        await FailAsync(host, 1);
        await MinutesAsync(host, 2);
        await FailAsync(host, 40);

        await MinutesAsync(host, 120);

        var mine = host.Server.Taken.Where(mail => mail.To == Sender).ToArray();
        mine.Length.ShouldBe(2);
        mine[0].Text.ShouldContain("Số lượt: 1, còn 1");
        mine[1].Text.ShouldContain("Số lượt: 41, còn 41");
        (mine[1].Message.Date - mine[0].Message.Date).ShouldBe(TimeSpan.FromMinutes(30));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Who_was_told_of_which_version_stands_with_the_case(string database)
    {
        await using var host = await StartAsync(database);
        var sent = await FailAsync(host, 1);
        await TurnAsync(host);
        await host.Flow.AcknowledgeAsync(sent[0], AcknowledgeKind.Done);
        await MinutesAsync(host, 31);

        var details = (await host.Flow.Get<AlertStore>().FindAsync("2026-000001", Cancellation)).ShouldNotBeNull();

        details.Told.Where(told => told.Channel == "email").Select(told => (told.AgencyCode, told.Version))
            .ShouldBe([("G22", 1), ("H37", 1), ("G22", 2), ("H37", 2)], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_hubs_at_once_write_one_message(string database)
    {
        await using var host = await StartAsync(database);
        await using var beside = await host.Flow.StartBesideAsync(configure: options => MailHost.Configure(options.Mail, host.Server));
        await FailAsync(host, 3);

        await Task.WhenAll(Task.Run(() => host.Flow.TurnAsync<WriteDigests>(), Cancellation), Task.Run(() => beside.TurnAsync<WriteDigests>(), Cancellation));

        (await host.ListAsync()).Select(mail => mail.Address).ShouldBe([Sender, Receiver], ignoreOrder: true);
    }

    [Fact]
    public async Task A_message_names_numbers_and_never_subjects()
    {
        await using var host = await StartAsync();
        await host.AddAsync("G22", "clerk@chinhphu.gov.vn", ContactRow.English, alerts: true, statements: false);
        await host.Flow.SubmitAsync(new Draft { Number = "91", SteeringType = 2, Subject = "Nội dung kín đáo" });
        await host.Flow.AcknowledgeAsync(host.Flow.Queues.Deliveries("H37")[0], AcknowledgeKind.Fail, cause: FailCause.Agency);
        await TurnAsync(host);

        foreach (var mail in host.Server.Taken)
        {
            (mail.Text + mail.Html + mail.Subject).ShouldNotContain("kín đáo");
            mail.Text.ShouldContain("91/VPCP-TTĐT");
        }

        var english = host.Server.Taken.Single(mail => mail.To.StartsWith("clerk", StringComparison.Ordinal));
        english.Subject.ShouldBe("[Axis] 1 open alert - G22 (G22)");
        english.Text.IndexOf("Delivery failed", StringComparison.Ordinal).ShouldBeLessThan(english.Text.IndexOf("Gửi thất bại", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_door_refused_is_told_by_its_code_alone()
    {
        await using var host = await StartAsync();
        await host.Flow.SubmitAsync(new Draft { To = ["X99.KIN"] });
        await TurnAsync(host);

        var text = host.Server.Taken.Single(mail => mail.To == Sender).Text;
        text.ShouldContain((await AlertsAsync(host)).Single().Cause);
        text.ShouldNotContain("X99.KIN");
    }

    [Fact]
    public async Task What_a_planned_outage_mutes_is_not_written_about()
    {
        await using var host = await StartAsync();
        var desk = new Axis.Hub.Watch.Outages.OutageDesk(host.Flow.Get<Axis.Hub.Platform.Storage.IDatabase>(), host.Flow.Nation, host.Flow.Time);
        (await desk.AnnounceAsync(new(null, "H37", null, host.Flow.Time.GetUtcNow().AddHours(2)), "operator:test", "bảo trì", Cancellation)).Errors.ShouldBeEmpty();
        await FailAsync(host, 1);

        await MinutesAsync(host, 40);

        host.Server.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_names_no_agency_is_told_to_the_operators_and_whose_adapter_it_is_about()
    {
        await using var host = await StartAsync(operators: "vanhanh@axis.gov.vn, truc@axis.gov.vn");
        var finding = Finding.Refuse(ErrorCatalogue.AlertAdapterSilent, "", "H37", "10:00 24/11/2026");
        await LedgerAsync(host, (transaction, token) => transaction.RaiseAlertsAsync([AlertRow.New(AlertKinds.AdapterSilent, "H37", "H37", finding, SqlNow(host))], token));

        await TurnAsync(host);

        host.Server.Taken.Select(mail => mail.To).ShouldBe(["vanhanh@axis.gov.vn", "truc@axis.gov.vn", Receiver], ignoreOrder: true);
        host.Server.Taken.Single(mail => mail.To == "truc@axis.gov.vn").Subject.ShouldBe("[Trục] 1 cảnh báo đang mở - Người vận hành trục");
    }

    [Fact]
    public async Task An_agency_without_contacts_is_told_through_the_one_above_it()
    {
        await using var host = await StartAsync();
        await host.Flow.SubmitAsync(new Draft { To = ["H37.02"] });
        await host.Flow.AcknowledgeAsync(host.Flow.Queues.Deliveries("H37")[0], AcknowledgeKind.Fail, cause: FailCause.Agency);

        await TurnAsync(host);

        var mail = host.Server.Taken.Single(mail => mail.To == Receiver);
        (mail.Subject.Contains("(H37)"), mail.Text.Contains("(H37.02)")).ShouldBe((true, true));
    }

    [Fact]
    public async Task An_audience_that_cannot_be_written_to_keeps_no_other_waiting_and_is_told_when_it_can()
    {
        await using var host = await StartAsync();
        await host.Flow.SubmitAsync(new Draft { To = ["X99"] });
        var silent = Finding.Refuse(ErrorCatalogue.AlertAdapterSilent, "", "H37", "10:00 24/11/2026");
        await LedgerAsync(host, (transaction, token) => transaction.RaiseAlertsAsync([AlertRow.New(AlertKinds.AdapterSilent, "H37", "H37", silent, SqlNow(host))], token));
        await ExecuteAsync("UPDATE Alert SET Finding = 'x' || Finding WHERE AdapterCode = 'G22'");

        await TurnAsync(host);

        host.Server.Taken.ShouldHaveSingleItem().To.ShouldBe(Receiver);
        await ExecuteAsync("UPDATE Alert SET Finding = substr(Finding, 2) WHERE AdapterCode = 'G22'");
        await TurnAsync(host);
        host.Server.Taken.Select(mail => mail.To).ShouldBe([Receiver, Sender]);

        async Task ExecuteAsync(string sql)
        {
            await using var connection = new SqliteConnection(host.Flow.Options.Ledger);
            await connection.OpenAsync(Cancellation);
            (await connection.ExecuteAsync(sql)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task While_the_server_is_away_there_is_one_message_however_long_that_lasts()
    {
        await using var host = await StartAsync();
        host.Server.OnRecipient = _ => (451, "not now");
        await FailAsync(host, 1);
        await MinutesAsync(host, 120);
        await FailAsync(host, 5, "H14");
        await MinutesAsync(host, 120);
        (await host.ListAsync()).Count(mail => mail.Address == Sender).ShouldBe(1);

        host.Server.OnRecipient = _ => null;
        await MinutesAsync(host, 70);

        host.Server.Taken.Where(mail => mail.To == Sender).Select(mail => mail.Subject[..9]).ShouldBe(["[Trục] 1 ", "[Trục] 2 "]);
    }

    private static async Task<MailHost> StartAsync(string database = TestDatabases.Sqlite, string operators = "")
    {
        var host = await MailHost.StartAsync(database, options => options.Operators = operators);
        await host.AddAsync("G22", Sender);
        await host.AddAsync("H37", Receiver);
        return host;
    }

    private static async Task<IReadOnlyList<DeliverMessage>> FailAsync(MailHost host, int count, string to = "H37")
    {
        var known = host.Flow.Queues.Deliveries(to).Count;
        await host.Flow.SubmitAsync([.. Enumerable.Range(1, count).Select(number => new Draft { Number = $"{known + number}", To = [to] })]);
        DeliverMessage[] sent = [.. host.Flow.Queues.Deliveries(to).Skip(known)];
        await host.Flow.AcknowledgeAsync([.. sent.Select(one => host.Flow.Said(one, AcknowledgeKind.Fail, cause: FailCause.Agency))]);
        return sent;
    }

    private static async Task TurnAsync(MailHost host)
    {
        await host.Flow.TurnAsync<WriteDigests>();
        await host.Flow.TurnAsync<SendMail>();
    }

    /// <summary>Turns once a minute, as the pumps do.</summary>
    private static async Task MinutesAsync(MailHost host, int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            await TurnAsync(host);
            host.Flow.Time.AdjustTime(host.Flow.Time.GetUtcNow().AddMinutes(1));
        }

        await TurnAsync(host);
    }

    private static DateTimeOffset SqlNow(MailHost host) => Axis.Hub.Platform.Storage.SqlTime.Cut(host.Flow.Time.GetUtcNow());

    private static Task<bool> LedgerAsync(MailHost host, Func<ILedgerTransaction, CancellationToken, Task> work) => host.Flow.Ledger.WriteAsync("test", async (transaction, token) =>
    {
        await work(transaction, token);
        return true;
    }, Cancellation);

    private static Task<IReadOnlyList<AlertView>> AlertsAsync(MailHost host) => host.Flow.Get<AlertStore>().ListAsync(null, 100, Cancellation);
}
