using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;

namespace Axis.Hub.Agencies;

/// <summary>
/// Pure: what a file says of the dates and successors of codes. It speaks of an agency's main code, which takes the other spellings along
/// (as in <see cref="DecideAuthority.Succeed"/>). An empty field leaves what is there.
/// </summary>
internal static class DecideSpellings
{
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    /// <summary>The spellings, those added last, as they are after the import; what is wrong is added to <paramref name="errors"/>, each with its code.</summary>
    public static AliasRow[] Apply(
        IReadOnlyList<AgencyLine> lines, IReadOnlyDictionary<string, Guid> ids, IReadOnlyList<AliasRow> spellings, DateTimeOffset now, List<string> errors)
    {
        var terms = lines.Select(line => Read(line, errors)).Where(said => said is not { From: null, Until: null, Successor: null })
            .DistinctBy(said => said.Line.Code).ToDictionary(said => ids[said.Line.Code]);
        AliasRow[] after = [.. spellings.Select(spelling => terms.GetValueOrDefault(spelling.AgencyId) is { } said ? Change(spelling, said, now) : spelling)];
        var known = after.ToLookup(spelling => spelling.Alias, StringComparer.OrdinalIgnoreCase);
        foreach (var said in terms.Values.Where(said => said.Successor is not null))
        {
            errors.AddRange(FindErrors(said, [.. known[said.Line.Code].Where(spelling => spelling.AgencyId == ids[said.Line.Code])], known, now));
        }

        return after;
    }

    /// <summary>Agencies whose main code has another successor after an import than before, or from another time on.</summary>
    public static IReadOnlyList<(string Code, string Successor, DateTimeOffset From)> Succeeded(
        IReadOnlyList<AgencyLine> lines, IReadOnlyDictionary<string, Guid> ids, IReadOnlyList<AliasRow> before, IReadOnlyList<AliasRow> after)
    {
        var main = lines.Select(line => (line.Code, ids[line.Code])).ToHashSet();
        var earlier = before.Select(Succession).ToHashSet();
        return [.. after.Where(spelling => main.Contains((spelling.Alias, spelling.AgencyId)) && spelling.SuccessorCode is not null && !earlier.Contains(Succession(spelling)))
            .Select(spelling => (spelling.Alias, spelling.SuccessorCode!, spelling.SuccessorFrom!.Value))];

        static (string, Guid, string?, DateTimeOffset?) Succession(AliasRow row) => (row.Alias, row.AgencyId, row.SuccessorCode, row.SuccessorFrom);
    }

    private static AliasRow Change(AliasRow spelling, Terms said, DateTimeOffset now)
    {
        var until = said.Until ?? spelling.ValidTo;
        var dated = spelling with { ValidFrom = said.From ?? spelling.ValidFrom, ValidTo = until };
        return said.Successor is not { } successor ? dated : dated with
        {
            SuccessorCode = successor,
            SuccessorFrom = said.Until ?? (spelling.SuccessorCode == successor ? spelling.SuccessorFrom : until ?? now),
        };
    }

    private static IEnumerable<string> FindErrors(Terms said, AliasRow[] given, ILookup<string, AliasRow> known, DateTimeOffset now)
    {
        // The main code is always among them.
        var starts = given[0].SuccessorFrom is { } from && from > now ? from : now;
        if (known[said.Successor!].FirstOrDefault(spelling => spelling.IsValid(starts)) is not { } next)
        {
            yield return Tell(ErrorCatalogue.DirectorySuccessorUnknown, said.Line.Line, said.Successor!, said.Line.Code, VietnamTime.Show(starts));
        }
        else if (DecideAuthority.LeadsTo(known, next, spelling => spelling.AgencyId == given[0].AgencyId))
        {
            yield return Tell(ErrorCatalogue.DirectorySuccessorCircle, said.Line.Line, said.Line.Code, said.Successor!);
        }
    }

    private static Terms Read(AgencyLine line, List<string> errors)
    {
        var (first, last) = (Day(line, "valid_from", line.ValidFrom, errors), Day(line, "valid_to", line.ValidTo, errors));
        if (last < first)
        {
            errors.Add(Tell(ErrorCatalogue.DirectoryPeriod, line.Line, line.ValidTo, line.ValidFrom));
        }

        return new(
            line, first is { } from ? VietnamTime.At(from, TimeOnly.MinValue) : null, last is { } until ? VietnamTime.EndOf(until) : null,
            line.Successor.Length == 0 ? null : line.Successor);
    }

    private static DateOnly? Day(AgencyLine line, string column, string text, List<string> errors)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear)
        {
            return day;
        }

        errors.Add(Tell(ErrorCatalogue.DirectoryDate, line.Line, column, text));
        return null;
    }

    private static string Tell(ErrorEntry entry, params object[] arguments)
    {
        var finding = Finding.Refuse(entry, "", arguments);
        return $"{finding.Code} {finding.English}";
    }

    /// <summary>What a line says.</summary>
    /// <param name="From">First instant at which the codes stand for the agency.</param>
    /// <param name="Until">First instant at which they do no longer.</param>
    private sealed record Terms(AgencyLine Line, DateTimeOffset? From, DateTimeOffset? Until, string? Successor);
}
