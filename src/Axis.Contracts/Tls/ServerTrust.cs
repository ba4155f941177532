using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tls;

/// <summary>
/// Which servers are believed over TLS: their certificate leads to a trusted authority, is in its time by the machine's clock, was issued for
/// server authentication and bears the name that was called. Withdrawn certificates are not asked about. Safe for concurrent use.
/// </summary>
public sealed class ServerTrust
{
    /// <summary>The only protocols spoken.</summary>
    public const SslProtocols Protocols = SslProtocols.Tls12 | SslProtocols.Tls13;

    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const X509ChainStatusFlags Time = X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.NotTimeNested;

    private readonly TrustAnchors? anchors;

    private ServerTrust(TrustAnchors? anchors) => this.anchors = anchors;

    /// <summary>Trusts the roots of the machine's own store.</summary>
    public static ServerTrust Machine { get; } = new(null);

    /// <summary>Trusts these authorities and no others; the machine's store is not asked.</summary>
    public static ServerTrust In(TrustAnchors anchors)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        return new(anchors);
    }

    /// <summary>Trusts the authorities of a PEM file and no others; an empty path stands for the machine's own store.</summary>
    /// <exception cref="CryptographicException">The file cannot be used, with the sentence of <see cref="FaultOf"/>.</exception>
    public static ServerTrust Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            return Machine;
        }

        var (anchors, fault) = Read(path);
        return fault is null ? new(anchors) : throw new CryptographicException($"{fault.Code} {fault.English}");
    }

    /// <summary>What is wrong with a file for <see cref="Load"/>, or <c>null</c>.</summary>
    public static Finding? FaultOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Length == 0 ? null : Read(path).Fault;
    }

    /// <summary>
    /// Why a server is not believed, or <c>null</c> when it is. The first of: no certificate, no trusted authority, not in its time, another
    /// purpose, another name.
    /// </summary>
    /// <param name="host">Name or address that was called.</param>
    /// <param name="shown">Certificate that the server showed.</param>
    /// <param name="presented">Chain of the handshake: issuers that the server sent along.</param>
    /// <param name="errors">What the platform found. Its verdict on the chain is not asked: it knows the machine's roots only.</param>
    public Finding? Judge(string host, X509Certificate? shown, X509Chain? presented, SslPolicyErrors errors)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (shown is null)
        {
            return Finding.Refuse(ErrorCatalogue.ServerWithoutTls, "", host, "it shows no certificate.");
        }

        using var leaf = X509CertificateLoader.LoadCertificate(shown.GetRawCertData());
        using var chain = Build(leaf, presented);
        var found = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
        var elsewhere = found & ~(Time | X509ChainStatusFlags.NotValidForUsage);
        return elsewhere != X509ChainStatusFlags.NoError ? Finding.Refuse(ErrorCatalogue.ServerUntrusted, "", host, $"{leaf.Subject}, {leaf.Issuer}: {elsewhere}")
            : (found & Time) != X509ChainStatusFlags.NoError ? OutOfTime(host, chain)
            : (found & X509ChainStatusFlags.NotValidForUsage) != X509ChainStatusFlags.NoError || !IsForServers(leaf)
                ? Finding.Refuse(ErrorCatalogue.ServerPurposeMissing, "", host)
            : !Bears(leaf, host) || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None
                ? Finding.Refuse(ErrorCatalogue.ServerNameDiffers, "", host, NamesOf(leaf))
            : null;
    }

    /// <summary>The same judgement for the handshakes with one server.</summary>
    public ServerJudge For(string host) => new(this, host);

    private static (TrustAnchors? Anchors, Finding? Fault) Read(string path)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return (null, Unusable(unreadable.Message.TrimEnd('.')));
        }

        var anchors = TrustAnchors.Of(certificates);
        return anchors.Roots.Count > 0 ? (anchors, null) : (null, Unusable("it holds no self-signed root"));

        Finding Unusable(string reason) => Finding.Refuse(ErrorCatalogue.ServerRootsUnusable, "", path, reason);
    }

    private X509Chain Build(X509Certificate2 leaf, X509Chain? presented)
    {
        var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        if (anchors is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(anchors.Roots.ToArray());
            policy.ExtraStore.AddRange(anchors.Intermediates.ToArray());
        }

        if (presented is not null)
        {
            // On some platforms only the one, on others only the other holds what the server sent.
            policy.ExtraStore.AddRange(presented.ChainPolicy.ExtraStore);
            policy.ExtraStore.AddRange(presented.ChainElements.Select(element => element.Certificate).ToArray());
        }

        chain.Build(leaf);
        return chain;
    }

    private static Finding OutOfTime(string host, X509Chain chain)
    {
        var late = chain.ChainElements
            .First(element => element.ChainElementStatus.Any(status => (status.Status & Time) != X509ChainStatusFlags.NoError)).Certificate;
        return Finding.Refuse(ErrorCatalogue.ServerCertificateOutOfTime, "", host, late.Subject, Utc(late.NotBefore), Utc(late.NotAfter));
    }

    // The chain takes a certificate without the extension for any purpose; a seal's certificate is such a one.
    private static bool IsForServers(X509Certificate2 leaf) => leaf.Extensions.OfType<X509EnhancedKeyUsageExtension>()
        .Any(usage => usage.EnhancedKeyUsages.Cast<Oid>().Any(purpose => purpose.Value == ServerAuthentication));

    private static bool Bears(X509Certificate2 leaf, string host) =>
        leaf.MatchesHostname(host.Trim('[', ']'), allowWildcards: true, allowCommonName: false);

    private static string NamesOf(X509Certificate2 leaf)
    {
        var names = leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())));
        return string.Join(", ", names.DefaultIfEmpty("none"));
    }

    private static string Utc(DateTime local) => local.ToUniversalTime().ToString("u", CultureInfo.InvariantCulture);
}
