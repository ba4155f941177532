namespace Axis.Hub.Agencies.Calendar;

/// <summary>Gives an agency office hours of its own, or those of its ancestors back.</summary>
internal sealed class HoursDesk(RegistryStore store, PreviewCalendar preview, TimeProvider time)
{
    /// <summary>What it would move, or everything that keeps it from being done. Changes nothing.</summary>
    public async Task<(CalendarPreview? Preview, IReadOnlyList<string> Errors)> PreviewAsync(string code, string hours, CancellationToken cancellation)
    {
        var directory = (await store.LoadAsync(cancellation)).Directory;
        var agency = directory.Read(code, time.GetUtcNow())?.Own;
        string[] errors = [.. new[] { AgencyHours.FaultOf(hours), agency is null ? Unknown(code) : null }.OfType<string>()];
        return errors.Length > 0
            ? (null, errors)
            : (await preview.OfHoursAsync(
                AgencyHours.Of(directory.Agencies.Select(entry => new HoursRow
                {
                    AgencyId = entry.AgencyId, ParentId = entry.ParentId, OfficeHours = entry == agency ? AgencyHours.Read(hours) : entry.OfficeHours,
                })), cancellation), errors);
    }

    /// <summary>Everything that kept it from being done; nothing when it was done.</summary>
    /// <param name="code">The agency, any spelling.</param>
    /// <param name="hours">Sessions, or <see cref="AgencyHours.Usual"/>.</param>
    /// <param name="actor"><c>operator:NAME</c>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">The end of patience.</param>
    public Task<IReadOnlyList<string>> SetAsync(string code, string hours, string actor, string reason, CancellationToken cancellation)
    {
        var own = AgencyHours.Read(hours);
        return AgencyHours.FaultOf(hours) is { } fault
            ? Task.FromResult<IReadOnlyList<string>>([fault])
            : store.ChangeAgenciesAsync<IReadOnlyList<string>>(new RegistryAct(actor, "agency-hours", code, $"{hours}: {reason}"), (agencies, aliases) =>
            {
                var now = time.GetUtcNow();
                var alias = aliases.Where(each => each.Alias.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase)).OrderByDescending(each => each.IsValid(now)).FirstOrDefault();
                if (alias is null)
                {
                    return (new([], [], []), [Unknown(code)]);
                }

                var agency = agencies.Single(row => row.AgencyId == alias.AgencyId);
                return agency.OfficeHours == own
                    ? (new([], [], []), [$"agency {agency.Code} has these hours already"])
                    : (new([], [agency with { OfficeHours = own, ChangedAt = now }], []), []);
            }, cancellation);
    }

    private static string Unknown(string code) => $"agency {code} is not in the registry; see axis-hub agency list";
}
