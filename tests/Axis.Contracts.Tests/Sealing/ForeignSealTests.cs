using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Sealing;

/// <summary>Seals that other software makes, and that <see cref="Sealer"/> would not.</summary>
public sealed class ForeignSealTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("Công văn số 7816/VPCP-TTĐT");

    private readonly TestAuthority authority = new();
    private readonly StoppedClock clock = new(TestAuthority.Noon);
    private readonly Registry registry = new();

    public void Dispose() => authority.Dispose();

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
        SealVerdict verdict = await VerifyAsync(Content, HandMadeSeal.Of(Content, signer));
        verdict.Code.ShouldBe(SealCode.AlgorithmWeak);
        verdict.Finding!.Code.ShouldBe(ErrorCatalogue.SealWeak.Code);
    }

    [Fact]
    public async Task A_small_RSA_key_is_ALG_WEAK_and_cannot_make_seals()
    {
        using X509Certificate2 certificate = authority.IssueRsa(1024);
        registry.Add(certificate);
        Should.Throw<ArgumentException>(() => new Sealer(certificate, clock));
        (await VerifyAsync(Content, HandMadeSeal.Of(Content, HandMadeSeal.SignerOf(certificate)))).Code.ShouldBe(SealCode.AlgorithmWeak);
    }

    [Fact]
    public async Task Two_signers_are_refused()
    {
        using X509Certificate2 first = Issue(rsa: false);
        using X509Certificate2 second = Issue(rsa: false);
        registry.Add(first).Add(second);
        var cms = new SignedCms(new ContentInfo(Content), detached: true);
        cms.ComputeSignature(HandMadeSeal.SignerOf(first), silent: true);
        cms.ComputeSignature(HandMadeSeal.SignerOf(second), silent: true);
        SealVerdict verdict = await VerifyAsync(Content, cms.Encode());
        verdict.Code.ShouldBe(SealCode.Altered);
        verdict.Finding!.Code.ShouldBe(ErrorCatalogue.SealForm.Code);
    }

    [Fact]
    public async Task A_seal_that_does_not_name_its_certificate_is_refused()
    {
        using X509Certificate2 certificate = Issue(rsa: false);
        registry.Add(certificate);
        CmsSigner signer = HandMadeSeal.SignerOf(certificate);
        signer.SignedAttributes.Remove(signer.SignedAttributes[1]);
        (await VerifyAsync(Content, HandMadeSeal.Of(Content, signer))).Finding!.Code.ShouldBe(ErrorCatalogue.SealForm.Code);
    }

    [Fact]
    public async Task A_seal_that_names_another_certificate_than_its_signer_is_refused()
    {
        using X509Certificate2 mine = Issue(rsa: false);
        using X509Certificate2 named = Issue(rsa: false);
        registry.Add(mine).Add(named);
        (await VerifyAsync(Content, HandMadeSeal.Of(Content, HandMadeSeal.SignerOf(mine, named)))).Code.ShouldBe(SealCode.Altered);
    }

    [Fact]
    public async Task Embedded_certificates_are_ignored()
    {
        using var stranger = new TestAuthority("Stranger");
        using X509Certificate2 foreign = stranger.IssueEcdsa("H37");
        using X509Certificate2 certificate = Issue(rsa: false);
        CmsSigner signer = HandMadeSeal.SignerOf(foreign);
        signer.IncludeOption = X509IncludeOption.EndCertOnly;
        (await VerifyAsync(Content, HandMadeSeal.Of(Content, signer))).Code.ShouldBe(SealCode.StatusUnknown);

        registry.Add(certificate);
        signer = HandMadeSeal.SignerOf(certificate);
        signer.Certificates.Add(foreign);
        (await VerifyAsync(Content, HandMadeSeal.Of(Content, signer))).Code.ShouldBe(SealCode.Ok);
    }

    [Fact]
    public async Task A_seal_that_holds_its_content_is_refused()
    {
        using X509Certificate2 certificate = Issue(rsa: false);
        registry.Add(certificate);
        var cms = new SignedCms(new ContentInfo(Content), detached: false);
        cms.ComputeSignature(HandMadeSeal.SignerOf(certificate), silent: true);
        (await VerifyAsync(Content, cms.Encode())).Finding!.Code.ShouldBe(ErrorCatalogue.SealForm.Code);
    }

    private X509Certificate2 Issue(bool rsa) => rsa ? authority.IssueRsa(2048, "H37") : authority.IssueEcdsa("H37");

    private ValueTask<SealVerdict> VerifyAsync(byte[] content, byte[] seal) =>
        new SealVerifier(registry, authority.Anchors, clock).VerifyAsync(content, seal, TestAuthority.Noon, TestContext.Current.CancellationToken);
}
