using System.CommandLine;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Calendar;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>agency import|list|hours</c>, the commands of authority, and those of contacts.</summary>
internal static class AgencyCommand
{
    public static Command Create(HubCommand hub)
    {
        var agency = new Command("agency", "The directory of agencies, and their authority") { Import(hub), List(hub), Hours(hub) };
        foreach (var command in AuthorityCommands.Create(hub))
        {
            agency.Add(command);
        }

        agency.Add(ContactCommands.Create(hub));
        return agency;
    }

    private static Command Import(HubCommand hub)
    {
        var file = new Argument<string?>("csv") { Description = "CSV file; without one, the directory that comes with the program", Arity = ArgumentArity.ZeroOrOne };
        return hub.Does(new Command("import", "Add and change agencies from a CSV file; nothing is removed") { file }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var path = run.Parsed.GetValue(file);
            var lines = path is null ? AgencyFile.ReadSeed() : ReadFile(path);
            var outcome = await run.WatchAsync(
                $"importing {lines.Count} agencies",
                _ => run.Get<ImportAgencies>().ImportAsync(lines, run.Actor, path ?? "seed", cancellation));
            if (outcome is ImportAgencies.Outcome.Refused refused)
            {
                throw new CommandFailedException(refused.Errors);
            }

            var done = (ImportAgencies.Outcome.Done)outcome;
            run.Write(done, terminal => terminal.MarkupLineInterpolated(
                $"[green]{done.Added}[/] added, [green]{done.Changed}[/] changed, {done.Unchanged} unchanged, {done.Aliases} spellings added"));
            return 0;
        });
    }

    private static Command List(HubCommand hub)
    {
        var text = new Argument<string?>("text") { Description = "Part of a code or a name", Arity = ArgumentArity.ZeroOrOne };
        return hub.Does(new Command("list", "List agencies and the adapters that serve them") { text }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var sought = run.Parsed.GetValue(text) ?? "";
            var directory = await run.Get<IAgencyRegistry>().CurrentAsync(cancellation);
            var now = run.Get<TimeProvider>().GetUtcNow();
            var codes = directory.Aliases.ToLookup(alias => (alias.AgencyId, alias.Alias));
            var lines = directory.Agencies
                .Where(agency => Contains(agency.Code, sought) || Contains(agency.NameVi, sought) || Contains(agency.NameEn, sought))
                .OrderBy(agency => agency.Code, StringComparer.Ordinal)
                .Select(agency => (Agency: agency, Code: codes[(agency.AgencyId, agency.Code)].FirstOrDefault()))
                .Select(item => new AgencyListLine(
                    item.Agency.Code, item.Agency.NameVi, item.Agency.Kind, directory.AdapterServing(item.Agency)?.Code, item.Agency.Active, item.Agency.SuspendedSince,
                    SuccessorOf(directory, item.Agency, now), item.Code?.ValidFrom, item.Code?.ValidTo, item.Agency.OfficeHours))
                .ToList();
            run.Write(lines, terminal =>
            {
                var table = Tables.New("Code", "Name", "Kind", "Served by", "Suspended since", "Succeeded by", "From", "Until", "Own hours");
                foreach (var line in lines)
                {
                    table.AddRow(
                        Tables.Text(line.Code), Tables.Text(line.Name), Tables.Text(line.Kind), line.ServedBy is null ? new Markup("[yellow]nobody[/]") : Tables.Text(line.ServedBy),
                        Tables.Time(line.SuspendedSince), Tables.Text(line.SucceededBy), Tables.Time(line.ValidFrom), Tables.Time(line.ValidTo), Tables.Text(line.OfficeHours));
                }

                terminal.Write(table);
            });
            return 0;
        });
    }

    private static Command Hours(HubCommand hub)
    {
        var code = new Argument<string>("code") { Description = "The agency, any spelling; agencies below it without hours of their own follow" };
        var hours = new Argument<string>("hours") { Description = $"Sessions, e.g. 07:30-11:30,13:30-17:30, or {AgencyHours.Usual} to have none of its own" };
        var preview = new Option<bool>("--preview") { Description = "Only say what would move" };
        var reason = new Option<string>("--reason") { Description = "Why; recorded in the audit trail", Required = true };
        return hub.Does(new Command("hours", "Give an agency office hours of its own; open due times move") { code, hours, preview, reason }, async (run, cancellation) =>
        {
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            await run.RequireDatabaseAsync(cancellation);
            var (agency, own) = (run.Parsed.GetRequiredValue(code), run.Parsed.GetRequiredValue(hours));
            if (run.Parsed.GetValue(preview))
            {
                var (moves, errors) = await run.Get<HoursDesk>().PreviewAsync(agency, own, cancellation);
                run.Write(moves ?? throw new CommandFailedException(errors), terminal => CalendarDays.ShowMoves(terminal, moves));
                return 0;
            }

            if (await run.Get<HoursDesk>().SetAsync(agency, own, run.Actor, why, cancellation) is { Count: > 0 } objections)
            {
                throw new CommandFailedException(objections);
            }

            run.Write(new { agency, hours = own }, terminal => terminal.MarkupLineInterpolated($"[green]{agency}[/] {own}; hubs follow within seconds and move open due times"));
            return 0;
        });
    }

    private static IReadOnlyList<AgencyLine> ReadFile(string path)
    {
        using var reader = new StreamReader(path);
        var errors = new List<string>();
        var lines = AgencyFile.Read(reader, errors);
        return errors.Count == 0 ? lines : throw new CommandFailedException(errors);
    }

    private static string? SuccessorOf(AgencyDirectory directory, AgencyEntry agency, DateTimeOffset now) => directory.Read(agency.Code, now)?.Successor;

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.CurrentCultureIgnoreCase);
}

/// <summary>One line of <c>agency list --json</c>.</summary>
internal sealed record AgencyListLine(
    string Code, string Name, string Kind, string? ServedBy, bool Active, DateTimeOffset? SuspendedSince, string? SucceededBy, DateTimeOffset? ValidFrom, DateTimeOffset? ValidTo,
    string? OfficeHours);
