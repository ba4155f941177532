using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Mail;
using Axis.Hub.Mail.Daily;
using Axis.Hub.Mail.Send;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Mail;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Tell;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Watch;

/// <summary>What leaves the ledger after its time: alerts that were closed long ago, and mail.</summary>
public sealed class ForgetTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task Closed_alerts_leave_after_400_days_and_what_is_open_or_hushed_stays(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        var ended = host.Queues.Deliveries("H37")[0];
        await host.AcknowledgeAsync(ended, AcknowledgeKind.Fail, cause: FailCause.Agency);
        var silent = Finding.Refuse(ErrorCatalogue.AlertAdapterSilent, "", "H14", "10:00 24/11/2026");
        await host.Ledger.WriteAsync("test", async (transaction, token) =>
        {
            await transaction.RaiseAlertsAsync([AlertRow.New(AlertKinds.AdapterSilent, "H14", "H14", silent, SqlTime.Cut(host.Time.GetUtcNow()))], token);
            return true;
        }, Cancellation);
        await host.AcknowledgeAsync(ended, AcknowledgeKind.Done);
        (await host.Get<AlertDesk>().CloseAsync("2026-000002", "operator:test", "đã gọi điện", Cancellation)).ShouldBeNull();
        await host.TurnAsync<TellAlerts>();

        await AfterAsync(400, -1);
        (await host.Get<AlertStore>().FindAsync("2026-000001", Cancellation)).ShouldNotBeNull("it is not time yet");

        await AfterAsync(0, 2);
        (await host.Get<AlertStore>().FindAsync("2026-000001", Cancellation)).ShouldBeNull();
        (await host.Get<AlertStore>().FindAsync("2026-000002", Cancellation)).ShouldNotBeNull("its cause lasts, and it must not open again");

        async Task AfterAsync(int days, int hours)
        {
            host.Time.Advance(TimeSpan.FromDays(days) + TimeSpan.FromHours(hours));
            await host.TurnAsync<ForgetAlerts>();
        }
    }

    [Fact]
    public async Task What_a_sent_message_said_leaves_after_30_days_and_its_row_after_400()
    {
        await using var host = await MailHost.StartAsync();
        var sent = await host.WriteAsync();
        await host.Flow.TurnAsync<SendMail>();
        host.Server.OnRecipient = _ => (550, "5.1.1 no");
        var refused = await host.WriteAsync("away@h37.gov.vn");
        await host.Flow.TurnAsync<SendMail>();
        (await host.FindAsync(refused)).GivenUpAt.ShouldNotBeNull();
        await host.Flow.SubmitOneAsync(new Draft());
        host.Flow.Time.Advance(TimeSpan.FromDays(1));
        (await host.Flow.Get<IssueStatements>().RunAsync(new DateOnly(2026, 11, 24), null, Cancellation)).ShouldBeOfType<IssueOutcome.Issued>();
        await host.Flow.TurnAsync<WriteStatements>();

        await AfterAsync(28);
        (await CountAsync("Mail WHERE PlainText IS NOT NULL")).ShouldBe(2);
        await AfterAsync(2);
        (await CountAsync($"Mail WHERE PlainText IS NOT NULL AND MailId = '{refused}' COLLATE NOCASE")).ShouldBe(1, "it may be tried again");
        (await CountAsync("Mail WHERE PlainText IS NOT NULL")).ShouldBe(1);
        (await host.FindAsync(sent)).SentAt.ShouldNotBeNull();
        (await CountAsync("MailedRun")).ShouldBe(1);

        await AfterAsync(371);
        (await host.ListAsync()).ShouldBeEmpty();
        (await CountAsync("MailedRun")).ShouldBe(0);

        async Task AfterAsync(int days)
        {
            host.Flow.Time.Advance(TimeSpan.FromDays(days));
            await host.Flow.TurnAsync<ForgetMail>();
        }

        async Task<int> CountAsync(string what)
        {
            await using var connection = new SqliteConnection(host.Flow.Options.Ledger);
            await connection.OpenAsync(Cancellation);
            return await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM " + what);
        }
    }
}
