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

    private X509Certificate2 Issue(bool rsa, string adapter = "H37", params string[] agencies) =>
        rsa ? authority.IssueRsa(2048, adapter, agencies) : authority.IssueEcdsa(adapter, agencies);

    private SealVerifier Verifier() => new(registry, authority.Anchors, clock);

    private ValueTask<SealVerdict> VerifyAsync(byte[] content, byte[] seal) =>
        Verifier().VerifyAsync(content, seal, TestAuthority.Noon, Cancelled);
}
