using System.CommandLine;
using Axis.Hub.Agencies;
using Axis.Hub.Watch.Clocks;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>watch list|add|remove</c>: documents whose clocks are tighter and whose alerts are their own. Steering documents (SteeringType 2) always are.</summary>
internal static class WatchCommand
{
    public static Command Create(HubCommand hub) => new("watch", "Documents that are watched more closely") { List(hub), Add(hub), Remove(hub) };

    private static Command List(HubCommand hub) => hub.Does(new Command("list", "List what is watched"), async (run, cancellation) =>
    {
        await run.RequireDatabaseAsync(cancellation);
        var tags = (await run.Get<ClockStore>().LoadAsync(cancellation)).Tags;
        var directory = await run.Get<IAgencyRegistry>().LatestAsync(cancellation);
        run.Write(tags, terminal =>
        {
            var table = Tables.New("Id", "Document", "Sender", "Type", "By", "Since", "Reason");
            foreach (var tag in tags)
            {
                table.AddRow(
                    Tables.Text($"{tag.WatchTagId}"), Tables.Text($"{tag.DocumentId}"), Tables.Text(tag.SenderAgencyId is { } sender ? directory.Find(sender)?.Code ?? $"{sender}" : null),
                    Tables.Text(tag.TypeKey), Tables.Text(tag.SetBy), Tables.Time(tag.SetAt), Tables.Text(tag.Reason));
            }

            terminal.Write(table);
        });
        return 0;
    });

    private static Command Add(HubCommand hub)
    {
        var document = new Option<Guid?>("--document") { Description = "One document, from now on" };
        var sender = new Option<string?>("--sender") { Description = "All that this agency sends from now on" };
        var type = new Option<string?>("--type") { Description = "Of that only this document type, by key, name or abbreviation" };
        var reason = Reason();
        return hub.Does(new Command("add", "Watch a document, or what an agency sends") { document, sender, type, reason }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            return ClockCommand.Tell(run, await run.Get<ClockDesk>().WatchAsync(
                run.Parsed.GetValue(document), run.Parsed.GetValue(sender), run.Parsed.GetValue(type), run.Actor, why, cancellation));
        });
    }

    private static Command Remove(HubCommand hub)
    {
        var id = new Argument<Guid>("id");
        var reason = Reason();
        return hub.Does(new Command("remove", "Watch it no longer; what a sender's mark has met already stays watched") { id, reason }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            var wanted = run.Parsed.GetValue(id);
            return await run.Get<ClockDesk>().RemoveTagAsync(wanted, run.Actor, why, cancellation)
                ? ClockCommand.Tell(run, ClockDesk.Outcome.Done(wanted)) : throw new CommandFailedException($"nothing is watched under {wanted}");
        });
    }

    private static Option<string> Reason() => new("--reason") { Description = "Why; recorded in the audit trail", Required = true };
}
