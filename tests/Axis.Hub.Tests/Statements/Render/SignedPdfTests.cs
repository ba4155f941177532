using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Axis.Hub.Statements.Render;

namespace Axis.Hub.Tests.Statements.Render;

public sealed class SignedPdfTests(Printer printer) : IClassFixture<Printer>
{
    [Fact]
    public void The_signature_covers_every_byte_but_its_own()
    {
        var pdf = Print();

        var signature = new ReadSignature(pdf);

        signature.Range[0].ShouldBe(0);
        (signature.Range[2] + signature.Range[3]).ShouldBe(pdf.Length);
        signature.Hole.ShouldMatch("^<[0-9A-F]+>$");
        (signature.Signed.Length + signature.Hole.Length).ShouldBe(pdf.Length);
    }

    [Fact]
    public void The_axis_has_signed_exactly_these_bytes()
    {
        var cms = Verify(new ReadSignature(Print()));

        var signer = cms.SignerInfos.Cast<SignerInfo>().ShouldHaveSingleItem();
        signer.Certificate.ShouldNotBeNull().RawData.ShouldBe(printer.Seal.RawData);
        signer.DigestAlgorithm.Value.ShouldBe("2.16.840.1.101.3.4.2.1");
    }

    [Fact]
    public void A_reader_that_knows_the_root_alone_finds_the_way_to_it_in_the_signature()
    {
        var cms = Verify(new ReadSignature(Print()));

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(printer.Authority.Roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(cms.Certificates);
        chain.Build(cms.SignerInfos[0].Certificate!).ShouldBeTrue(string.Join(", ", chain.ChainStatus.Select(status => status.StatusInformation)));
        cms.Certificates.Select(one => one.RawData).ShouldNotContain(bytes => printer.Authority.Roots.Any(root => root.RawData.SequenceEqual(bytes)), "the reader has it");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(0.9)]
    [InlineData(1.0)]
    public void One_flipped_byte_breaks_it(double place)
    {
        var signature = new ReadSignature(Print());
        signature.Signed[(int)((signature.Signed.Length - 1) * place)] ^= 1;

        Should.Throw<CryptographicException>(() => Verify(signature));
    }

    private byte[] Print() => printer.Files.Of(SampleStatement.Busy(), 2, SampleStatement.IssuedAt, StatementFormat.Pdf);

    private static SignedCms Verify(ReadSignature signature)
    {
        var cms = new SignedCms(new ContentInfo(signature.Signed), detached: true);
        cms.Decode(signature.Cms);
        cms.CheckSignature(verifySignatureOnly: true);
        return cms;
    }
}
