using System.CommandLine;
using Axis.Hub.Watch.Outages;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>outage announce|list|end</c>: planned outages. They mute alerts that blame whoever is out; due times and books go on.</summary>
internal static class OutageCommand
{
    public static Command Create(HubCommand hub) => new("outage", "Planned outages of agencies and adapters") { Announce(hub), List(hub), End(hub) };

    private static Command Announce(HubCommand hub)
    {
        var agency = new Option<string?>("--agency") { Description = "Agency that is out" };
        var adapter = new Option<string?>("--adapter") { Description = "Adapter that is out" };
        var from = new Option<string?>("--from") { Description = "First day (Vietnam) or instant; now if left out" };
        var to = new Option<string>("--to") { Description = "Last day (Vietnam), or the instant at which it ends", Required = true };
        var reason = Reason();
        return hub.Does(new Command("announce", "Announce an outage; alerts that blame it wait for its end") { agency, adapter, from, to, reason }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            var order = new OutageOrder(
                run.Parsed.GetValue(agency), run.Parsed.GetValue(adapter), AuthorityCommands.First("--from", run.Parsed.GetValue(from)),
                AuthorityCommands.AfterLast("--to", run.Parsed.GetRequiredValue(to)));
            var (id, errors) = await run.Get<OutageDesk>().AnnounceAsync(order, run.Actor, why, cancellation);
            if (id is null)
            {
                throw new CommandFailedException(errors);
            }

            run.Write(new { id }, terminal => terminal.MarkupLineInterpolated($"{id} [green]announced[/]"));
            return 0;
        });
    }

    private static Command List(HubCommand hub)
    {
        var all = new Option<bool>("--all") { Description = "Those that were ended before their time too" };
        return hub.Does(new Command("list", "List outages that are on or to come") { all }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var outages = await run.Get<OutageDesk>().ListAsync(run.Parsed.GetValue(all), cancellation);
            run.Write(outages, terminal =>
            {
                var table = Tables.New("Id", "Agency", "Adapter", "From", "To", "By", "Reason", "Ended by");
                foreach (var outage in outages)
                {
                    table.AddRow(
                        Tables.Text($"{outage.OutageId}"), Tables.Text(outage.AgencyCode), Tables.Text(outage.AdapterCode), Tables.Time(outage.FromAt), Tables.Time(outage.ToAt),
                        Tables.Text(outage.AnnouncedBy), Tables.Text(outage.Reason), Tables.Text(outage.EndedBy));
                }

                terminal.Write(table);
            });
            return 0;
        });
    }

    private static Command End(HubCommand hub)
    {
        var id = new Argument<Guid>("id");
        var reason = Reason();
        return hub.Does(new Command("end", "End an outage before its time, or take it back") { id, reason }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            var wanted = run.Parsed.GetValue(id);
            if (!await run.Get<OutageDesk>().EndAsync(wanted, run.Actor, why, cancellation))
            {
                throw new CommandFailedException($"no outage {wanted} is on or to come");
            }

            run.Write(new { id = wanted }, terminal => terminal.MarkupLineInterpolated($"{wanted} [green]ended[/]"));
            return 0;
        });
    }

    private static Option<string> Reason() => new("--reason") { Description = "Why; recorded with the outage and in the audit trail", Required = true };
}
