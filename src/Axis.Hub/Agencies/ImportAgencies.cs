using System.Text.RegularExpressions;
using Axis.Hub.Agencies.Calendar;
using MassTransit;

namespace Axis.Hub.Agencies;

/// <summary>
/// Brings the registry to what a file says: new agencies and spellings are added, known ones (by code) changed in place.
/// Nothing is removed, and with one wrong line nothing is done. Dates and successors are decided by <see cref="DecideSpellings"/>.
/// </summary>
internal sealed partial class ImportAgencies(RegistryStore store, TimeProvider time)
{
    /// <summary>What an import did, or everything that kept it from doing anything.</summary>
    public abstract record Outcome
    {
        public sealed record Done(int Added, int Changed, int Unchanged, int Aliases) : Outcome;

        public sealed record Refused(IReadOnlyList<string> Errors) : Outcome;
    }

    public Task<Outcome> ImportAsync(IReadOnlyList<AgencyLine> lines, string actor, string file, CancellationToken cancellation) =>
        store.ChangeAgenciesAsync(
            new RegistryAct(actor, "agency-import", file, $"{lines.Count} lines"),
            (agencies, aliases) => Decide(lines, agencies, aliases, time.GetUtcNow()),
            cancellation);

    /// <summary>Pure: what a file means for what is there.</summary>
    internal static (AgencyChange Change, Outcome Outcome) Decide(
        IReadOnlyList<AgencyLine> lines, IReadOnlyList<AgencyRow> agencies, IReadOnlyList<AliasRow> aliases, DateTimeOffset now)
    {
        var known = agencies.ToDictionary(row => row.Code, StringComparer.Ordinal);
        var ids = known.ToDictionary(pair => pair.Key, pair => pair.Value.AgencyId, StringComparer.Ordinal);
        foreach (var line in lines)
        {
            ids.TryAdd(line.Code, NewId.NextSequentialGuid());
        }

        var standing = aliases.Select(alias => (alias.Alias, alias.AgencyId)).ToHashSet();
        var added = lines.SelectMany(line => Spellings(line).Select(spelling => new AliasRow { Alias = spelling.Code, AgencyId = ids[line.Code], Form = spelling.Form }))
            .DistinctBy(alias => (alias.Alias, alias.AgencyId))
            .Where(alias => !standing.Contains((alias.Alias, alias.AgencyId)))
            .ToList();
        var errors = new List<string>();
        var spellings = DecideSpellings.Apply(lines, ids, [.. aliases, .. added], now, errors);
        errors = [.. FindErrors(lines, ids, spellings[..aliases.Count], spellings), .. errors];
        if (errors.Count > 0)
        {
            return (new([], [], []), new Outcome.Refused(errors));
        }

        var changedAliases = spellings[..aliases.Count].Except(aliases).ToList();
        var told = changedAliases.Concat(added).Select(alias => alias.AgencyId).ToHashSet();
        var inserted = new List<AgencyRow>();
        var updated = new List<AgencyRow>();
        var unchanged = 0;
        foreach (var line in lines)
        {
            var before = known.GetValueOrDefault(line.Code);
            var after = Row(line, before, ids, now);
            if (before is null)
            {
                inserted.Add(after);
            }
            else if (after != before with { ChangedAt = now } || told.Contains(after.AgencyId))
            {
                updated.Add(after);
            }
            else
            {
                unchanged++;
            }
        }

        return (
            new(inserted, updated, spellings[aliases.Count..]) { ChangedAliases = changedAliases, Succeeded = DecideSpellings.Succeeded(lines, ids, aliases, spellings) },
            new Outcome.Done(inserted.Count, updated.Count, unchanged, added.Count));
    }

