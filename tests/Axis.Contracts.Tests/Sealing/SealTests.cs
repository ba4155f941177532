using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Sealing;

public sealed class SealTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("Công văn số 7816/VPCP-TTĐT");

    private readonly TestAuthority authority = new();
    private readonly StoppedClock clock = new(TestAuthority.Noon);
    private readonly Registry registry = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => authority.Dispose();

    [Theory, InlineData(true), InlineData(false)]
    public async Task Accepts_its_own_seal_and_names_who_made_it(bool rsa)
    {
        using X509Certificate2 certificate = Issue(rsa, "H37", "H37.02.02", "000.00.20.H37");
        using var sealer = new Sealer(certificate, clock);
        registry.Add(certificate);

        SealVerdict verdict = await VerifyAsync(Content, sealer.Seal(Content));

        verdict.Code.ShouldBe(SealCode.Ok);
        verdict.IsOk.ShouldBeTrue();
        verdict.Finding.ShouldBeNull();
        verdict.Adapter.ShouldBe("H37");
        verdict.Agencies.ShouldBe(["H37.02.02", "000.00.20.H37"]);
        verdict.CertificateSha256.ShouldBe(Convert.ToHexStringLower(sealer.CertificateSha256));
        verdict.SealedAt.ShouldBe(TestAuthority.Noon);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Other_CMS_software_verifies_the_seal(bool rsa)
    {
        using X509Certificate2 certificate = Issue(rsa);
        using var sealer = new Sealer(certificate, clock);
        var cms = new SignedCms(new ContentInfo(Content), detached: true);
        cms.Decode(sealer.Seal(Content));
        cms.Certificates.Count.ShouldBe(0);
        cms.CheckSignature([X509CertificateLoader.LoadCertificate(certificate.RawData)], verifySignatureOnly: true);
        cms.SignerInfos[0].SignedAttributes.Count.ShouldBe(4);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task No_single_byte_can_be_changed_unnoticed(bool rsa)
    {
        using X509Certificate2 certificate = Issue(rsa);
        using var sealer = new Sealer(certificate, clock);
        registry.Add(certificate);
        byte[] seal = sealer.Seal(Content);
        var random = new Random(7);

        for (int i = 0; i < seal.Length; i++)
        {
            foreach (byte mask in new[] { (byte)1, (byte)0x80, (byte)random.Next(1, 256) })
            {
                byte[] changed = [.. seal];
                changed[i] ^= mask;
                (await VerifyAsync(Content, changed)).IsOk.ShouldBeFalse($"byte {i} ^ {mask}");
            }
        }

        for (int i = 0; i < Content.Length; i++)
        {
            byte[] changed = [.. Content];
            changed[i] ^= (byte)random.Next(1, 256);
            (await VerifyAsync(changed, seal)).Code.ShouldBe(SealCode.Altered);
        }
    }

    [Fact]
    public async Task A_seal_cut_short_or_with_something_behind_it_is_refused()
    {
        using X509Certificate2 certificate = Issue(rsa: false);
        using var sealer = new Sealer(certificate, clock);
        registry.Add(certificate);
        byte[] seal = sealer.Seal(Content);
        for (int length = 0; length < seal.Length; length++)
        {
            (await VerifyAsync(Content, seal[..length])).Code.ShouldBe(SealCode.NoSignature);
        }

        (await VerifyAsync(Content, [.. seal, 0])).IsOk.ShouldBeFalse();
    }

    [Fact]
    public async Task No_seal_is_NO_SIGNATURE()
    {
        SealVerdict verdict = await VerifyAsync(Content, []);
        verdict.Code.ShouldBe(SealCode.NoSignature);
        verdict.Finding!.Code.ShouldBe(ErrorCatalogue.SealMissing.Code);
    }

    [Fact]
    public async Task A_certificate_that_is_not_registered_is_STATUS_UNKNOWN()
    {
        using X509Certificate2 certificate = Issue(rsa: false);
        using var sealer = new Sealer(certificate, clock);
        SealVerdict verdict = await VerifyAsync(Content, sealer.Seal(Content));
        verdict.Code.ShouldBe(SealCode.StatusUnknown);
        verdict.CertificateSha256.ShouldBe(AgencyCertificate.HashOf(certificate));
    }

    [Fact]
    public async Task A_source_that_answers_with_another_certificate_is_not_believed()
    {
        using X509Certificate2 certificate = Issue(rsa: false);
        using X509Certificate2 other = Issue(rsa: false);
        using var sealer = new Sealer(certificate, clock);
        registry.AddUnder(AgencyCertificate.HashOf(certificate), other);
        (await VerifyAsync(Content, sealer.Seal(Content))).Code.ShouldBe(SealCode.StatusUnknown);
    }

    [Fact]
    public async Task A_certificate_of_another_root_is_BAD_CHAIN()
    {
        using var stranger = new TestAuthority("Stranger");
        using X509Certificate2 certificate = stranger.IssueEcdsa();
        using var sealer = new Sealer(certificate, clock);
        registry.Add(certificate);
        byte[] seal = sealer.Seal(Content);
        (await VerifyAsync(Content, seal)).Code.ShouldBe(SealCode.BadChain);
    }

    [Fact]
    public async Task A_root_of_the_same_name_with_another_key_is_BAD_CHAIN()
    {
        using var twin = new TestAuthority();
        using X509Certificate2 certificate = twin.IssueEcdsa();
        using var sealer = new Sealer(certificate, clock);
        registry.Add(certificate);
        (await VerifyAsync(Content, sealer.Seal(Content))).Code.ShouldBe(SealCode.BadChain);
    }

    [Fact]
    public async Task Validity_is_judged_at_the_time_asked_for_and_not_today()
    {
        using X509Certificate2 certificate = authority.IssueEcdsa(TestAuthority.Noon.AddDays(-2), TestAuthority.Noon.AddDays(2));
        using var sealer = new Sealer(certificate, clock);
        registry.Add(certificate);
        byte[] seal = sealer.Seal(Content);
        SealVerifier verifier = Verifier();
        clock.Now = TestAuthority.Noon.AddYears(4);

        (await verifier.VerifyAsync(Content, seal, TestAuthority.Noon, Cancelled)).Code.ShouldBe(SealCode.Ok);
        (await verifier.VerifyAsync(Content, seal, Cancelled)).Code.ShouldBe(SealCode.Ok);
        (await verifier.VerifyAsync(Content, seal, TestAuthority.Noon.AddDays(3), Cancelled)).Code.ShouldBe(SealCode.ExpiredAtSigning);
        (await verifier.VerifyAsync(Content, seal, TestAuthority.Noon.AddDays(-3), Cancelled)).Code.ShouldBe(SealCode.ExpiredAtSigning);
        (await verifier.VerifyAsync(Content, seal, TestAuthority.Noon, Cancelled)).Code.ShouldBe(SealCode.Ok);
    }

    [Fact]
    public async Task A_withdrawn_certificate_is_REVOKED_AT_SIGNING_from_then_on_and_good_before()
    {
        using X509Certificate2 certificate = Issue(rsa: false);
        using var sealer = new Sealer(certificate, clock);
        registry.Add(certificate, TestAuthority.Noon);
        byte[] seal = sealer.Seal(Content);
        (await VerifyAsync(Content, seal)).Code.ShouldBe(SealCode.RevokedAtSigning);
        (await Verifier().VerifyAsync(Content, seal, TestAuthority.Noon.AddSeconds(-1), Cancelled)).Code.ShouldBe(SealCode.Ok);
    }

    [Fact]
    public async Task Sha1_is_ALG_WEAK()
    {
        using X509Certificate2 certificate = Issue(rsa: true);
        registry.Add(certificate);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid("1.3.14.3.2.26"), IncludeOption = X509IncludeOption.None,
        };
        signer.SignedAttributes.Add(new Pkcs9SigningTime(TestAuthority.Noon.UtcDateTime));
        SealVerdict verdict = await VerifyAsync(Content, Cms(signer));
        verdict.Code.ShouldBe(SealCode.AlgorithmWeak);
        verdict.Finding!.Code.ShouldBe(ErrorCatalogue.SealWeak.Code);
    }

    [Fact]
    public async Task A_small_RSA_key_is_ALG_WEAK_and_cannot_make_seals()
    {
        using X509Certificate2 certificate = authority.IssueRsa(1024);
        registry.Add(certificate);
        Should.Throw<ArgumentException>(() => new Sealer(certificate, clock));
        (await VerifyAsync(Content, Cms(Signer(certificate)))).Code.ShouldBe(SealCode.AlgorithmWeak);
    }

    [Fact]
    public async Task Two_signers_are_refused()
    {
        using X509Certificate2 first = Issue(rsa: false);
        using X509Certificate2 second = Issue(rsa: false);
        registry.Add(first).Add(second);
        var cms = new SignedCms(new ContentInfo(Content), detached: true);
        cms.ComputeSignature(Signer(first), silent: true);
        cms.ComputeSignature(Signer(second), silent: true);
        SealVerdict verdict = await VerifyAsync(Content, cms.Encode());
        verdict.Code.ShouldBe(SealCode.Altered);
        verdict.Finding!.Code.ShouldBe(ErrorCatalogue.SealForm.Code);
    }

    [Fact]
    public async Task A_seal_that_does_not_name_its_certificate_is_refused()
    {
        using X509Certificate2 certificate = Issue(rsa: false);
        registry.Add(certificate);
        CmsSigner signer = Signer(certificate);
        signer.SignedAttributes.Remove(signer.SignedAttributes[1]);
        (await VerifyAsync(Content, Cms(signer))).Finding!.Code.ShouldBe(ErrorCatalogue.SealForm.Code);
    }

    [Fact]
    public async Task A_seal_that_names_another_certificate_than_its_signer_is_refused()
    {
        using X509Certificate2 mine = Issue(rsa: false);
        using X509Certificate2 named = Issue(rsa: false);
        registry.Add(mine).Add(named);
        (await VerifyAsync(Content, Cms(Signer(mine, named)))).Code.ShouldBe(SealCode.Altered);
    }

    [Fact]
    public async Task Embedded_certificates_are_ignored()
    {
        using var stranger = new TestAuthority("Stranger");
        using X509Certificate2 foreign = stranger.IssueEcdsa("H37");
        using X509Certificate2 certificate = Issue(rsa: false);
        CmsSigner signer = Signer(foreign);
        signer.IncludeOption = X509IncludeOption.EndCertOnly;
        (await VerifyAsync(Content, Cms(signer))).Code.ShouldBe(SealCode.StatusUnknown);

        registry.Add(certificate);
        signer = Signer(certificate);
        signer.Certificates.Add(foreign);
        (await VerifyAsync(Content, Cms(signer))).Code.ShouldBe(SealCode.Ok);
    }

    [Fact]
    public async Task Evidence_can_embed_the_certificate()
    {
        using X509Certificate2 certificate = Issue(rsa: false);
        using var sealer = new Sealer(certificate, clock, embedCertificate: true);
        registry.Add(certificate);
        byte[] seal = sealer.Seal(Content);
        var cms = new SignedCms(new ContentInfo(Content), detached: true);
        cms.Decode(seal);
        cms.Certificates.Single().RawData.ShouldBe(certificate.RawData);
        (await VerifyAsync(Content, seal)).Code.ShouldBe(SealCode.Ok);
    }

    [Fact]
    public async Task A_seal_that_holds_its_content_is_refused()
    {
        using X509Certificate2 certificate = Issue(rsa: false);
        registry.Add(certificate);
        var cms = new SignedCms(new ContentInfo(Content), detached: false);
        cms.ComputeSignature(Signer(certificate), silent: true);
        (await VerifyAsync(Content, cms.Encode())).Finding!.Code.ShouldBe(ErrorCatalogue.SealForm.Code);
    }

    [Fact]
    public async Task The_source_is_asked_once_in_a_cache_life()
    {
        using X509Certificate2 certificate = Issue(rsa: false);
        using var sealer = new Sealer(certificate, clock);
        registry.Add(certificate);
        byte[] seal = sealer.Seal(Content);
        SealVerifier verifier = Verifier();
        for (int i = 0; i < 5; i++)
        {
            (await verifier.VerifyAsync(Content, seal, Cancelled)).IsOk.ShouldBeTrue();
        }

        registry.Asked.ShouldBe(1);
        registry.Add(certificate, TestAuthority.Noon.AddYears(-1));
        clock.Now += TimeSpan.FromMinutes(1);
        (await verifier.VerifyAsync(Content, seal, Cancelled)).Code.ShouldBe(SealCode.RevokedAtSigning);
    }

    [Fact]
    public async Task Many_threads_seal_and_verify_with_one_sealer_and_one_verifier()
    {
        using X509Certificate2 certificate = Issue(rsa: true);
        using var sealer = new Sealer(certificate, clock);
        registry.Add(certificate);
        SealVerifier verifier = Verifier();
        await Parallel.ForAsync(0, 200, Cancelled, async (i, stop) =>
        {
            byte[] content = BitConverter.GetBytes(i);
            (await verifier.VerifyAsync(content, sealer.Seal(content), stop)).IsOk.ShouldBeTrue();
        });
    }

    /// <summary>A seal that <see cref="Sealer"/> would not make.</summary>
    internal static string SealAnyway(X509Certificate2 certificate, string digest, string content)
    {
        CmsSigner signer = Signer(certificate);
        signer.DigestAlgorithm = new Oid(digest);
        var cms = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes(content)), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return Convert.ToBase64String(cms.Encode());
    }

    private X509Certificate2 Issue(bool rsa, string adapter = "H37", params string[] agencies) =>
        rsa ? authority.IssueRsa(2048, adapter, agencies) : authority.IssueEcdsa(adapter, agencies);

    private SealVerifier Verifier() => new(registry, authority.Anchors, clock);

    private ValueTask<SealVerdict> VerifyAsync(byte[] content, byte[] seal) =>
        Verifier().VerifyAsync(content, seal, TestAuthority.Noon, Cancelled);

    private static CmsSigner Signer(X509Certificate2 certificate, X509Certificate2? named = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString((named ?? certificate).GetCertHash(HashAlgorithmName.SHA256));
        }

        return new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.None,
            SignedAttributes =
            {
                new Pkcs9SigningTime(TestAuthority.Noon.UtcDateTime),
                new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), writer.Encode()),
            },
        };
    }

    private static byte[] Cms(CmsSigner signer)
    {
        var cms = new SignedCms(new ContentInfo(Content), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }
}
