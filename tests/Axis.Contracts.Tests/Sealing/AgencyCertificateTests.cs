using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Sealing;

public sealed class AgencyCertificateTests
{
    [Fact]
    public void Names_adapter_and_agencies_from_its_URIs()
    {
        AgencyCertificate names = Of("CN=Nobody", "urn:axis:adapter:H37", "urn:axis:agency:H37.02", "https://example.vn/", "urn:axis:agency:000.00.00.H37");
        names.Adapter.ShouldBe("H37");
        names.Agencies.ShouldBe(["H37.02", "000.00.00.H37"]);
    }

    [Fact]
    public void Takes_the_common_name_when_no_URI_names_an_adapter() => Of("CN=H37, O=Axis").Adapter.ShouldBe("H37");

    [Fact]
    public void A_persons_name_is_no_adapter() => Of("CN=Nguyễn Văn A").Adapter.ShouldBeNull();

    [Fact]
    public void Two_adapters_are_none() => Of("CN=H37", "urn:axis:adapter:H37", "urn:axis:adapter:H41").Adapter.ShouldBeNull();

    [Fact]
    public void Escaped_codes_are_read_as_they_were_meant() => Of("CN=x", "urn:axis:agency:S%E1%BB%9F").Agencies.ShouldBe(["Sở"]);

    [Fact]
    public void Broken_alternative_names_name_nobody()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Nguyễn Văn A", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509Extension("2.5.29.17", [0x30, 0x7F, 0x01], false));
        using X509Certificate2 certificate = request.CreateSelfSigned(TestAuthority.Noon, TestAuthority.Noon.AddDays(1));
        AgencyCertificate names = AgencyCertificate.Of(certificate);
        names.Agencies.ShouldBeEmpty();
        names.Adapter.ShouldBeNull();
    }

    private static AgencyCertificate Of(string subject, params string[] uris)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        if (uris.Length > 0)
        {
            var alternatives = new SubjectAlternativeNameBuilder();
            foreach (string uri in uris)
            {
                alternatives.AddUri(new Uri(uri));
            }

            request.CertificateExtensions.Add(alternatives.Build());
        }

        using X509Certificate2 certificate = request.CreateSelfSigned(TestAuthority.Noon, TestAuthority.Noon.AddDays(1));
        return AgencyCertificate.Of(certificate);
    }
}