    private static AgencyRow Row(AgencyLine line, AgencyRow? before, Dictionary<string, Guid> ids, DateTimeOffset now)
    {
        var row = before ?? new AgencyRow { AgencyId = ids[line.Code], Code = line.Code, NameVi = "", NameEn = "", Kind = "", ChangedAt = now };
        return row with
        {
            Code102 = Null(line.Code102),
            NameVi = line.NameVi,
            NameEn = line.NameEn,
            Kind = line.Kind,
            ParentId = line.ParentCode.Length == 0 ? null : ids[line.ParentCode],
            Source = Null(line.Source),
            Confidence = Null(line.Confidence),
            OfficeHours = line.OfficeHours.Length == 0 ? row.OfficeHours : AgencyHours.Read(line.OfficeHours),
            ChangedAt = now,
        };
    }

    private static List<string> FindErrors(IReadOnlyList<AgencyLine> lines, Dictionary<string, Guid> ids, AliasRow[] standing, AliasRow[] spellings)
    {
        var errors = new List<string>();
        var after = spellings.ToDictionary(alias => (alias.Alias, alias.AgencyId));
        var owners = standing.GroupBy(alias => alias.Alias, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Code.Length > 35 || !CodeForm().IsMatch(line.Code))
            {
                errors.Add($"line {line.Line}: {line.Code} is no agency code (letters, digits and dots, at most 35)");
            }

            errors.AddRange(TooLong(line));
            if (line.NameVi.Length == 0 || line.Kind.Length == 0)
            {
                errors.Add($"line {line.Line}: {line.Code} has no name_vi or no kind");
            }

            if (line.ParentCode.Length > 0 && !ids.ContainsKey(line.ParentCode))
            {
                errors.Add($"line {line.Line}: the parent {line.ParentCode} of {line.Code} is not known");
            }

            if (line.OfficeHours.Length > 0 && AgencyHours.FaultOf(line.OfficeHours) is { } fault)
            {
                errors.Add($"line {line.Line}: {fault}");
            }

            foreach (var (code, _) in Spellings(line))
            {
                var spelling = after[(code, ids[line.Code])];
                if (!owners.TryGetValue(code, out var others))
                {
                    owners[code] = [spelling];
                }
                else if (others.Any(other => other.AgencyId != spelling.AgencyId && Overlap(other, spelling)))
                {
                    errors.Add($"line {line.Line}: {code} already stands for another agency");
                }
                else
                {
                    others.Add(spelling);
                }
            }
        }

        errors.AddRange(lines.GroupBy(line => line.Code, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => $"lines {string.Join(", ", group.Select(line => line.Line))}: {group.Key} appears {group.Count()} times"));
        return errors;
    }

    /// <summary>True when two spellings resolve at one instant.</summary>
    private static bool Overlap(AliasRow one, AliasRow other) => Begins(one) < Ends(other) && Begins(other) < Ends(one);

    private static DateTimeOffset Begins(AliasRow spelling) => spelling.ValidFrom ?? DateTimeOffset.MinValue;

    private static DateTimeOffset Ends(AliasRow spelling) => spelling is { SuccessorCode: null, ValidTo: { } end } ? end : DateTimeOffset.MaxValue;

    /// <summary>The registry keeps every text whole, so a longer one is refused.</summary>
    private static IEnumerable<string> TooLong(AgencyLine line) =>
        from field in ((string Name, string Text, int Longest)[])
        [
            ("name_vi", line.NameVi, 400), ("name_en", line.NameEn, 400), ("kind", line.Kind, 40), ("code102", line.Code102, 64),
            ("code2803", line.Code2803, 64), ("successor", line.Successor, 64), ("confidence", line.Confidence, 40), ("source", line.Source, 200),
        ]
        where field.Text.Length > field.Longest
        select $"line {line.Line}: {field.Name} of {line.Code} is longer than {field.Longest} characters";

    private static IEnumerable<(string Code, string Form)> Spellings(AgencyLine line)
    {
        yield return (line.Code, "qd20");
        if (line.Code102.Length > 0)
        {
            yield return (line.Code102, "qcvn102");
        }

        if (line.Code2803.Length > 0)
        {
            yield return (line.Code2803, "cv2803");
        }
    }

    private static string? Null(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"^[A-Z0-9]+(\.[A-Z0-9]+)*$")]
    private static partial Regex CodeForm();
}
