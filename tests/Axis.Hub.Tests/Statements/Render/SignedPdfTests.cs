using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
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
