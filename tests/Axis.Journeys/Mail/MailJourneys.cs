using System.Text.RegularExpressions;
using Axis.Hub.Mail;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Mail;

/// <summary>E-mail from a hub that an operator has set up, between separate processes and a real mail server.</summary>
public sealed partial class MailJourneys
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerFact]
    public async Task What_a_receiver_returns_is_told_to_both_agencies_by_e_mail_under_one_case_number()
    {
        await using var server = LoopbackMailServer.Start();
        var broker = await PrivateBroker.SharedAsync();
        await using var nation = await ProcessNation.StartAsync(
            new NationOptions
            {
                Agencies = 2, Broker = broker.Amqp,
                Hub = hub => (hub.Mail.Host, hub.Mail.Port, hub.Mail.Tls, hub.Mail.From) = ("127.0.0.1", server.Port, MailTls.None, "truc@axis.gov.vn"),
            },
            Cancellation);
        foreach (var agency in nation.Agencies)
        {
            await nation.CommandAsync(["agency", "contact", "add", agency.Addressee.Code, AddressOf(agency)], Cancellation);
        }

        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        await sender.Clerk.SubmitAsync(new LetterWriter(7).Write(sender.Addressee, [receiver.Addressee], NationDate.Today(TimeProvider.System), 1), Cancellation);
        var arrived = await Eventually.FindAsync(async () => await receiver.System.ListInboxAsync(Cancellation) is [var first, ..] ? first : null, cancellation: Cancellation);
        await receiver.System.AcknowledgeAsync(arrived.DeliveryId, Cancellation);
        await receiver.System.AnswerAsync(arrived.DeliveryId, "02", "Văn bản gửi nhầm đơn vị nhận", Cancellation);

        await Eventually.Async(() => server.Taken.Count == 2, TimeSpan.FromMinutes(3), () => nation.Hub.Tail(), Cancellation);

        server.Taken.Select(mail => mail.To).ShouldBe([AddressOf(sender), AddressOf(receiver)], ignoreOrder: true);
        server.Taken.ShouldAllBe(mail => mail.Text.Contains("Bị trả lại (02)"));
        server.Taken.Select(mail => CaseNumber().Match(mail.Text).Value).Distinct().ShouldHaveSingleItem().Length.ShouldBe(11);
        (await nation.CommandAsync(["mail", "list"], Cancellation)).ShouldContain("alerts");
    }

    private static string AddressOf(ProcessAgency agency) => $"vanthu@{agency.Addressee.Code.ToLowerInvariant()}.gov.vn";

    [GeneratedRegex(@"\d{4}-\d{6}")]
    private static partial Regex CaseNumber();
}
