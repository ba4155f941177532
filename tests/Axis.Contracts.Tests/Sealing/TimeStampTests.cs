using System.Security.Cryptography.X509Certificates;
using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Sealing;

/// <summary>Stamped seals as a hub and a receiver judge them; sealed-at is always noon.</summary>
public sealed partial class TimeStampTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("Công văn số 7816/VPCP-TTĐT");
    private static readonly DateTimeOffset Noon = TestAuthority.Noon;

    private readonly TestAuthority authority = new();
    private readonly TestAuthority timeRoot = new("TSA");
    private readonly X509Certificate2 stamping;
    private readonly X509Certificate2 certificate;
    private readonly StoppedClock clock = new(Noon);
    private readonly Registry registry = new();

    public TimeStampTests()
    {
        stamping = timeRoot.IssueTimeStamping(purposes: TestStamps.TimeStamping);
        certificate = authority.IssueEcdsa("H37", "H37");
        registry.Add(certificate);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        stamping.Dispose();
        certificate.Dispose();
        authority.Dispose();
        timeRoot.Dispose();
    }

    [Theory]
    [InlineData(true, true), InlineData(true, false), InlineData(false, true), InlineData(false, false)]
    public async Task A_stamped_seal_is_OK_and_tells_who_stamped_it_when(bool rsaSeal, bool rsaStamp)
    {
        using X509Certificate2 sealing = rsaSeal ? authority.IssueRsa(2048, "H37", "H37") : authority.IssueEcdsa("H37", "H37");
        using X509Certificate2 stampedBy = timeRoot.IssueTimeStamping(rsaStamp, purposes: TestStamps.TimeStamping);
        registry.Add(sealing);
        byte[] seal = Seal(sealing);
        clock.Now = Noon.AddMilliseconds(1250);

        var stamped = (await StampAsync(seal, stampedBy)).ShouldBeOfType<TimeStampOutcome.Stamped>();

        stamped.StampedAt.ShouldBe(Noon.AddMilliseconds(1250));
        SealVerdict verdict = await JudgeAsync(stamped.Seal);
        verdict.Code.ShouldBe(SealCode.Ok);
        verdict.Finding.ShouldBeNull();
        TimeStampVerdict stamp = verdict.TimeStamp.ShouldNotBeNull();
        stamp.Code.ShouldBe(SealCode.Ok);
        stamp.StampedAt.ShouldBe(Noon.AddMilliseconds(1250));
        stamp.Authority.ShouldBe("CN=Test TSA");
        stamp.CertificateSha256.ShouldBe(AgencyCertificate.HashOf(stampedBy));
        stamp.Finding.ShouldBeNull();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task But_for_the_stamp_the_seal_stays_as_it_was_byte_for_byte(bool rsa)
    {
        using X509Certificate2 sealing = rsa ? authority.IssueRsa() : authority.IssueEcdsa();
        byte[] seal = Seal(sealing);
        byte[] stamped = await StampedAsync(seal);
        stamped.Length.ShouldBeGreaterThan(seal.Length);
        TestStamps.Strip(stamped).ShouldBe(seal);
    }

    [Fact]
    public async Task A_seal_without_a_stamp_stays_good_and_its_time_is_a_claim()
    {
        SealVerdict verdict = await JudgeAsync(Seal());
        verdict.Code.ShouldBe(SealCode.Ok);
        verdict.TimeStamp!.Code.ShouldBe(SealCode.NoTimestamp);
        verdict.TimeStamp.StampedAt.ShouldBeNull();
        verdict.TimeStamp.Finding!.Code.ShouldBe(ErrorCatalogue.TimeStampMissing.Code);
        verdict.TimeStamp.Finding.Severity.ShouldBe(Severity.Warning);
    }

    [Fact]
    public async Task Where_no_authority_is_configured_a_stamp_is_not_judged_and_proves_nothing()
    {
        byte[] foreign = TestStamps.Attach(Seal(), TestStamps.Token([1, 2, 3], stamping, Noon));
        SealVerdict verdict = await new SealVerifier(registry, authority.Anchors, clock).VerifyAsync(Content, foreign, Noon, Cancelled);
        verdict.Code.ShouldBe(SealCode.Ok);
        verdict.TimeStamp!.Code.ShouldBe(SealCode.StatusUnknown);
        verdict.TimeStamp.StampedAt.ShouldBeNull();
        verdict.TimeStamp.Finding!.Severity.ShouldBe(Severity.Warning);
    }

    [Fact]
    public async Task A_stamp_of_another_seal_is_ALTERED()
    {
        byte[] other = Seal();
        byte[] seal = Seal();
        TestStamps.SignatureOf(other).ShouldNotBe(TestStamps.SignatureOf(seal));
        await RefusedAsync(
            TestStamps.Attach(seal, TestStamps.Token(TestStamps.SignatureOf(other), stamping, Noon)), SealCode.Altered, ErrorCatalogue.TimeStampAltered);
    }

    [Fact]
    public async Task Something_else_in_the_place_of_a_stamp_is_ALTERED() =>
        await RefusedAsync(TestStamps.Attach(Seal(), [0x30, 0x03, 0x02, 0x01, 0x07]), SealCode.Altered, ErrorCatalogue.TimeStampForm);

    [Fact]
    public async Task Two_stamps_are_no_accepted_form()
    {
        byte[] seal = Seal();
        byte[] token = TestStamps.Token(TestStamps.SignatureOf(seal), stamping, Noon);
        byte[] later = TestStamps.Token(TestStamps.SignatureOf(seal), stamping, Noon.AddSeconds(1));
        SealVerdict verdict = await JudgeAsync(TestStamps.Attach(seal, token, later));
        verdict.Code.ShouldBe(SealCode.Altered);
        verdict.Finding!.Code.ShouldBe(ErrorCatalogue.SealForm.Code);
    }

    [Fact]
    public async Task A_stamp_by_an_authority_of_another_root_is_BAD_CHAIN()
    {
        using var stranger = new TestAuthority("TSA");
        using X509Certificate2 foreign = stranger.IssueTimeStamping(purposes: TestStamps.TimeStamping);
        await RefusedAsync(Stamped(foreign), SealCode.BadChain, ErrorCatalogue.TimeStampChain);
    }

    [Fact]
    public async Task The_roots_of_the_agencies_do_not_vouch_for_time()
    {
        using X509Certificate2 own = authority.IssueTimeStamping(purposes: TestStamps.TimeStamping);
        await RefusedAsync(Stamped(own), SealCode.BadChain, ErrorCatalogue.TimeStampChain);
    }

    public static TheoryData<string, bool, string[]> Unreserved => new()
    {
        { "none", true, [] },
        { "another", true, ["1.3.6.1.5.5.7.3.2"] },
        { "not critical", false, [TestStamps.TimeStamping] },
        { "not alone", true, [TestStamps.TimeStamping, "1.3.6.1.5.5.7.3.2"] },
    };

    [Theory, MemberData(nameof(Unreserved))]
    public async Task A_certificate_that_is_not_reserved_for_time_stamping_is_refused(string purpose, bool critical, string[] purposes)
    {
        purpose.ShouldNotBeEmpty();
        using X509Certificate2 unreserved = timeRoot.IssueTimeStamping(critical: critical, purposes: purposes);
        await RefusedAsync(Stamped(unreserved), SealCode.BadChain, ErrorCatalogue.TimeStampPurpose);
    }

    [Fact]
    public async Task A_stamp_with_SHA_1_in_it_is_ALG_WEAK()
    {
        using X509Certificate2 rsa = timeRoot.IssueTimeStamping(rsa: true, purposes: TestStamps.TimeStamping);
        byte[] seal = Seal();
        byte[] signature = TestStamps.SignatureOf(seal);
        await RefusedAsync(
            TestStamps.Attach(seal, TestStamps.Token(signature, rsa, Noon, imprint: TestStamps.Sha1)), SealCode.AlgorithmWeak, ErrorCatalogue.TimeStampWeak);
        await RefusedAsync(
            TestStamps.Attach(seal, TestStamps.Token(signature, rsa, Noon, digest: TestStamps.Sha1)), SealCode.AlgorithmWeak, ErrorCatalogue.TimeStampWeak);
    }

    [Fact]
    public async Task A_stamp_under_a_small_key_is_ALG_WEAK()
    {
        using X509Certificate2 small = timeRoot.IssueTimeStamping(rsa: true, bits: 1024, purposes: TestStamps.TimeStamping);
        await RefusedAsync(Stamped(small), SealCode.AlgorithmWeak, ErrorCatalogue.TimeStampWeak);
    }

    [Fact]
    public async Task A_token_that_names_another_certificate_than_its_signer_is_ALTERED()
    {
        using X509Certificate2 other = timeRoot.IssueTimeStamping(purposes: TestStamps.TimeStamping);
        byte[] seal = Seal();
        await RefusedAsync(
            TestStamps.Attach(seal, TestStamps.Token(TestStamps.SignatureOf(seal), stamping, Noon, named: other)),
            SealCode.Altered, ErrorCatalogue.TimeStampAltered);
    }

    [Fact]
    public async Task A_token_without_its_certificate_is_good_where_that_certificate_is_configured()
    {
        byte[] seal = Seal();
        byte[] bare = TestStamps.Attach(seal, TestStamps.Token(TestStamps.SignatureOf(seal), stamping, Noon, embed: false));
        await RefusedAsync(bare, SealCode.BadChain, ErrorCatalogue.TimeStampChain);

        var configured = new TrustAnchors(timeRoot.Anchors.Roots, [.. timeRoot.Anchors.Intermediates, stamping]);
        SealVerdict verdict = await Verifier(configured).VerifyAsync(Content, bare, Noon, Cancelled);
        verdict.Code.ShouldBe(SealCode.Ok);
        verdict.TimeStamp!.StampedAt.ShouldBe(Noon);
    }

    [Fact]
    public async Task No_changed_byte_moves_the_stamped_time()
    {
        byte[] stamped = await StampedAsync(Seal());
        SealVerifier verifier = Verifier(timeRoot.Anchors);
        var random = new Random(11);
        int proven = 0;
        for (int i = 0; i < stamped.Length; i++)
        {
            byte[] changed = [.. stamped];
            changed[i] ^= (byte)random.Next(1, 256);
            SealVerdict verdict = await verifier.VerifyAsync(Content, changed, Noon, Cancelled);
            if (verdict is { IsOk: true, TimeStamp.IsOk: true })
            {
                verdict.TimeStamp.StampedAt.ShouldBe(Noon, $"byte {i}");
                proven++;
            }
        }

        // What the authority did not sign, such as the name of its digest, may be spelled otherwise.
        proven.ShouldBeLessThan(stamped.Length / 50);
    }

    private async Task RefusedAsync(byte[] seal, SealCode code, ErrorEntry entry)
    {
        SealVerdict verdict = await JudgeAsync(seal);
        verdict.Code.ShouldBe(code);
        verdict.Finding!.Code.ShouldBe(entry.Code);
        verdict.Finding.Severity.ShouldBe(Severity.Refusal);
        verdict.TimeStamp!.Code.ShouldBe(code);
        verdict.TimeStamp.StampedAt.ShouldBeNull();
    }

    private byte[] Seal(X509Certificate2? by = null, DateTimeOffset? at = null)
    {
        using var sealer = new Sealer(by ?? certificate, new StoppedClock(at ?? Noon));
        return sealer.Seal(Content);
    }

    /// <summary>A seal under a stamp made by hand, at noon unless told otherwise.</summary>
    private byte[] Stamped(X509Certificate2 by, DateTimeOffset? at = null, byte[]? seal = null)
    {
        seal ??= Seal();
        return TestStamps.Attach(seal, TestStamps.Token(TestStamps.SignatureOf(seal), by, at ?? Noon));
    }

    private async Task<byte[]> StampedAsync(byte[] seal) =>
        (await StampAsync(seal, stamping)).ShouldBeOfType<TimeStampOutcome.Stamped>().Seal;

    private Task<TimeStampOutcome> StampAsync(byte[] seal, X509Certificate2 by) => StampAsync(seal, TestStamps.Authority(by, clock));

    private Task<TimeStampOutcome> StampAsync(byte[] seal, ITimeStampAuthority by) =>
        new TimeStamper(by, timeRoot.Anchors, clock).StampAsync(seal, Noon, Cancelled);

    private SealVerifier Verifier(TrustAnchors authorities) =>
        new(registry, authority.Anchors, clock, new SealVerifierOptions { TimeStampAuthorities = authorities });

    private ValueTask<SealVerdict> JudgeAsync(byte[] seal) => Verifier(timeRoot.Anchors).VerifyAsync(Content, seal, Noon, Cancelled);
}
