using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Platform.Storage;
using MassTransit;

namespace Axis.Hub.Agencies;

/// <summary>
/// The registry in the database. Every change is one transaction with its line in the audit trail and a raised version, by which
/// other hubs see that their snapshots are old.
/// </summary>
internal sealed class RegistryStore(IDatabase database, TimeProvider time)
{
    /// <summary>Raised after a change made here was committed; other hubs and programs are seen by the version only.</summary>
    public event Action? Changed;

    public Task<long> FindVersionAsync(CancellationToken cancellation) =>
        database.ReadAsync("registry-version", (session, token) => session.FindAsync<long>(RegistrySql.FindVersion, null, token), cancellation);

    /// <summary>The whole registry and its version, from one consistent read.</summary>
    public Task<(long Version, AgencyDirectory Directory)> LoadAsync(CancellationToken cancellation) =>
        database.ReadAsync("registry-load", async (session, token) =>
        {
            var version = await session.FindAsync<long>(RegistrySql.FindVersion, null, token);
            var agencies = await session.QueryAsync<AgencyRow>(RegistrySql.ListAgencies, null, token);
            var aliases = await session.QueryAsync<AliasRow>(RegistrySql.ListAliases, null, token);
            var adapters = await session.QueryAsync<AdapterRow>(RegistrySql.ListAdapters, null, token);
            var delegations = await session.QueryAsync<DelegationRow>(RegistrySql.ListDelegations, null, token);
            return (version, new AgencyDirectory(
                agencies.Select(row => new AgencyEntry(
                    row.AgencyId, row.Code, row.NameVi, row.NameEn, row.Kind, row.ParentId, row.AdapterCode, row.Active, row.Pilot, row.ChangedAt)
                {
                    SuspendedSince = row.SuspendedSince, OfficeHours = row.OfficeHours,
                }),
                aliases.Select(AliasEntry.Of),
                adapters.Select(row => new AdapterEntry(row.Code, row.Name, row.Status == AdapterRow.ActiveStatus, row.CertificateSha256) { SuspendedSince = row.SuspendedSince }),
                delegations.Select(DelegationEntry.Of)));
        }, cancellation);

    public Task<IReadOnlyList<AdapterRow>> ListAdaptersAsync(CancellationToken cancellation) =>
        database.ReadAsync("registry-adapters", (session, token) => session.QueryAsync<AdapterRow>(RegistrySql.ListAdapters, null, token), cancellation);

    public Task<IReadOnlyList<CertificateLine>> ListCertificatesAsync(CancellationToken cancellation) =>
        database.ReadAsync("registry-certificates", (session, token) => session.QueryAsync<CertificateLine>(RegistrySql.ListCertificates, null, token), cancellation);

    public Task<IReadOnlyList<DelegationRow>> ListDelegationsAsync(CancellationToken cancellation) =>
        database.ReadAsync("registry-delegations", (session, token) => session.QueryAsync<DelegationRow>(RegistrySql.ListDelegations, null, token), cancellation);

    /// <summary>Null when no certificate has this SHA-256.</summary>
    public Task<RegisteredCertificate?> FindCertificateAsync(string sha256, CancellationToken cancellation) =>
        database.ReadAsync("registry-certificate", async (session, token) =>
            await session.FindAsync<CertificateBytes>(RegistrySql.FindCertificate, new { sha256 }, token) is { } row
                ? new RegisteredCertificate(X509CertificateLoader.LoadCertificate(row.Der), row.Withdrawn)
                : null, cancellation);

    /// <summary>
    /// Runs a change of agencies: <paramref name="decide"/> sees what is there and answers what to insert and update.
    /// It may run more than once.
    /// </summary>
    public Task<T> ChangeAgenciesAsync<T>(
        RegistryAct act, Func<IReadOnlyList<AgencyRow>, IReadOnlyList<AliasRow>, (AgencyChange Change, T Result)> decide, CancellationToken cancellation) =>
        ChangeAsync("registry-agencies", async (session, token) =>
        {
            // First of all, as for authority: neither writes over what the other has just changed.
            await session.ExecuteAsync(RegistrySql.RaiseVersion, null, token);
            var agencies = await session.QueryAsync<AgencyRow>(RegistrySql.ListAgencies, null, token);
            var (change, result) = decide(agencies, await session.QueryAsync<AliasRow>(RegistrySql.ListAliases, null, token));
            if (change.IsEmpty)
            {
                return result;
            }

            if (AgencyHours.Differ(agencies.Select(AgencyHours.RowOf), change.Over(agencies).Select(AgencyHours.RowOf)))
            {
                // Open due times are counted by the hours of their receivers.
                await CalendarStore.AppendAsync(session, $"{act.Action} {act.Subject}", null, act.Detail, act.Actor, time.GetUtcNow(), token);
            }

            await ExecuteAsync(session, RegistrySql.InsertAgencies, change.Inserted, token);
            await ExecuteAsync(session, RegistrySql.UpdateAgencies, change.Updated, token);
            await ExecuteAsync(session, RegistrySql.InsertAliases, change.Aliases, token);
            await ExecuteAsync(session, RegistrySql.UpdateAliases, change.ChangedAliases, token);
            await RecordAsync(session, [.. change.Inserted, .. change.Updated], token);
            foreach (var one in change.Succeeded)
            {
                await AuditAsync(session, new(act.Actor, "agency-succeed", one.Code, $"by {one.Successor} from {one.From:u}: {act.Action} {act.Subject}"), token);
            }

            await AuditAsync(session, act, token);
            return result;
        }, cancellation);

