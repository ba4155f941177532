using System.Security.Cryptography.X509Certificates;
using Agency.Adapter.Spool;
using Axis.Contracts.Sealing;
using Dapper;

namespace Agency.Adapter.HubLink;

/// <summary>
/// Certificates by hash: from the spool, else fetched from the hub and kept (protocol.md 2). Once a day the hub is asked whether it
/// has withdrawn one; while it is away, what is kept is used.
/// </summary>
internal sealed class CertificateCache(SpoolDatabase database, IHubApi hub, TimeProvider time) : ICertificateSource
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    public async ValueTask<RegisteredCertificate?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        var kept = database.Read(spool => spool.QueryFirstOrDefault<CertificateRow>(SpoolSql.FindCertificate, new { Sha256 = sha256 }));
        if (kept is not null && time.GetUtcNow() - kept.FetchedAt.Time() < Fresh)
        {
            return kept.Show();
        }

        try
        {
            return await FetchAsync(sha256, cancellationToken) ?? kept?.Show();
        }
        catch (HubAwayException) when (kept is not null)
        {
            return kept.Show();
        }
    }

    private async Task<RegisteredCertificate?> FetchAsync(string sha256, CancellationToken cancellation)
    {
        var registered = await hub.FindCertificateAsync(sha256, cancellation);
        if (registered is null || AgencyCertificate.HashOf(registered.Certificate) != sha256)
        {
            return null;
        }

        await database.WriteAsync(transaction => transaction.Execute(SpoolSql.AddCertificate, new
        {
            Sha256 = sha256,
            Der = registered.Certificate.RawData,
            WithdrawnAt = registered.WithdrawnAt?.Stamp(),
            FetchedAt = time.Now().Stamp(),
        }));
        return registered;
    }

    private sealed record CertificateRow
    {
        public byte[] Der { get; init; } = [];
        public long? WithdrawnAt { get; init; }
        public long FetchedAt { get; init; }

        public RegisteredCertificate Show() => new(X509CertificateLoader.LoadCertificate(Der), WithdrawnAt?.Time());
    }
}
