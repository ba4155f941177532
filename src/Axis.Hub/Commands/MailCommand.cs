using System.CommandLine;
using Axis.Hub.Mail;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>mail list|retry</c>: e-mail that was sent, waits, or could not be delivered.</summary>
internal static class MailCommand
{
    private const int Limit = 200;

    public static Command Create(HubCommand hub) => new("mail", "E-mail to agencies and operators") { List(hub), Retry(hub) };

    private static Command List(HubCommand hub)
    {
        var failed = new Option<bool>("--failed") { Description = "Only what could not be delivered, and what waits for another try" };
        return hub.Does(new Command("list", "List messages, the latest first") { failed }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var mails = await run.Get<MailDesk>().ListAsync(run.Parsed.GetValue(failed), Limit, cancellation);
            run.Write(mails, terminal =>
            {
                var table = Tables.New("Id", "Kind", "Agency", "To", "Written", "Tries", "Next try", "Sent", "Given up", "Why");
                foreach (var mail in mails)
                {
                    table.AddRow(
                        Tables.Text($"{mail.MailId}"), Tables.Text(mail.Kind), Tables.Text(mail.AgencyCode ?? "operators"), Tables.Text(mail.Address), Tables.Time(mail.CreatedAt),
                        Tables.Number(mail.Attempts), Tables.Time(mail.NextTryAt), Tables.Time(mail.SentAt), Tables.Time(mail.GivenUpAt), Tables.Text(mail.LastError));
                }

                terminal.Write(table);
            });
            return 0;
        });
    }

    private static Command Retry(HubCommand hub)
    {
        var id = new Argument<Guid>("id");
        var reason = new Option<string>("--reason") { Description = "Why; recorded in the audit trail", Required = true };
        return hub.Does(new Command("retry", "Try a message again at once, and for another three days") { id, reason }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var (wanted, why) = (run.Parsed.GetValue(id), Reasons.Require(run.Parsed.GetRequiredValue(reason)));
            if (!await run.Get<MailDesk>().RetryAsync(wanted, run.Actor, why, cancellation))
            {
                throw new CommandFailedException($"there is no message {wanted} that waits or could not be delivered, or it is being sent");
            }

            run.Write(new { id = wanted, verb = "retry" }, terminal => terminal.MarkupLineInterpolated($"{wanted} [green]is tried again[/]"));
            return 0;
        });
    }
}
