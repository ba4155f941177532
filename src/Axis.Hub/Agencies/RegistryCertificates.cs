using Axis.Contracts.Sealing;
using Axis.Hub.Platform.Security;

namespace Axis.Hub.Agencies;

/// <summary>Certificates of the registry, and the hub's own seal.</summary>
internal sealed class RegistryCertificates(RegistryStore store, HubCertificates certificates) : ICertificateSource
{
    private readonly string sealSha256 = RegistryStore.Sha256Of(certificates.Seal);

    public async ValueTask<RegisteredCertificate?> FindAsync(string sha256, CancellationToken cancellationToken) =>
        sha256 == sealSha256 ? new RegisteredCertificate(certificates.Seal) : await store.FindCertificateAsync(sha256, cancellationToken);
}
