using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;
using MassTransit;

namespace Axis.Simulator.Nation;

/// <summary>The registry of the embedded nation: what is added is seen at once.</summary>
internal sealed class NationRegistry(TimeProvider time) : IAgencyRegistry, ICertificateSource
{
    private readonly ConcurrentDictionary<string, RegisteredCertificate> certificates = new();
    private readonly List<AgencyEntry> agencies = [];
    private readonly List<AdapterEntry> adapters = [];
    private volatile AgencyDirectory directory = new([], [], []);

    /// <summary>Registers a certificate and returns its hash.</summary>
    public string Add(X509Certificate2 certificate)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));
        certificates[sha256] = new RegisteredCertificate(certificate);
        return sha256;
    }

    public void Add(AdapterPlan adapter, X509Certificate2 certificate)
    {
        var sha256 = Add(certificate);
        adapters.Add(new(adapter.Code, adapter.Code, true, sha256));
        foreach (var agency in adapter.Agencies)
        {
            var parent = agency.Parent is { } code ? agencies.Single(candidate => candidate.Code == code).AgencyId : (Guid?)null;
            agencies.Add(new(
                NewId.NextSequentialGuid(), agency.Addressee.Code, agency.Addressee.Name, agency.Addressee.Name, parent is null ? "province" : "unit",
                parent, agency.OwnConnection ? adapter.Code : null, true, false, time.GetUtcNow()));
        }

        directory = new(agencies, agencies.Select(agency => new AliasEntry(agency.Code, agency.AgencyId, "code", null, null)), adapters);
    }

    public ValueTask<AgencyDirectory> CurrentAsync(CancellationToken cancellation) => new(directory);

    public ValueTask<RegisteredCertificate?> FindAsync(string sha256, CancellationToken cancellationToken) =>
        new(certificates.GetValueOrDefault(sha256));
}
