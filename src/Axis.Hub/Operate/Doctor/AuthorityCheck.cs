using Axis.Hub.Agencies;

namespace Axis.Hub.Operate.Doctor;

/// <summary>What somebody has suspended and may have forgotten, and delegations that end soon.</summary>
internal static class AuthorityCheck
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    public static IReadOnlyList<Diagnosis> Run(AgencyDirectory directory, DateTimeOffset now)
    {
        List<Diagnosis> found =
        [
            .. directory.Adapters.Where(adapter => !adapter.Active).OrderBy(adapter => adapter.Code, StringComparer.Ordinal).Select(adapter => Diagnosis.Doubtful(
                "suspension of adapter " + adapter.Code, $"suspended since {adapter.SuspendedSince:u}", $"axis-hub adapter resume {adapter.Code} --reason \"...\" once it may speak again")),
            .. directory.Agencies.Where(agency => !agency.Active).OrderBy(agency => agency.Code, StringComparer.Ordinal).Select(agency => Diagnosis.Doubtful(
                "suspension of agency " + agency.Code, $"suspended since {agency.SuspendedSince:u}", $"axis-hub agency resume {agency.Code} --reason \"...\" once it may send and receive again")),
            .. directory.Agencies.SelectMany(agency => directory.DelegationsOf(agency.AgencyId).Where(delegation => Ends(delegation, now)).Select(delegation => Diagnosis.Doubtful(
                $"delegation of {agency.Code} to adapter {delegation.AdapterCode}", $"ends at {delegation.Until:u}",
                $"axis-hub agency delegate {agency.Code} --adapter {delegation.AdapterCode} ... if it is to go on"))).OrderBy(diagnosis => diagnosis.Check, StringComparer.Ordinal),
        ];
        return found.Count > 0 ? found : [Diagnosis.Well("authority", "nothing is suspended, and no delegation ends within 30 days")];
    }

    private static bool Ends(DelegationEntry delegation, DateTimeOffset now) => delegation.Until is { } end && now < end && end - now <= Notice;
}
