using System.CommandLine;
using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Hub.Agencies;
using Spectre.Console;
using Outcome = Axis.Hub.Agencies.AuthorityDesk.Outcome;

namespace Axis.Hub.Commands;

/// <summary><c>agency suspend|resume|succeed|delegate|revoke|delegations</c>: who may send and receive, under which code, and in whose name.</summary>
internal static class AuthorityCommands
{
    public static IEnumerable<Command> Create(HubCommand hub) => [Suspend(hub), Resume(hub), Succeed(hub), Delegate(hub), Revoke(hub), Delegations(hub)];

    private static Command Suspend(HubCommand hub)
    {
        var (codes, reason) = (Codes(), Reason());
        return hub.Does(new Command("suspend", "Let agencies neither send nor receive; what waits for them stays") { codes, reason }, async (run, cancellation) =>
        {
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            return await DoAsync(run, desk => desk.SuspendAsync(run.Parsed.GetRequiredValue(codes), run.Actor, why, cancellation), "suspended", cancellation);
        });
    }

    private static Command Resume(HubCommand hub)
    {
        var (codes, reason) = (Codes(), Reason());
        return hub.Does(new Command("resume", "Let suspended agencies send and receive again") { codes, reason }, async (run, cancellation) =>
        {
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            return await DoAsync(run, desk => desk.ResumeAsync(run.Parsed.GetRequiredValue(codes), run.Actor, why, cancellation), "active", cancellation);
        });
    }

