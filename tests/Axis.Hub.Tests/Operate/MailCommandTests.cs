using Axis.Hub.Ledger;
using Axis.Hub.Mail;
using Axis.Hub.Platform.Storage;
using Axis.TestKit;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Operate;

/// <summary>Contacts and mail from the command line.</summary>
public sealed class MailCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerFact]
    public async Task Adds_lists_and_removes_contacts()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        (await line.RunAsync(Cancellation, "agency", "contact", "add", "X99", "nobody", "--language", "fr")).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);

        (await line.RunAsync(Cancellation, "agency", "contact", "add", "H37", "vanthu@h37.gov.vn", "--name", "Văn thư", "--for", "alerts")).Code.ShouldBe(0);
        (await line.RunAsync(Cancellation, "agency", "contact", "add", "G22", "vanthu@g22.gov.vn")).Code.ShouldBe(0);

        var one = (await line.RunAsync(Cancellation, "agency", "contact", "list", "H37", "--json")).Json.EnumerateArray().Single();
        (one.GetProperty("agency").GetString(), one.GetProperty("address").GetString(), one.GetProperty("alerts").GetBoolean(), one.GetProperty("statements").GetBoolean())
            .ShouldBe(("H37", "vanthu@h37.gov.vn", true, false));
        (await line.RunAsync(Cancellation, "agency", "contact", "list")).Output.ShouldContain("vanthu@g22.gov.vn");
        (await line.RunAsync(Cancellation, "agency", "contact", "remove", "H37", "vanthu@h37.gov.vn")).Code.ShouldBe(0);
        (await line.RunAsync(Cancellation, "agency", "contact", "remove", "H37", "vanthu@h37.gov.vn")).Error.ShouldContain("has no contact");
    }

    [BrokerFact]
    public async Task Lists_mail_and_has_it_tried_again_with_a_reason_that_is_recorded()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        var id = NewId.NextSequentialGuid();
        await using (var services = new ServiceCollection().AddLogging().AddLedger(new HubOptions { Ledger = "Data Source=" + line.Folder.At("axis.db") }).BuildServiceProvider())
        {
            var now = SqlTime.Cut(TimeProvider.System.GetUtcNow());
            var row = new MailRow
            {
                MailId = id, Kind = MailKinds.Alerts, MailKey = "one", AboutId = id, Address = "vanthu@h37.gov.vn", Language = "vi", Subject = "Thử", CreatedAt = now, TryUntil = now,
                NextTryAt = now,
            };
            await services.GetRequiredService<IDatabase>().WriteAsync("test", async (session, token) =>
            {
                await session.ExecuteAsync(MailSql.InsertMails, new { rows = SqlJson.Write([row]) }, token);
                await session.ExecuteAsync(MailSql.ClaimMail, new { mailId = id, owner = "hub", now, until = now }, token);
                return await session.ExecuteAsync(MailSql.GiveUpMail, new { mailId = id, owner = "hub", at = now, reason = "550 no such user" }, token);
            }, Cancellation);
        }

        (await line.RunAsync(Cancellation, "mail", "list", "--failed")).Output.ShouldContain("550 no such user");
        (await line.RunAsync(Cancellation, "mail", "retry", $"{id}")).Code.ShouldBe(1);
        (await line.RunAsync(Cancellation, "mail", "retry", $"{id}", "--reason", "địa chỉ đã mở")).Code.ShouldBe(0);
        (await line.RunAsync(Cancellation, "mail", "retry", $"{Guid.CreateVersion7()}", "--reason", "x")).Error.ShouldContain("there is no message");

        var mail = (await line.RunAsync(Cancellation, "mail", "list", "--json")).Json.EnumerateArray().Single();
        (mail.TryGetProperty("givenUpAt", out _), mail.TryGetProperty("nextTryAt", out _)).ShouldBe((false, true));
        (await AuditLines.ReadAsync(line.Folder.At("axis.db"))).ShouldContain(("operator:test", "mail-retry", $"{id}", "địa chỉ đã mở"));
    }
}
