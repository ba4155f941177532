using System.Globalization;
using Agency.Adapter.HubLink;
using Agency.Adapter.Spool;
using Agency.Adapter.Work;
using Axis.Contracts.Http;
using Dapper;

namespace Agency.Adapter.Served;

/// <summary>Keeps the adapter's directory as the hub's is: at start and then every hour, what changed since.</summary>
internal sealed class DirectoryPump(
    SpoolDatabase database, AgencyDirectory directory, IHubApi hub, AdapterOptions options, TimeProvider time, ILogger<DirectoryPump> log)
    : Pump(new Pulse(time), time, options, log)
{
    private const string AsOf = "directory";

    private int failures;

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        var since = database.Read(spool => spool.QueryFirstOrDefault<string>(SpoolSql.FindMeta, new { Name = AsOf }));
        DirectoryPage page;
        try
        {
            page = await hub.ListAgenciesAsync(
                since is null ? null : DateTimeOffset.Parse(since, CultureInfo.InvariantCulture), cancellation);
        }
        catch (Exception away) when (away is HubAwayException or HubRefusedException)
        {
            HubLinkLog.DirectoryNotRead(log, away.Message);
            return BackOff.After(Options, failures++);
        }

        failures = 0;
        var now = Time.GetUtcNow();
        await directory.UpdateAsync([.. page.Agencies.Select(agency => Entry(agency, now))]);
        await database.WriteAsync(transaction => transaction.Execute(
            SpoolSql.SaveMeta, new { Name = AsOf, Value = page.AsOf.ToString("O", CultureInfo.InvariantCulture) }));
        return Options.RereadEvery;
    }

    private static DirectoryEntry Entry(DirectoryAgency agency, DateTimeOffset now) => new(
        agency.AgencyId, agency.Code,
        [.. agency.Aliases.Where(alias => (alias.From ?? now) <= now && (alias.Until is null || now < alias.Until)).Select(alias => alias.Code)],
        agency.NameVi, agency.NameEn, agency.Active, agency.ParentId, agency.Adapter);
}
