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
                .. TimeStampAuthorities(own.TimeStampAuthorities),
            ];
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return [Diagnosis.Wrong("hub certificates", missing.Message, "fill the certificate folder as Platform/Security/README.md says; for development run axis-hub migrate --authority FOLDER")];
        }
    }

    /// <param name="adapters">All of them.</param>
    /// <param name="certificates">All that are registered.</param>
    /// <param name="find">Reads the bytes of one.</param>
    /// <param name="cancellation">The end of patience.</param>
    public async Task<IReadOnlyList<Diagnosis>> RunAdaptersAsync(
        IReadOnlyList<AdapterRow> adapters, IReadOnlyList<CertificateLine> certificates,
        Func<string, CancellationToken, Task<RegisteredCertificate?>> find, CancellationToken cancellation)
    {
        using var own = LoadOwn();
        var found = new List<Diagnosis>();
        foreach (var adapter in adapters)
        {
            var check = "certificate of adapter " + adapter.Code;
            var renew = $"axis-hub adapter add {adapter.Code} with a new certificate";
            if (certificates.FirstOrDefault(certificate => certificate.Sha256 == adapter.CertificateSha256) is not { } line)
            {
                found.Add(Diagnosis.Wrong(check, "none is registered", $"axis-hub adapter add {adapter.Code} with a certificate"));
                continue;
            }

            if (line.Withdrawn is { } withdrawn)
            {
                found.Add(Diagnosis.Wrong(check, $"withdrawn since {withdrawn:u}", renew));
                continue;
            }

            var span = Span(check, line.NotBefore, line.NotAfter, renew);
            if (span.Health != Health.Wrong && own is not null && await find(line.Sha256, cancellation) is { } registered)
            {
                using var certificate = registered.Certificate;
                var chain = Chain(check, certificate, own.Anchors);
                found.Add(chain.Health == Health.Well ? span with { Found = span.Found + ", " + chain.Found } : chain);
                continue;
            }

            found.Add(span);
        }

        return found;
    }

    /// <summary>Null when they cannot be read, which is told where they are checked themselves.</summary>
    private HubCertificates? LoadOwn()
    {
        try
        {
            return HubCertificates.Load(options.CertificateFolder);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }
    }

    private IEnumerable<Diagnosis> TimeStampAuthorities(TrustAnchors? authorities)
    {
        const string Check = "time-stamping authorities";
        var file = Path.Combine(options.CertificateFolder, HubCertificates.TimeStampRootsFile);
        return authorities switch
        {
            null => [Diagnosis.Well(Check, "none configured: time stamps are not judged")],
            { Roots.Count: 0 } => [Diagnosis.Wrong(Check, $"{file} holds no root", "add the roots of the time-stamping authorities to it")],
            _ => authorities.Roots.Concat(authorities.Intermediates).Select(certificate =>
                Span($"{Check}: {certificate.Subject}", certificate.NotBefore, certificate.NotAfter, "put its successor into " + file)),
        };
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