    /// <summary>
    /// Runs a change of authority: <paramref name="decide"/> sees the registry as nobody else changes it meanwhile, and answers what becomes of it.
    /// It may run more than once.
    /// </summary>
    public Task<T> ChangeAuthorityAsync<T>(RegistryAct act, Func<RegistryRows, (AuthorityChange Change, T Result)> decide, CancellationToken cancellation) =>
        ChangeAsync("registry-authority", async (session, token) =>
        {
            // First of all, so that two changes stand in line at its row.
            await session.ExecuteAsync(RegistrySql.RaiseVersion, null, token);
            var (change, result) = decide(new(
                await session.QueryAsync<AgencyRow>(RegistrySql.ListAgencies, null, token),
                await session.QueryAsync<AliasRow>(RegistrySql.ListAliases, null, token),
                await session.QueryAsync<AdapterRow>(RegistrySql.ListAdapters, null, token),
                await session.QueryAsync<DelegationRow>(RegistrySql.ListDelegations, null, token)));
            if (change.IsEmpty)
            {
                return result;
            }

            await ExecuteAsync(session, RegistrySql.UpdateAgencies, change.Agencies, token);
            await ExecuteAsync(session, RegistrySql.UpdateAliases, change.Aliases, token);
            await RecordAsync(session, change.Agencies, token);
            foreach (var row in change.Granted)
            {
                await session.ExecuteAsync(RegistrySql.InsertDelegation, Parameters(row), token);
            }

            foreach (var row in change.Revoked)
            {
                await session.ExecuteAsync(
                    RegistrySql.RevokeDelegation, new { delegationId = row.DelegationId, at = row.RevokedAt, by = row.RevokedBy, reason = row.RevokedReason }, token);
            }

            await AuditAsync(session, act, token);
            return result;
        }, cancellation);

    /// <summary>
    /// Adds or changes an adapter, lays the agencies named into its hands, and registers its certificate. A certificate that it had before
    /// stays known: what it sealed must remain verifiable.
    /// </summary>
    public Task SaveAdapterAsync(
        AdapterRow adapter, IReadOnlyCollection<Guid> agencies, X509Certificate2? certificate, RegistryAct act, CancellationToken cancellation) =>
        ChangeAsync("registry-adapter", async (session, token) =>
        {
            if (certificate is not null)
            {
                await InsertCertificateAsync(session, certificate, adapter.Code, token);
            }

            if (await session.ExecuteAsync(RegistrySql.UpdateAdapter, Parameters(adapter), token) == 0)
            {
                await session.ExecuteAsync(RegistrySql.InsertAdapter, Parameters(adapter), token);
            }

            var named = agencies.ToHashSet();
            // Those that it serves already are told anew: whether it is suspended is part of what the directory says of them.
            var changed = (await session.QueryAsync<AgencyRow>(RegistrySql.ListAgencies, null, token))
                .Where(row => named.Contains(row.AgencyId) || row.AdapterCode == adapter.Code)
                .Select(row => row with { AdapterCode = adapter.Code, ChangedAt = adapter.ChangedAt })
                .ToList();
            await ExecuteAsync(session, RegistrySql.UpdateAgencies, changed, token);
            await RecordAsync(session, changed, token);
            await CommitAsync(session, act, token);
            return true;
        }, cancellation);

    /// <summary>Makes one of the hub's own certificates known, so that adapters can fetch it; nothing happens when it is known.</summary>
    public Task RegisterHubCertificateAsync(X509Certificate2 certificate, CancellationToken cancellation) =>
        database.WriteAsync("registry-hub-certificate", (session, token) => InsertCertificateAsync(session, certificate, null, token), cancellation);

