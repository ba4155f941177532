using System.CommandLine;
using Axis.Hub.Operate.Stuck;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>stuck list|show|retry|close</c>: every act with its reason in the audit trail.</summary>
internal static class StuckCommand
{
    private const int Limit = 500;

    public static Command Create(HubCommand hub) => new("stuck", "What will not go on by itself") { List(hub), Show(hub), Retry(hub), Close(hub) };

    private static Command List(HubCommand hub)
    {
        var all = new Option<bool>("--all") { Description = "Closed and retried ones too" };
        return hub.Does(new Command("list", "List stuck items, newest first") { all }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var items = await run.Get<StuckStore>().ListAsync(run.Parsed.GetValue(all) ? null : "open", Limit, cancellation);
            run.Write(items, terminal =>
            {
                var table = Tables.New("Id", "Recorded", "Kind", "Queue", "Adapter", "Bytes", "Status", "Reason");
                foreach (var item in items)
                {
                    table.AddRow(
                        Tables.Text(item.StuckId.ToString()), Tables.Time(item.RecordedAt), Tables.Text(item.Kind), Tables.Text(item.Queue),
                        Tables.Text(item.AdapterCode), Tables.Number(item.Bytes), Tables.Text(item.Status), Tables.Text(item.Reason));
                }

                terminal.Write(table);
            });
            return 0;
        });
    }

    private static Command Show(HubCommand hub)
    {
        var id = new Argument<Guid>("id");
        var body = new Option<string?>("--body") { Description = "File to write the exact bytes to; recorded, for they may be a document" };
        return hub.Does(new Command("show", "Show one item with its headers") { id, body }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var desk = run.Get<StuckDesk>();
            var row = await desk.FindAsync(run.Parsed.GetValue(id), cancellation) ?? throw new CommandFailedException($"there is no stuck item {run.Parsed.GetValue(id)}");
            if (run.Parsed.GetValue(body) is { } file)
            {
                await desk.RecordReadingAsync(row.StuckId, run.Actor, file, cancellation);
                await File.WriteAllBytesAsync(file, row.Body, cancellation);
            }

            run.Write(
                new
                {
                    row.StuckId, row.Kind, row.Queue, row.AdapterCode, row.DeliveryId, row.Attempt, Bytes = row.Body.Length, row.Headers, row.Reason,
                    row.RecordedAt, row.Status, row.ClosedBy, row.ClosedReason, row.ClosedAt,
                },
                terminal =>
                {
                    var table = Tables.New("", "");
                    table.HideHeaders();
                    foreach (var (label, value) in new (string, string?)[]
                    {
                        ("Id", row.StuckId.ToString()), ("Kind", row.Kind), ("Queue", row.Queue), ("Adapter", row.AdapterCode),
                        ("Delivery", row.DeliveryId is null ? null : $"{row.DeliveryId}, attempt {row.Attempt}"), ("Bytes", $"{row.Body.Length}"),
                        ("Reason", row.Reason), ("Headers", row.Headers), ("Status", row.Status),
                        ("Closed", row.ClosedAt is null ? null : $"{row.ClosedBy}: {row.ClosedReason}"),
                    })
                    {
                        table.AddRow(Tables.Text(label), Tables.Text(value));
                    }

                    terminal.Write(table);
                });
            return 0;
        });
    }

    private static Command Retry(HubCommand hub) => Act(
        hub, "retry", "Hand an item back to its stage, or start its failed delivery again; the running hub does it",
        (desk, id, actor, reason, token) => desk.RetryAsync(id, actor, reason, token));

    private static Command Close(HubCommand hub) => Act(
        hub, "close", "Close an item: nothing more will be done about it, and its bytes stay",
        (desk, id, actor, reason, token) => desk.CloseAsync(id, actor, reason, token));

    private static Command Act(
        HubCommand hub, string verb, string description, Func<StuckDesk, Guid, string, string, CancellationToken, Task<string?>> act)
    {
        var ids = new Argument<Guid[]>("id") { Arity = ArgumentArity.OneOrMore };
        var reason = new Option<string>("--reason") { Description = "Why; recorded with the item and in the audit trail", Required = true };
        return hub.Does(new Command(verb, description) { ids, reason }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            var refused = new List<string>();
            foreach (var id in run.Parsed.GetRequiredValue(ids))
            {
                if (await act(run.Get<StuckDesk>(), id, run.Actor, why, cancellation) is { } error)
                {
                    refused.Add($"{id}: {error}");
                }
                else
                {
                    run.Write(new { id, verb }, terminal => terminal.MarkupLineInterpolated($"{id} [green]{verb}[/]"));
                }
            }

            return refused.Count == 0 ? 0 : throw new CommandFailedException(refused);
        });
    }
}
