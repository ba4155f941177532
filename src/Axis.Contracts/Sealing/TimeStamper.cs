using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Sealing;

/// <summary>
/// Puts time stamps on seals: asks an authority to stamp the SHA-256 of the signature value (RFC 3161) and keeps its token as the
/// unsigned attribute signature-time-stamp (ETSI EN 319 122-1 5.3; RFC 5126 6.1.1). The token is asked for with its certificate, since seals on the
/// wire carry none. What comes back is judged as a receiver will judge it, so that no bad stamp ever leaves. Safe for concurrent use.
/// </summary>
/// <param name="authority">Whom to ask.</param>
/// <param name="authorities">The time-stamping authorities trusted here.</param>
/// <param name="time">Ages what is kept of an authority's certificate.</param>
public sealed class TimeStamper(ITimeStampAuthority authority, TrustAnchors authorities, TimeProvider time)
{
    private const int NonceBytes = 8;

    private readonly TimeStampVerifier verifier = new(authorities, time);

    /// <summary>Stamps a seal.</summary>
    /// <param name="seal">A seal as <see cref="Sealer"/> makes it, without a stamp.</param>
    /// <param name="sealedAt">The manifest's sealed-at, which the stamp has to bear out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CryptographicException">The bytes are no seal.</exception>
    public async Task<TimeStampOutcome> StampAsync(byte[] seal, DateTimeOffset sealedAt, CancellationToken cancellationToken)
    {
        var cms = new SignedCms();
        cms.Decode(seal);
        SignerInfo signer = cms.SignerInfos[0];
        var request = Rfc3161TimestampRequest.CreateFromSignerInfo(
            signer, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(NonceBytes), requestSignerCertificates: true);
        Rfc3161TimestampToken token;
        try
        {
            byte[] answer = await authority.AskAsync(request.Encode(), cancellationToken).ConfigureAwait(false);
            token = request.ProcessResponse(answer, out _);
        }
        catch (TimeStampAuthorityException away)
        {
            return new TimeStampOutcome.Failed(Finding.Refuse(ErrorCatalogue.TimeStampAuthorityAway, "", away.Message));
        }
        catch (CryptographicException refused)
        {
            return new TimeStampOutcome.Failed(Finding.Refuse(ErrorCatalogue.TimeStampNotGiven, "", refused.Message));
        }

        signer.AddUnsignedAttribute(new AsnEncodedData(new Oid(SealForm.SignatureTimeStamp), token.AsSignedCms().Encode()));
        byte[] stamped = cms.Encode();
        TimeStampVerdict verdict = verifier.Judge(SealForm.Read(stamped), sealedAt);
        return verdict is { IsOk: true, StampedAt: { } stampedAt }
            ? new TimeStampOutcome.Stamped(stamped, stampedAt)
            : new TimeStampOutcome.Failed(verdict.Finding!);
    }
}
