using System.Security.Cryptography.X509Certificates;
using Agency.Adapter.Spool;
using Axis.Contracts.Sealing;
using Dapper;

namespace Agency.Adapter.HubLink;

/// <summary>Certificates by hash: from the spool, else fetched once from the hub and kept (protocol.md 2).</summary>
internal sealed class CertificateCache(SpoolDatabase database, IHubApi hub, TimeProvider time) : ICertificateSource
{
    public async ValueTask<RegisteredCertificate?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        var kept = database.Read(spool => spool.QueryFirstOrDefault<CertificateRow>(SpoolSql.FindCertificate, new { Sha256 = sha256 }));
        if (kept is not null)
        {
            return Show(kept.Der, kept.WithdrawnAt?.Time());
        }

        if (await hub.FindCertificateAsync(sha256, cancellationToken) is not { } der)
        {
            return null;
        }

        await database.WriteAsync(transaction => transaction.Execute(SpoolSql.AddCertificate, new
        {
            Sha256 = sha256,
            Der = der,
            WithdrawnAt = (long?)null,
            FetchedAt = time.Now().Stamp(),
        }));
        return Show(der, null);
    }

    private static RegisteredCertificate Show(byte[] der, DateTimeOffset? withdrawnAt) =>
        new(X509CertificateLoader.LoadCertificate(der), withdrawnAt);

    private sealed record CertificateRow
    {
        public byte[] Der { get; init; } = [];
        public long? WithdrawnAt { get; init; }
    }
}
