using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Sealing;

/// <summary>A third opinion: OpenSSL verifies the stamps that end up in seals, and stamps are accepted that OpenSSL makes.</summary>
public sealed class TimeStampOpensslTests : IDisposable
{
    private static readonly byte[] Content = [1, 2, 3];

    private readonly TestAuthority authority = new("TSA");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => authority.Dispose();

    [Theory, InlineData(true), InlineData(false)]
    public async Task Openssl_verifies_the_stamp_of_a_seal(bool rsa)
    {
        using Openssl openssl = Openssl.Require();
        using X509Certificate2 stamping = authority.IssueTimeStamping(rsa, purposes: TestStamps.TimeStamping);
        var clock = new StoppedClock(TestAuthority.Noon);
        byte[] seal = Seal(TestAuthority.Noon);
        var stamped = (await new TimeStamper(TestStamps.Authority(stamping, clock), authority.Anchors, clock)
            .StampAsync(seal, TestAuthority.Noon, Cancelled)).ShouldBeOfType<TimeStampOutcome.Stamped>();
        openssl.Write("token.der", TokenOf(stamped.Seal));
        openssl.Write("signature.bin", TestStamps.SignatureOf(stamped.Seal));
        openssl.Write("other.bin", TestStamps.SignatureOf(Seal(TestAuthority.Noon)));
        openssl.Write("root.pem", authority.Anchors.Roots[0].ExportCertificatePem());
        openssl.Write("issuing.pem", authority.Anchors.Intermediates[0].ExportCertificatePem());

        openssl.Run(Verify("signature.bin")).ShouldContain("Verification: OK");

        openssl.Try(Verify("other.bin")).Exit.ShouldNotBe(0, "a stamp of another seal must not pass there either");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_stamp_by_openssl_is_accepted(bool rsa)
    {
        using Openssl openssl = Openssl.Require();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 stamping = authority.IssueTimeStamping(
            rsa, from: now.AddDays(-1), to: now.AddDays(1), purposes: TestStamps.TimeStamping);
        using AsymmetricAlgorithm key = (AsymmetricAlgorithm?)stamping.GetECDsaPrivateKey() ?? stamping.GetRSAPrivateKey()!;
        openssl.Write("stamping.pem", stamping.ExportCertificatePem());
        openssl.Write("stamping.key", key.ExportPkcs8PrivateKeyPem());
        openssl.Write("serial", "01\n");
        openssl.Write("tsa.cnf", """
            [tsa]
            default_tsa = ours
            [ours]
            serial = serial
            signer_digest = sha256
            default_policy = 0.4.0.2023.1.1
            digests = sha256
            ess_cert_id_alg = sha256
            """);

        TimeStampOutcome outcome = await new TimeStamper(new Responder(openssl), authority.Anchors, TimeProvider.System)
            .StampAsync(Seal(now), now, Cancelled);

        outcome.ShouldBeOfType<TimeStampOutcome.Stamped>().StampedAt.ShouldBeInRange(now.AddSeconds(-2), now.AddMinutes(2));
    }

    private static string[] Verify(string data) =>
    [
        "ts", "-verify", "-in", "token.der", "-token_in", "-data", data, "-CAfile", "root.pem", "-untrusted", "issuing.pem",
        "-attime", TestAuthority.Noon.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    ];

    private static byte[] TokenOf(byte[] seal)
    {
        var cms = new SignedCms();
        cms.Decode(seal);
        byte[] token = cms.SignerInfos[0].UnsignedAttributes.Cast<CryptographicAttributeObject>().Single().Values[0].RawData;
        _ = new AsnReader(token, AsnEncodingRules.DER).ReadSequence();
        return token;
    }

    private byte[] Seal(DateTimeOffset at)
    {
        using X509Certificate2 certificate = authority.IssueEcdsa();
        using var sealer = new Sealer(certificate, new StoppedClock(at));
        return sealer.Seal(Content);
    }

    private sealed class Responder(Openssl openssl) : ITimeStampAuthority
    {
        public Task<byte[]> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
        {
            openssl.Write("question.tsq", request.ToArray());
            openssl.Run(
                "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "question.tsq", "-signer", "stamping.pem", "-inkey", "stamping.key",
                "-out", "answer.tsr");
            return Task.FromResult(openssl.Read("answer.tsr"));
        }
    }
}
