using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Sealing;

/// <summary>A registry in memory that counts how often it is asked.</summary>
internal sealed class Registry : ICertificateSource
{
    private readonly ConcurrentDictionary<string, RegisteredCertificate> certificates = new();
    private int asked;

    public int Asked => asked;

    public Registry Add(X509Certificate2 certificate, DateTimeOffset? withdrawnAt = null)
    {
        certificates[AgencyCertificate.HashOf(certificate)] =
            new(X509CertificateLoader.LoadCertificate(certificate.RawData), withdrawnAt);
        return this;
    }

    public void AddUnder(string sha256, X509Certificate2 certificate) => certificates[sha256] = new(certificate);

    public ValueTask<RegisteredCertificate?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref asked);
        return ValueTask.FromResult(certificates.GetValueOrDefault(sha256));
    }
}
