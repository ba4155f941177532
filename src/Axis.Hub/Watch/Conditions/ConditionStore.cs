using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Conditions;

/// <summary>Reads what conditions are judged by.</summary>
internal sealed class ConditionStore(IDatabase database)
{
    /// <summary>Alerts of conditions that are open, and those that a person has closed while they last.</summary>
    public Task<IReadOnlyList<AlertRow>> ListOpenAsync(CancellationToken cancellation) => database.ReadAsync("list-conditions", async (session, token) =>
        (IReadOnlyList<AlertRow>)[.. (await session.QueryAsync<AlertRow>(ConditionSql.ListConditions, null, token)).Where(row => AlertKinds.Lasts(row.Kind))
            .OrderBy(row => row.ClosedAt is null).DistinctBy(row => row.AlertKey)], cancellation);

    /// <summary>Open dead letters by adapter.</summary>
    public Task<IReadOnlyDictionary<string, int>> CountDeadLettersAsync(CancellationToken cancellation) => database.ReadAsync("count-dead-letters", async (session, token) =>
        (IReadOnlyDictionary<string, int>)(await session.QueryAsync<Count>(ConditionSql.CountDeadLetters, null, token)).ToDictionary(row => row.AdapterCode, row => row.Letters), cancellation);

    /// <summary>E-mail given up since, and that whose patience ends before an instant.</summary>
    public Task<MailReading?> CountUndeliveredAsync(DateTimeOffset since, DateTimeOffset lateBefore, CancellationToken cancellation) =>
        database.ReadAsync("count-undelivered", (session, token) => session.FindAsync<MailReading>(ConditionSql.CountUndelivered, new { since, lateBefore }, token), cancellation);

    public Task<IReadOnlyList<CertificateLine>> ListCertificatesAsync(CancellationToken cancellation) =>
        database.ReadAsync("watch-certificates", (session, token) => session.QueryAsync<CertificateLine>(RegistrySql.ListCertificates, null, token), cancellation);

    private sealed record Count
    {
        public required string AdapterCode { get; init; }
        public required int Letters { get; init; }
    }
}
