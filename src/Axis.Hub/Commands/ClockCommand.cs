using System.CommandLine;
using Axis.Hub.Agencies;
using Axis.Hub.Watch.Clocks;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>clock list|set|remove</c>: when clocks warn and breach. Due times are the law's and are not set here.</summary>
internal static class ClockCommand
{
    public static Command Create(HubCommand hub) => new("clock", "When the clocks of deliveries warn and breach") { List(hub), Set(hub), Remove(hub) };

    private static Command List(HubCommand hub) => hub.Does(new Command("list", "List rules; without one clocks warn at 75 % of their time and breach at 100 %, watched documents at 25 % and 50 %"), async (run, cancellation) =>
    {
        await run.RequireDatabaseAsync(cancellation);
        var rules = (await run.Get<ClockStore>().LoadAsync(cancellation)).Rules;
        var directory = await run.Get<IAgencyRegistry>().LatestAsync(cancellation);
        run.Write(rules, terminal =>
        {
            var table = Tables.New("Id", "Agency", "Clock", "Priority", "Type", "Steering", "Watched", "Warn %", "Breach %", "By", "Reason");
            foreach (var rule in rules)
            {
                table.AddRow(
                    Tables.Text($"{rule.ClockRuleId}"), Tables.Text(rule.AgencyId is { } agency ? directory.Find(agency)?.Code ?? $"{agency}" : null),
                    Tables.Text(rule.Clock is { } clock ? ClockDesk.Clocks[(int)clock] : null), Tables.Number(rule.Priority), Tables.Text(rule.TypeKey), Tables.Number(rule.SteeringType),
                    Tables.Text($"{rule.Watched}"), Tables.Number(rule.WarnPercent), Tables.Number(rule.BreachPercent), Tables.Text(rule.SetBy), Tables.Text(rule.Reason));
            }

            terminal.Write(table);
        });
        return 0;
    });

    private static Command Set(HubCommand hub)
    {
        var agency = new Option<string?>("--agency") { Description = "Only for what this agency has to do; its own rules come before general ones" };
        var clock = new Option<string?>("--clock") { Description = string.Join(", ", ClockDesk.Clocks) };
        var priority = new Option<int?>("--priority") { Description = "0 to 4" };
        var type = new Option<string?>("--type") { Description = "Document type by key, name or abbreviation, or status" };
        var steering = new Option<int?>("--steering") { Description = "SteeringType" };
        var watched = new Option<bool?>("--watched") { Description = "true: only what is watched, false: only what is not" };
        var warn = new Option<int>("--warn") { Description = "Percent of the time between start and due time", Required = true };
        var breach = new Option<int>("--breach") { Description = "The same", Required = true };
        var reason = Reason();
        return hub.Does(new Command("set", "Add a rule; the one that says most holds, then the latest") { agency, clock, priority, type, steering, watched, warn, breach, reason }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            var order = new ClockOrder(
                run.Parsed.GetValue(agency), run.Parsed.GetValue(clock), run.Parsed.GetValue(priority), run.Parsed.GetValue(type), run.Parsed.GetValue(steering),
                run.Parsed.GetValue(watched), run.Parsed.GetRequiredValue(warn), run.Parsed.GetRequiredValue(breach));
            return Tell(run, await run.Get<ClockDesk>().SetAsync(order, run.Actor, why, cancellation));
        });
    }

    private static Command Remove(HubCommand hub)
    {
        var id = new Argument<Guid>("id");
        var reason = Reason();
        return hub.Does(new Command("remove", "Remove a rule") { id, reason }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            var wanted = run.Parsed.GetValue(id);
            return await run.Get<ClockDesk>().RemoveRuleAsync(wanted, run.Actor, why, cancellation)
                ? Tell(run, ClockDesk.Outcome.Done(wanted)) : throw new CommandFailedException($"there is no rule {wanted}");
        });
    }

    /// <summary>Writes what was done, or fails with everything that is wrong.</summary>
    internal static int Tell(CommandRun run, ClockDesk.Outcome outcome)
    {
        if (outcome.Id is not { } id)
        {
            throw new CommandFailedException(outcome.Errors);
        }

        run.Write(new { id }, terminal => terminal.MarkupLineInterpolated($"{id} [green]done[/]"));
        return 0;
    }

    private static Option<string> Reason() => new("--reason") { Description = "Why; recorded in the audit trail", Required = true };
}
