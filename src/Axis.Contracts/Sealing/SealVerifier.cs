using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Sealing;

/// <summary>
/// Judges seals: intact, by a registered certificate, which leads to a configured root and was valid when the seal was made
/// (protocol.md 2, domain.md 4). When is the stamped time, if there is a time stamp, else what the seal claims. Nothing is downloaded.
/// Safe for concurrent use.
/// </summary>
/// <param name="source">Where certificates are found.</param>
/// <param name="anchors">The authorities trusted here.</param>
/// <param name="time">Ages the cache; the verdict's time is always the caller's.</param>
/// <param name="options">Settings, or <c>null</c> for the defaults.</param>
public sealed class SealVerifier(
    ICertificateSource source, TrustAnchors anchors, TimeProvider time, SealVerifierOptions? options = null)
{
    private readonly SealVerifierOptions options = options ?? new SealVerifierOptions();
    private readonly TimeStampVerifier stamps = new(options?.TimeStampAuthorities, time);
    private readonly ConcurrentDictionary<string, KnownCertificate> known = new(StringComparer.Ordinal);

    /// <summary>True when time-stamping authorities are configured on this side.</summary>
    public bool JudgesTimeStamps => options.TimeStampAuthorities is not null;

    /// <summary>Judges a seal over these exact bytes, the certificate's validity at its own signing time.</summary>
    public ValueTask<SealVerdict> VerifyAsync(
        ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> seal, CancellationToken cancellationToken) =>
        JudgeAsync(content, seal, null, cancellationToken);

    /// <summary>Judges a seal over these exact bytes.</summary>
    /// <param name="content">What was sealed.</param>
    /// <param name="seal">The seal's bytes.</param>
    /// <param name="at">
    /// When the certificate must have been valid: the manifest's sealed-at. A time stamp has to bear it out (<see cref="TimeStampRules"/>) and then
    /// takes its place.
    /// </param>
    /// <param name="cancellationToken">Gives up a look-up.</param>
    /// <returns>A verdict; no content and no seal, however broken, ends in an exception.</returns>
    public ValueTask<SealVerdict> VerifyAsync(
        ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> seal, DateTimeOffset at, CancellationToken cancellationToken) =>
        JudgeAsync(content, seal, at, cancellationToken);

    private async ValueTask<SealVerdict> JudgeAsync(
        ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> seal, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        SealForm form;
        try
        {
            form = SealForm.Read(seal);
        }
        catch (AsnContentException)
        {
            return Unread(SealCode.NoSignature, Finding.Refuse(ErrorCatalogue.SealMissing, ""));
        }
        catch (SealFormException fault)
        {
            ErrorEntry entry = fault.Code == SealCode.AlgorithmWeak ? ErrorCatalogue.SealWeak : ErrorCatalogue.SealForm;
            return Unread(fault.Code, Finding.Refuse(entry, "", fault.Message));
        }

        string sha256 = Convert.ToHexStringLower(form.CertificateSha256.Span);
        KnownCertificate? certificate = await FindAsync(sha256, cancellationToken).ConfigureAwait(false);
        return certificate is null
            ? new(SealCode.StatusUnknown, sha256, null, null, [], form.SigningTime,
                Finding.Refuse(ErrorCatalogue.SealCertificateUnknown, "", sha256))
            : Judge(content.Span, form, certificate, at ?? form.SigningTime);
    }

    private SealVerdict Judge(ReadOnlySpan<byte> content, SealForm form, KnownCertificate certificate, DateTimeOffset at)
    {
        if (certificate.Key.Weakness is { } weakness)
        {
            return Verdict(SealCode.AlgorithmWeak, Finding.Refuse(ErrorCatalogue.SealWeak, "", weakness));
        }

        if (!IsIntact(content, form, certificate))
        {
            return Verdict(SealCode.Altered, Finding.Refuse(ErrorCatalogue.SealAltered, ""));
        }

        TimeStampVerdict stamp = stamps.Judge(form, at);
        if (stamp.IsRefused)
        {
            return Verdict(stamp.Code, stamp.Finding, stamp);
        }

        at = stamp.StampedAt ?? at;
        KnownCertificate.ChainVerdict chain = certificate.ChainAt(at);
        string name = certificate.Names.Sha256;
        return chain.Code switch
        {
            SealCode.BadChain => Verdict(chain.Code, Finding.Refuse(ErrorCatalogue.SealChain, "", name), stamp),
            SealCode.ExpiredAtSigning => Verdict(chain.Code, Finding.Refuse(ErrorCatalogue.SealExpired, "", name, Show(at)), stamp),
            SealCode.AlgorithmWeak => Verdict(chain.Code, Finding.Refuse(ErrorCatalogue.SealWeak, "", chain.Detail), stamp),
            _ when certificate.WithdrawnAt is { } withdrawn && at >= withdrawn =>
                Verdict(SealCode.RevokedAtSigning, Finding.Refuse(ErrorCatalogue.SealRevoked, "", name, Show(withdrawn)), stamp),
            _ => Verdict(SealCode.Ok, null, stamp),
        };

        SealVerdict Verdict(SealCode code, Finding? finding, TimeStampVerdict? stamp = null) => new(
            code, certificate.Names.Sha256, certificate.Names.Subject, certificate.Names.Adapter, certificate.Names.Agencies,
            form.SigningTime, finding, stamp);
    }

    private static bool IsIntact(ReadOnlySpan<byte> content, SealForm form, KnownCertificate certificate)
    {
        if (form.IsRsa != certificate.Key.IsRsa
            || !form.Issuer.Span.SequenceEqual(certificate.Issuer.Span)
            || !form.SerialNumber.Span.SequenceEqual(certificate.SerialNumber.Span))
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[SHA512.HashSizeInBytes];
        hash = hash[..CryptographicOperations.HashData(form.Digest, content, hash)];
        if (!CryptographicOperations.FixedTimeEquals(hash, form.MessageDigest.Span))
        {
            return false;
        }

        CryptographicOperations.HashData(form.Digest, form.SignedAttributes, hash);
        return certificate.Key.Verifies(hash, form.Digest, form.Signature.Span);
    }

    private async ValueTask<KnownCertificate?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(sha256, out KnownCertificate? kept) && time.GetElapsedTime(kept.LoadedAt) < options.CacheLife)
        {
            return kept;
        }

        RegisteredCertificate? registered = await source.FindAsync(sha256, cancellationToken).ConfigureAwait(false);
        if (registered is null || AgencyCertificate.HashOf(registered.Certificate) != sha256)
        {
            known.TryRemove(sha256, out _);
            return null;
        }

        if (known.Count >= options.CacheSize)
        {
            known.Clear();
        }

        return known[sha256] = new KnownCertificate(registered, anchors, time.GetTimestamp());
    }

    private static SealVerdict Unread(SealCode code, Finding finding) => new(code, null, null, null, [], null, finding);

    private static string Show(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
