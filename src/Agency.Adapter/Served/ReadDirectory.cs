using System.Globalization;
using Agency.Adapter.HubLink;
using Agency.Adapter.Spool;
using Axis.Contracts.Http;
using Dapper;

namespace Agency.Adapter.Served;

/// <summary>Brings the adapter's directory to what the hub's is now.</summary>
internal sealed class ReadDirectory(SpoolDatabase database, AgencyDirectory directory, IHubApi hub, TimeProvider time) : IDisposable
{
    private const string AsOf = "directory";

    private readonly SemaphoreSlim gate = new(1, 1);
    private long? readAt;

    /// <summary>Reads what changed since the last time; whoever asks while another one waits is served by the same reading.</summary>
    /// <exception cref="HubAwayException">The hub was not reached.</exception>
    /// <exception cref="HubRefusedException">The hub does not tell this adapter.</exception>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        var asked = time.GetTimestamp();
        await gate.WaitAsync(cancellation);
        try
        {
            if (readAt > asked)
            {
                return;
            }

            var began = time.GetTimestamp();
            var since = database.Read(spool => spool.QueryFirstOrDefault<string>(SpoolSql.FindMeta, new { Name = AsOf }));
            var page = await hub.ListAgenciesAsync(
                since is null ? null : DateTimeOffset.Parse(since, CultureInfo.InvariantCulture), cancellation);
            await directory.UpdateAsync([.. page.Agencies.Select(Entry)]);
            await database.WriteAsync(transaction => transaction.Execute(
                SpoolSql.SaveMeta, new { Name = AsOf, Value = page.AsOf.ToString("O", CultureInfo.InvariantCulture) }));
            readAt = began;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private static DirectoryEntry Entry(DirectoryAgency agency) => new(
        agency.AgencyId, agency.Code, [.. agency.Aliases.Select(alias => alias.Code)], agency.NameVi, agency.NameEn, agency.Active, agency.ParentId, agency.Adapter)
    {
        SuspendedSince = agency.SuspendedSince,
        AdapterSuspendedSince = agency.AdapterSuspendedSince,
        Periods = [.. agency.Aliases.Where(alias => alias.From is not null || alias.Until is not null).Select(alias => new Period(alias.Code, alias.From, alias.Until))],
        Successions = [.. agency.Aliases.Where(alias => alias.Successor is not null).Select(alias => new Succession(alias.Code, alias.Successor!, alias.SuccessorFrom))],
        Delegations = agency.Delegations ?? [],
    };
}
