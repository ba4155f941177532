using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;
using Axis.Hub.Platform.Security;

namespace Axis.Hub.Operate.Doctor;

/// <summary>The hub's certificates and those registered for adapters: there, leading to the configured roots, in their time.</summary>
internal sealed class CertificatesCheck(HubOptions options, TimeProvider time)
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    public IReadOnlyList<Diagnosis> RunOwn()
    {
        try
        {
            using var own = HubCertificates.Load(options.CertificateFolder);
            return
            [
                Span("certificate of the hub's seal", own.Seal.NotBefore, own.Seal.NotAfter, "put a new seal.pem into " + options.CertificateFolder),
                Chain("chain of the hub's seal", own.Seal, own.Anchors),
                Span("certificate of the adapters' endpoint", own.Server.NotBefore, own.Server.NotAfter, "put a new server.pem into " + options.CertificateFolder),
                Chain("chain of the adapters' endpoint", own.Server, own.Anchors),
            ];
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return [Diagnosis.Wrong("hub certificates", missing.Message, "fill the certificate folder as Platform/Security/README.md says; for development run axis-hub migrate --authority FOLDER")];
        }
    }

    public IEnumerable<Diagnosis> RunAdapters(IReadOnlyList<AdapterRow> adapters, IReadOnlyList<CertificateLine> certificates)
    {
        foreach (var adapter in adapters)
        {
            var line = certificates.FirstOrDefault(certificate => certificate.Sha256 == adapter.CertificateSha256);
            yield return line is null
                ? Diagnosis.Wrong($"certificate of adapter {adapter.Code}", "none is registered", $"axis-hub adapter add {adapter.Code} with a certificate")
                : line.Withdrawn is { } withdrawn
                    ? Diagnosis.Wrong($"certificate of adapter {adapter.Code}", $"withdrawn since {withdrawn:u}", $"axis-hub adapter add {adapter.Code} with a new certificate")
                    : Span($"certificate of adapter {adapter.Code}", line.NotBefore, line.NotAfter, $"axis-hub adapter add {adapter.Code} with a new certificate");
        }
    }

    private static Diagnosis Chain(string check, X509Certificate2 certificate, TrustAnchors anchors)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(anchors.Roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(anchors.Intermediates.ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(certificate)
            ? Diagnosis.Well(check, "leads to a configured root")
            : Diagnosis.Wrong(check, string.Join(", ", chain.ChainStatus.Select(status => status.Status)), "add its root to roots.pem and its issuers to intermediates.pem");
    }

    private Diagnosis Span(string check, DateTimeOffset from, DateTimeOffset to, string remedy)
    {
        var now = time.GetUtcNow();
        return now < from || now > to
            ? Diagnosis.Wrong(check, $"valid from {from:u} to {to:u}", remedy)
            : to - now < Notice
                ? Diagnosis.Doubtful(check, $"valid until {to:u} only", remedy)
                : Diagnosis.Well(check, $"valid until {to:u}");
    }
}