    /// <summary>Lower-case hex SHA-256 of a certificate, by which seals name it.</summary>
    public static string Sha256Of(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));

    private async Task<T> ChangeAsync<T>(string name, Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var result = await database.WriteAsync(name, work, cancellation);
        Changed?.Invoke();
        return result;
    }

    private static Task<int> InsertCertificateAsync(ISqlSession session, X509Certificate2 certificate, string? adapterCode, CancellationToken token) =>
        session.ExecuteAsync(RegistrySql.InsertCertificate, new
        {
            sha256 = Sha256Of(certificate),
            adapterCode,
            der = certificate.RawData,
            subject = SqlWidth.Cut(certificate.Subject, SqlWidth.Subject),
            notBefore = new DateTimeOffset(certificate.NotBefore),
            notAfter = new DateTimeOffset(certificate.NotAfter),
        }, token);

    private static object Parameters(AdapterRow row) => new
    {
        code = row.Code,
        name = SqlWidth.Cut(row.Name, SqlWidth.AdapterName),
        status = row.Status,
        vendor = row.Vendor,
        contact = row.Contact,
        certificateSha256 = row.CertificateSha256,
        createdAt = row.CreatedAt,
        changedAt = row.ChangedAt,
        suspendedSince = row.SuspendedSince,
        suspendedBy = row.SuspendedBy,
        suspendedReason = row.SuspendedReason,
    };

    private static object Parameters(DelegationRow row) => new
    {
        delegationId = row.DelegationId,
        agencyId = row.AgencyId,
        adapterCode = row.AdapterCode,
        types = row.Types,
        validFrom = row.ValidFrom,
        validTo = row.ValidTo,
        reason = row.Reason,
        grantedBy = row.GrantedBy,
        grantedAt = row.GrantedAt,
    };

    /// <summary>What the registry knew and when: statements name agencies and add up their trees as they were (statement.md 5).</summary>
    private async Task RecordAsync(ISqlSession session, IReadOnlyCollection<AgencyRow> agencies, CancellationToken token)
    {
        if (agencies.Count > 0)
        {
            var successions = new Successions(await session.QueryAsync<AliasRow>(RegistrySql.ListAliases, null, token));
            var rows = agencies.Select(agency => (Agency: agency, Next: successions.Of(agency)))
                .Select(pair => new { EventId = NewId.NextSequentialGuid(), pair.Agency, SuccessorId = pair.Next?.AgencyId, SuccessorFrom = pair.Next?.From });
            await session.ExecuteAsync(RegistrySql.InsertAgencyEvents, new { rows = SqlJson.Write([.. rows]), at = SqlTime.Cut(time.GetUtcNow()) }, token);
        }
    }

    private static async Task ExecuteAsync<T>(ISqlSession session, SqlText text, IReadOnlyCollection<T> rows, CancellationToken token)
    {
        if (rows.Count > 0)
        {
            await session.ExecuteAsync(text, new { rows = SqlJson.Write(rows) }, token);
        }
    }

    private async Task CommitAsync(ISqlSession session, RegistryAct act, CancellationToken token)
    {
        await session.ExecuteAsync(RegistrySql.RaiseVersion, null, token);
        await AuditAsync(session, act, token);
    }

    private Task<int> AuditAsync(ISqlSession session, RegistryAct act, CancellationToken token) => session.ExecuteAsync(RegistrySql.AppendAudit, new
    {
        auditId = NewId.NextSequentialGuid(),
        actor = act.Actor,
        action = act.Action,
        subject = SqlWidth.Cut(act.Subject, SqlWidth.Subject),
        detail = act.Detail,
        at = time.GetUtcNow(),
    }, token);

    private sealed record CertificateBytes
    {
        public required byte[] Der { get; init; }
        public DateTimeOffset? Withdrawn { get; init; }
    }
}

/// <summary>What a change does to the agencies.</summary>
/// <param name="Aliases">Spellings that are new.</param>
internal sealed record AgencyChange(IReadOnlyList<AgencyRow> Inserted, IReadOnlyList<AgencyRow> Updated, IReadOnlyList<AliasRow> Aliases)
{
    public IReadOnlyList<AliasRow> ChangedAliases { get; init; } = [];

    /// <summary>Agencies that have another successor now, for the audit trail.</summary>
    public IReadOnlyList<(string Code, string Successor, DateTimeOffset From)> Succeeded { get; init; } = [];

    public bool IsEmpty => Inserted.Count + Updated.Count + Aliases.Count + ChangedAliases.Count == 0;

    /// <summary>The agencies after it.</summary>
    public IEnumerable<AgencyRow> Over(IEnumerable<AgencyRow> agencies)
    {
        var changed = Updated.ToDictionary(row => row.AgencyId);
        return agencies.Select(row => changed.GetValueOrDefault(row.AgencyId) ?? row).Concat(Inserted);
    }
}

/// <summary>The registry as one change sees it.</summary>
internal sealed record RegistryRows(
    IReadOnlyList<AgencyRow> Agencies, IReadOnlyList<AliasRow> Aliases, IReadOnlyList<AdapterRow> Adapters, IReadOnlyList<DelegationRow> Delegations);

/// <summary>What a change of authority does: agencies and spellings changed in place, delegations granted and revoked.</summary>
internal sealed record AuthorityChange
{
    public static AuthorityChange None { get; } = new();

    public IReadOnlyList<AgencyRow> Agencies { get; init; } = [];

    public IReadOnlyList<AliasRow> Aliases { get; init; } = [];

    public IReadOnlyList<DelegationRow> Granted { get; init; } = [];

    public IReadOnlyList<DelegationRow> Revoked { get; init; } = [];

    public bool IsEmpty => Agencies.Count + Aliases.Count + Granted.Count + Revoked.Count == 0;
}
