using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cmp;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;
using BouncyCertificate = Org.BouncyCastle.X509.X509Certificate;

namespace Axis.Simulator.TimeStamps;

/// <summary>
/// The mind of a time-stamping authority (RFC 3161): request in, response out. SHA-2 imprints only; the token brings its certificate when it is
/// asked to, names it by SHA-256 (RFC 5816) and tells the time to the millisecond. Safe for concurrent use.
/// </summary>
internal sealed class TimeStampResponder
{
    // ETSI EN 319 421: the policy of a time-stamping authority after best practice.
    private const string Policy = "0.4.0.2023.1.1";
    private const int SerialBytes = 16;

    private static readonly string[] Imprints = [TspAlgorithms.Sha256, TspAlgorithms.Sha384, TspAlgorithms.Sha512];

    private readonly TimeProvider time;
    private readonly TimeStampTokenGenerator tokens;

    /// <param name="certificate">Certificate with its key; critical extended key usage time stamping and nothing else.</param>
    /// <param name="time">The authority's clock.</param>
    public TimeStampResponder(X509Certificate2 certificate, TimeProvider time)
    {
        this.time = time;
        using AsymmetricAlgorithm key = (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey() ?? certificate.GetRSAPrivateKey()
            ?? throw new ArgumentException("The certificate has no private key.", nameof(certificate));
        var own = new BouncyCertificate(certificate.RawData);
        var signer = new Asn1SignatureFactory(
            key is RSA ? "SHA256WITHRSA" : "SHA256WITHECDSA", PrivateKeyFactory.CreateKey(key.ExportPkcs8PrivateKey()));
        tokens = new TimeStampTokenGenerator(
            new SignerInfoGeneratorBuilder().Build(signer, own), Asn1DigestFactory.Get(NistObjectIdentifiers.IdSha256),
            new DerObjectIdentifier(Policy), isIssuerSerialIncluded: true)
        {
            Resolution = Resolution.R_MILLISECONDS,
        };
        tokens.SetCertificates(CollectionUtilities.CreateStore([own]));
    }

    /// <summary>The TimeStampResp to a TimeStampReq, DER; what is no request is rejected as RFC 3161 2.4.2 says.</summary>
    public byte[] Answer(byte[] request)
    {
        // Keeps the state of one answer.
        var answer = new TimeStampResponseGenerator(tokens, Imprints);
        TimeStampRequest asked;
        try
        {
            asked = new TimeStampRequest(request);
        }
        catch (Exception broken) when (broken is IOException or ArgumentException or InvalidCastException)
        {
            return answer.GenerateFailResponse(PkiStatus.Rejection, PkiFailureInfo.BadDataFormat, "no TimeStampReq").GetEncoded();
        }

        var serial = new BigInteger(1, RandomNumberGenerator.GetBytes(SerialBytes));
        return answer.Generate(asked, serial, time.GetUtcNow().UtcDateTime).GetEncoded();
    }
}
