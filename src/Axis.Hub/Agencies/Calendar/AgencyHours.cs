using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>Whose office hours differ from the settings'.</summary>
internal static class AgencyHours
{
    /// <summary>The word in the place of hours that takes an agency's own away.</summary>
    public const string Usual = "default";

    private const int DeepestTree = 32;

    /// <summary>Agency.OfficeHours.</summary>
    private const int Longest = 200;

    /// <summary>Hours as they are kept; null for <see cref="Usual"/>, and for what is none (<see cref="FaultOf"/>).</summary>
    public static string? Read(string hours) => OfficeHours.Read(hours)?.ToString() is { Length: <= Longest } own ? own : null;

    /// <summary>What is wrong with hours, or null.</summary>
    public static string? FaultOf(string hours)
    {
        var fault = Finding.Refuse(ErrorCatalogue.OfficeHoursWrong, "", hours);
        return hours == Usual || Read(hours) is not null ? null : $"{fault.Code} {fault.English}";
    }

    /// <summary>The hours of every agency that has its own or inherits them from its nearest ancestor that has.</summary>
    /// <exception cref="InvalidDataException">Hours were written behind the registry's back.</exception>
    public static IReadOnlyDictionary<Guid, OfficeHours> Of(IEnumerable<HoursRow> agencies) => TextOf(agencies).ToDictionary(
        pair => pair.Key, pair => OfficeHours.Read(pair.Value) ?? throw new InvalidDataException($"The office hours of agency {pair.Key} cannot be read."));

    /// <summary>True when the two registries give some agency other hours.</summary>
    public static bool Differ(IEnumerable<HoursRow> before, IEnumerable<HoursRow> after)
    {
        var (one, other) = (TextOf(before), TextOf(after));
        return one.Count != other.Count || one.Any(pair => other.GetValueOrDefault(pair.Key) != pair.Value);
    }

    public static HoursRow RowOf(AgencyRow agency) => new() { AgencyId = agency.AgencyId, ParentId = agency.ParentId, OfficeHours = agency.OfficeHours };

    private static Dictionary<Guid, string> TextOf(IEnumerable<HoursRow> agencies)
    {
        var all = agencies.ToDictionary(agency => agency.AgencyId);
        return all.Values.Select(agency => (agency.AgencyId, Hours: Nearest(agency, all))).Where(pair => pair.Hours is not null)
            .ToDictionary(pair => pair.AgencyId, pair => pair.Hours!);
    }

    private static string? Nearest(HoursRow agency, Dictionary<Guid, HoursRow> all)
    {
        // A registry may be wrong; a circle of parents must not hang the clocks.
        for (var (current, steps) = ((HoursRow?)agency, 0); current is not null && steps < DeepestTree; steps++)
        {
            if (current.OfficeHours is { } hours)
            {
                return hours;
            }

            current = current.ParentId is { } parent ? all.GetValueOrDefault(parent) : null;
        }

        return null;
    }
}
