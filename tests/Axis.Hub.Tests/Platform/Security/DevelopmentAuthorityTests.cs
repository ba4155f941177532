using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Hub.Platform.Security;
using Axis.Simulator.TimeStamps;
using Microsoft.Extensions.Time.Testing;

namespace Axis.Hub.Tests.Platform.Security;

public sealed class DevelopmentAuthorityTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("axis-authority-").FullName;
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2019, 3, 12, 1, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, InlineData(CertificateKeyKind.EcdsaP256), InlineData(CertificateKeyKind.Rsa2048)]
    internal async Task An_adapters_certificate_seals_and_names_its_agencies(CertificateKeyKind key)
    {
        using var authority = DevelopmentAuthority.CreateOrLoad(folder, time);
        using X509Certificate2 certificate = authority.IssueAdapter("H37", ["H37.02.02", "000.00.00.H37"], key);
        using var sealer = new Sealer(certificate, time);
        var verifier = new SealVerifier(new One(certificate), authority.Anchors, time);
        SealVerdict verdict = await verifier.VerifyAsync(
            new byte[] { 1 }, sealer.Seal([1]), time.GetUtcNow(), TestContext.Current.CancellationToken);
        verdict.Code.ShouldBe(SealCode.Ok);
        verdict.Adapter.ShouldBe("H37");
        verdict.Agencies.ShouldBe(["H37.02.02", "000.00.00.H37"]);
    }

    [Theory, InlineData(CertificateKeyKind.EcdsaP256), InlineData(CertificateKeyKind.Rsa3072)]
    internal async Task An_authority_for_time_stamps_is_accepted_as_one(CertificateKeyKind key)
    {
        using var authority = DevelopmentAuthority.CreateOrLoad(folder, time);
        using X509Certificate2 certificate = authority.IssueAdapter("H37", []);
        using X509Certificate2 stamping = authority.IssueTimeStamping(key: key);
        using var sealer = new Sealer(certificate, time);
        var stamper = new TimeStamper(new Responder(new TimeStampResponder(stamping, time)), authority.Anchors, time);

        var outcome = await stamper.StampAsync(sealer.Seal([1]), time.GetUtcNow(), TestContext.Current.CancellationToken);

        outcome.ShouldBeOfType<TimeStampOutcome.Stamped>().StampedAt.ShouldBe(time.GetUtcNow());
    }

    [Fact]
    public void A_second_start_finds_the_same_authority()
    {
        using var first = DevelopmentAuthority.CreateOrLoad(folder, time);
        using var second = DevelopmentAuthority.CreateOrLoad(folder, time);
        second.Roots.Single().Thumbprint.ShouldBe(first.Roots.Single().Thumbprint);
        using X509Certificate2 certificate = second.IssueServer();
        Chains(certificate, first.Anchors, TimeProvider.System.GetUtcNow()).ShouldBeTrue();
    }

    [Fact]
    public async Task Many_starts_at_once_end_with_one_authority()
    {
        // One round seldom meets the instant at which two have both found nothing.
        foreach (var round in Enumerable.Range(0, 25))
        {
            var shared = Path.Combine(folder, FormattableString.Invariant($"{round}"));
            string[] roots = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            {
                using var authority = DevelopmentAuthority.CreateOrLoad(shared, time);
                return authority.Roots.Single().Thumbprint;
            })));
            roots.Distinct().Count().ShouldBe(1);
            Directory.GetFiles(shared).ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void Certificates_cover_the_simulated_and_the_real_clock()
    {
        using var authority = DevelopmentAuthority.CreateOrLoad(folder, time);
        using X509Certificate2 certificate = authority.IssueAdapter("H37", []);
        Chains(certificate, authority.Anchors, time.GetUtcNow()).ShouldBeTrue();
        Chains(certificate, authority.Anchors, TimeProvider.System.GetUtcNow()).ShouldBeTrue();
    }

    [Fact]
    public void A_span_can_be_chosen()
    {
        using var authority = DevelopmentAuthority.CreateOrLoad(folder, time);
        DateTimeOffset now = time.GetUtcNow();
        using X509Certificate2 certificate = authority.IssueAdapter("H37", [], span: new(now.AddDays(-2), now.AddDays(-1)));
        Chains(certificate, authority.Anchors, now.AddDays(-1.5)).ShouldBeTrue();
        Chains(certificate, authority.Anchors, now).ShouldBeFalse();
    }

    [Fact]
    public void The_servers_certificate_is_for_loopback()
    {
        using var authority = DevelopmentAuthority.CreateOrLoad(folder, time);
        using X509Certificate2 certificate = authority.IssueServer(["hub.example.vn"]);
        foreach (string name in new[] { "localhost", "127.0.0.1", "::1", "hub.example.vn" })
        {
            certificate.MatchesHostname(name).ShouldBeTrue(name);
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_request_is_granted_under_the_registrys_names(bool rsa)
    {
        using var authority = DevelopmentAuthority.CreateOrLoad(folder, time);
        using RSA rsaKey = RSA.Create(2048);
        using ECDsa ecdsaKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = rsa
            ? new CertificateRequest("CN=somebody else", rsaKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest("CN=somebody else", ecdsaKey, HashAlgorithmName.SHA256);

        var issued = authority.CertifyAdapter("H41", ["H41.01"], request.CreateSigningRequestPem())
            .ShouldBeOfType<CertifyOutcome.Issued>().Certificate;

        issued.HasPrivateKey.ShouldBeFalse();
        AgencyCertificate names = AgencyCertificate.Of(issued);
        names.Adapter.ShouldBe("H41");
        names.Agencies.ShouldBe(["H41.01"]);
        names.Subject.ShouldBe("CN=H41");
        Chains(issued, authority.Anchors, time.GetUtcNow()).ShouldBeTrue();
    }

    [Fact]
    public void A_request_not_signed_by_its_own_key_is_refused()
    {
        using var authority = DevelopmentAuthority.CreateOrLoad(folder, time);
        using ECDsa mine = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using ECDsa theirs = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName("CN=H41"), new PublicKey(theirs), HashAlgorithmName.SHA256);
        string pem = request.CreateSigningRequestPem(X509SignatureGenerator.CreateForECDsa(mine));

        authority.CertifyAdapter("H41", [], pem).ShouldBeOfType<CertifyOutcome.Refused>()
            .Finding.Code.ShouldBe(ErrorCatalogue.CertificateRequestRefused.Code);
        authority.CertifyAdapter("H41", [], "no PEM").ShouldBeOfType<CertifyOutcome.Refused>();
    }

    [Fact]
    public void A_request_with_a_weak_key_is_refused()
    {
        using var authority = DevelopmentAuthority.CreateOrLoad(folder, time);
        using RSA key = RSA.Create(1024);
        var request = new CertificateRequest("CN=H41", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authority.CertifyAdapter("H41", [], request.CreateSigningRequestPem()).ShouldBeOfType<CertifyOutcome.Refused>();
    }

    [Fact]
    public void The_hubs_folder_is_filled_once_and_read_by_its_owner_only()
    {
        using var authority = DevelopmentAuthority.CreateOrLoad(Path.Combine(folder, "authority"), time);
        string hub = Path.Combine(folder, "hub");
        using HubCertificates first = HubCertificates.LoadOrIssue(hub, authority);
        using HubCertificates second = HubCertificates.LoadOrIssue(hub, authority);
        second.Seal.Thumbprint.ShouldBe(first.Seal.Thumbprint);
        second.Server.Thumbprint.ShouldBe(first.Server.Thumbprint);
        second.Seal.HasPrivateKey.ShouldBeTrue();
        second.Anchors.Roots.Single().Thumbprint.ShouldBe(authority.Roots.Single().Thumbprint);
        if (!OperatingSystem.IsWindows())
        {
            foreach (string file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            {
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
            }
        }
    }

    private static bool Chains(X509Certificate2 certificate, TrustAnchors anchors, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(anchors.Roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(anchors.Intermediates.ToArray());
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        return chain.Build(certificate);
    }

    private sealed class Responder(TimeStampResponder responder) : ITimeStampAuthority
    {
        public Task<byte[]> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) =>
            Task.FromResult(responder.Answer(request.ToArray()));
    }

    private sealed class One(X509Certificate2 certificate) : ICertificateSource
    {
        public ValueTask<RegisteredCertificate?> FindAsync(string sha256, CancellationToken cancellationToken) =>
            ValueTask.FromResult<RegisteredCertificate?>(new(certificate));
    }
}
