using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;
using Axis.Contracts.Tls;

namespace Agency.Adapter;

/// <summary>The adapter's own certificate with its key, and the authorities it trusts, as the settings name them.</summary>
internal sealed class AdapterCertificates : IDisposable
{
    public AdapterCertificates(AdapterOptions options)
    {
        Own = Load(options);
        Anchors = new TrustAnchors(ReadAll(options.RootsPath), ReadAll(options.IntermediatesPath));
        Hub = ServerTrust.In(Anchors);
        Broker = options.BrokerRootsPath switch
        {
            "" => Hub,
            AdapterOptions.MachineRoots => ServerTrust.Machine,
            var path => ServerTrust.Load(path),
        };
        TimeStampAuthorities = options.TimeStampRootsPath.Length > 0 ? TrustAnchors.Of(ReadAll(options.TimeStampRootsPath)) : null;
    }

    /// <summary>Seals, and identifies at the hub's endpoint.</summary>
    public X509Certificate2 Own { get; }

    /// <summary>Own roots and issuing authorities.</summary>
    public TrustAnchors Anchors { get; }

    /// <summary>Whom the hub's endpoint is believed by: the own roots; the machine's store is never asked.</summary>
    public ServerTrust Hub { get; }

    /// <summary>Whom the broker is believed by: the authorities named for it, the machine's where the settings say so, else the own.</summary>
    public ServerTrust Broker { get; }

    /// <summary>The time-stamping authorities trusted here, or <c>null</c> when none is configured.</summary>
    public TrustAnchors? TimeStampAuthorities { get; }

    public void Dispose()
    {
        Own.Dispose();
        foreach (var certificate in Anchors.Roots.Concat(Anchors.Intermediates))
        {
            certificate.Dispose();
        }
    }

    private static X509Certificate2 Load(AdapterOptions options)
    {
        if (Path.GetExtension(options.CertificatePath) is ".pfx" or ".p12")
        {
            return X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.KeyPassword);
        }

        using var fromPem = X509Certificate2.CreateFromPemFile(
            options.CertificatePath, options.KeyPath.Length > 0 ? options.KeyPath : options.CertificatePath);

        // TLS on some platforms refuses a key that lives in memory only; through PKCS#12 it works everywhere.
        return X509CertificateLoader.LoadPkcs12(fromPem.Export(X509ContentType.Pkcs12), null);
    }

    private static X509Certificate2[] ReadAll(string path)
    {
        if (path.Length == 0)
        {
            return [];
        }

        var all = new X509Certificate2Collection();
        IEnumerable<string> files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.pem").Order() : [path];
        foreach (var file in files)
        {
            all.ImportFromPemFile(file);
        }

        return [.. all];
    }
}
