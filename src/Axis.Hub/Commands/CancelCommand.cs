using System.CommandLine;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Cancels;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>cancel list|force</c>: what was asked back and hangs on an answer, and an operator's word in an adapter's stead.</summary>
internal static class CancelCommand
{
    private const int Limit = 500;

    public static Command Create(HubCommand hub) => new("cancel", "Deliveries that were asked back and hang on an answer") { List(hub), Force(hub) };

    private static Command List(HubCommand hub) => hub.Does(new Command("list", "List what waits for an answer or for an operator, longest first"), async (run, cancellation) =>
    {
        await run.RequireDatabaseAsync(cancellation);
        var cancels = await run.Get<CancelStore>().ListAsync(Limit, cancellation);
        run.Write(cancels, terminal =>
        {
            var table = Tables.New("Delivery", "Receiver", "Adapter", "Why", "Asked back", "Sent", "Waits for", "Held back behind it");
            foreach (var cancel in cancels)
            {
                table.AddRow(
                    Tables.Text(cancel.DeliveryId.ToString()), Tables.Text(cancel.ReceiverCode), Tables.Text(cancel.AdapterCode), Tables.Text(cancel.Purpose),
                    Tables.Time(cancel.OpenedAt), Tables.Text($"{cancel.Sends}x"), Tables.Text(cancel.WaitsFor), Tables.Text(cancel.WaitingDeliveryId?.ToString()));
            }

            terminal.Write(table);
        });
        return 0;
    });

    private static Command Force(HubCommand hub)
    {
        var id = new Argument<Guid>("delivery") { Description = "The delivery that was asked back" };
        var answer = new Option<string>("--answer") { Description = "What the adapter would say: cancelled (given back) or taken (handed out)", Required = true };
        answer.AcceptOnlyFromAmong(CancelAnswer.Cancelled, CancelAnswer.Taken);
        var risk = new Option<string>("--risk") { Description = "Name of the risk that this takes; without the right one the command says which it is", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why; recorded in the delivery's history and in the audit trail", Required = true };
        return hub.Does(new Command("force", "Answer for an adapter that never will, or whose spool was lost") { id, answer, risk, reason }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var (delivery, said) = (run.Parsed.GetRequiredValue(id), run.Parsed.GetRequiredValue(answer));
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            if (await run.Get<CancelDesk>().ForceAsync(delivery, said, run.Parsed.GetRequiredValue(risk), run.Actor, why, cancellation) is { } objection)
            {
                throw new CommandFailedException($"{delivery}: {objection}");
            }

            run.Write(new { delivery, answer = said }, terminal => terminal.MarkupLineInterpolated($"{delivery} [green]{said}[/]"));
            return 0;
        });
    }
}