    private static Command Succeed(HubCommand hub)
    {
        var old = new Argument<string>("code") { Description = "Code that is given up; the main code of an agency takes its other spellings along" };
        var successor = new Argument<string?>("successor") { Description = "Code in its place, of the same agency or of the one that it was merged into", Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string?>("--from") { Description = "First day (Vietnam) or instant, e.g. 2026-12-01; now if left out" };
        var undo = new Option<bool>("--undo") { Description = "Take a succession back" };
        var reason = Reason();
        return hub.Does(new Command("succeed", "Route an old code to the one that has taken its place") { old, successor, from, undo, reason }, async (run, cancellation) =>
        {
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            var next = run.Parsed.GetValue(successor);
            if (next is null != run.Parsed.GetValue(undo))
            {
                throw new CommandFailedException("give either the successor's code or --undo");
            }

            var start = First("--from", run.Parsed.GetValue(from));
            return await DoAsync(
                run, desk => desk.SucceedAsync(run.Parsed.GetRequiredValue(old), next, start, run.Actor, why, cancellation), next is null ? "without a successor" : "succeeded by " + next, cancellation);
        });
    }

    private static Command Delegate(HubCommand hub)
    {
        var agency = new Argument<string>("code") { Description = "Agency in whose name is sent" };
        var adapter = new Option<string>("--adapter") { Description = "Adapter that may send for it", Required = true };
        var types = new Option<string[]>("--types")
        {
            Description = "What it covers: document types by key, name or abbreviation, normative, administrative, status; everything if left out", AllowMultipleArgumentsPerToken = true,
        };
        var from = new Option<string?>("--from") { Description = "First day (Vietnam) or instant; now if left out" };
        var until = new Option<string?>("--until") { Description = "Last day (Vietnam), or the instant at which it ends; until it is revoked if left out" };
        var reason = Reason();
        return hub.Does(new Command("delegate", "Let an adapter send in the name of an agency that it does not serve") { agency, adapter, types, from, until, reason }, async (run, cancellation) =>
        {
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            var order = new DelegationOrder(
                run.Parsed.GetRequiredValue(agency), run.Parsed.GetRequiredValue(adapter),
                [.. (run.Parsed.GetValue(types) ?? []).SelectMany(entry => entry.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
                First("--from", run.Parsed.GetValue(from)), AfterLast("--until", run.Parsed.GetValue(until)));
            return await DoAsync(run, desk => desk.DelegateAsync(order, run.Actor, why, cancellation), "delegates to " + order.Adapter, cancellation);
        });
    }

    private static Command Revoke(HubCommand hub)
    {
        var id = new Argument<Guid>("delegation") { Description = "Its id; see axis-hub agency delegations" };
        var reason = Reason();
        return hub.Does(new Command("revoke", "End a delegation at once") { id, reason }, async (run, cancellation) =>
        {
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            return await DoAsync(run, desk => desk.RevokeAsync(run.Parsed.GetRequiredValue(id), run.Actor, why, cancellation), "no longer delegates", cancellation);
        });
    }

    private static Command Delegations(HubCommand hub)
    {
        var all = new Option<bool>("--all") { Description = "Those that have ended too" };
        return hub.Does(new Command("delegations", "List who may send in whose name") { all }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var directory = await run.Get<IAgencyRegistry>().CurrentAsync(cancellation);
            var now = run.Get<TimeProvider>().GetUtcNow();
            var lines = (await run.Get<RegistryStore>().ListDelegationsAsync(cancellation))
                .Select(row => (Row: row, Entry: DelegationEntry.Of(row)))
                .Where(item => run.Parsed.GetValue(all) || item.Entry.Until is null || now < item.Entry.Until)
                .Select(item => new DelegationLine(
                    item.Row.DelegationId, directory.Find(item.Row.AgencyId)?.Code ?? "?", item.Row.AdapterCode, item.Entry.Types, item.Row.ValidFrom, item.Row.ValidTo,
                    item.Row.Reason, item.Row.GrantedBy, item.Row.GrantedAt, item.Row.RevokedAt, item.Row.RevokedBy, item.Row.RevokedReason))
                .OrderBy(line => line.Agency, StringComparer.Ordinal).ThenBy(line => line.From).ToList();
            run.Write(lines, terminal =>
            {
                var table = Tables.New("Delegation", "Agency", "Adapter", "Covers", "From", "Until", "Revoked", "Why");
                foreach (var line in lines)
                {
                    table.AddRow(
                        Tables.Text(line.DelegationId.ToString()), Tables.Text(line.Agency), Tables.Text(line.Adapter),
                        Tables.Text(line.Types is null ? "everything" : string.Join(", ", line.Types)),
                        Tables.Time(line.From), Tables.Time(line.Until), Tables.Time(line.RevokedAt), Tables.Text(line.Reason));
                }

                terminal.Write(table);
            });
            return 0;
        });
    }

    private static async Task<int> DoAsync(CommandRun run, Func<AuthorityDesk, Task<Outcome>> order, string become, CancellationToken cancellation)
    {
        await run.RequireDatabaseAsync(cancellation);
        var outcome = await order(run.Get<AuthorityDesk>());
        if (outcome is Outcome.Refused refused)
        {
            throw new CommandFailedException(refused.Errors);
        }

        var done = (Outcome.Done)outcome;
        run.Write(done, terminal => terminal.MarkupLineInterpolated($"[green]{string.Join(", ", done.Codes)}[/] {become} {done.DelegationId}"));
        return 0;
    }

    private static Argument<string[]> Codes() => new("code") { Description = "Agencies, any spelling", Arity = ArgumentArity.OneOrMore };

    private static Option<string> Reason() => new("--reason") { Description = "Why; recorded in the audit trail", Required = true };

    /// <summary>The start of a day in Vietnam, or an instant.</summary>
    internal static DateTimeOffset? First(string option, string? text) => Read(option, text, day => VietnamTime.At(day, TimeOnly.MinValue));

    /// <summary>The end of a day in Vietnam, or an instant.</summary>
    internal static DateTimeOffset? AfterLast(string option, string? text) => Read(option, text, VietnamTime.EndOf);

    private static DateTimeOffset? Read(string option, string? text, Func<DateOnly, DateTimeOffset> ofDay) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? ofDay(day)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
        : throw new CommandFailedException($"{option} {text}: neither a day (2026-12-01) nor an instant (2026-12-01T08:00:00+07:00)");
}

/// <summary>One line of <c>agency delegations --json</c>.</summary>
internal sealed record DelegationLine(
    Guid DelegationId, string Agency, string Adapter, IReadOnlyList<string>? Types, DateTimeOffset From, DateTimeOffset? Until, string Reason, string GrantedBy,
    DateTimeOffset GrantedAt, DateTimeOffset? RevokedAt, string? RevokedBy, string? RevokedReason);
