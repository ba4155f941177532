using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;
using Axis.Hub.Operate.Doctor;
using Axis.Hub.Platform.Security;
using Axis.TestKit;

namespace Axis.Hub.Tests.Operate;

public sealed class CertificatesCheckTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly DevelopmentAuthority own;
    private readonly DevelopmentAuthority other;

    public CertificatesCheckTests()
    {
        own = DevelopmentAuthority.CreateOrLoad(folder.At("own"), TimeProvider.System);
        other = DevelopmentAuthority.CreateOrLoad(folder.At("other"), TimeProvider.System);
        HubCertificates.LoadOrIssue(folder.At("certificates"), own).Dispose();
    }

    [Fact]
    public async Task An_adapters_certificate_leads_to_a_root_of_the_hub()
    {
        var found = await RunAsync(own.IssueAdapter("H37", ["H37"]));

        found.Health.ShouldBe(Health.Well);
        found.Found.ShouldContain("leads to a configured root");
    }

    [Fact]
    public async Task One_of_another_root_is_wrong_though_it_is_registered_and_in_its_time()
    {
        var found = await RunAsync(other.IssueAdapter("H37", ["H37"]));

        found.Health.ShouldBe(Health.Wrong);
        found.Remedy.ShouldNotBeNull();
    }

    [Fact]
    public async Task One_that_was_withdrawn_is_wrong() =>
        (await RunAsync(own.IssueAdapter("H37", ["H37"]), withdrawn: true)).Found.ShouldContain("withdrawn");

    public void Dispose()
    {
        own.Dispose();
        other.Dispose();
        folder.Dispose();
    }

    private async Task<Diagnosis> RunAsync(X509Certificate2 issued, bool withdrawn = false)
    {
        using var certificate = issued;
        var sha256 = RegistryStore.Sha256Of(certificate);
        var now = TimeProvider.System.GetUtcNow();
        var line = new CertificateLine
        {
            Sha256 = sha256, AdapterCode = "H37", Subject = certificate.Subject, NotBefore = certificate.NotBefore, NotAfter = certificate.NotAfter,
            Withdrawn = withdrawn ? now : null,
        };
        var adapter = new AdapterRow { Code = "H37", Name = "H37", CertificateSha256 = sha256, CreatedAt = now, ChangedAt = now };
        var check = new CertificatesCheck(new HubOptions { CertificateFolder = folder.At("certificates") }, TimeProvider.System);

        return (await check.RunAdaptersAsync(
            [adapter], [line],
            (_, _) => Task.FromResult<RegisteredCertificate?>(new(X509CertificateLoader.LoadCertificate(certificate.RawData))),
            TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
    }
}
