using System.Text;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Tests.Checks;

/// <summary>State-secret markings in the beginning of a package.</summary>
public sealed class SecrecyPeekTests
{
    [Theory]
    [InlineData("<edXML><Subject>[MẬT] Kế hoạch</Subject><Attach", true)]
    [InlineData("<edXML><Subject>[MẬT] Kế ho", false)]
    [InlineData("<edXML><Subject>Kế hoạch</Subject><CodeNotation>UBND-MẬT</CodeNotation>", true)]
    [InlineData("<edXML><TypeName>Tối mật</TypeName>", true)]
    [InlineData("<edXML><Content>Độ mật: Mật</Content>", true)]
    [InlineData("<edXML><OtherInfo><Appendix>[TUYỆT MẬT]</Appendix>", true)]
    [InlineData("<edXML><Subject>A</Subject><Reference><AttachmentName>a.pdf</AttachmentName><AttachmentName>MẬT_kế hoạch.pdf</AttachmentName>", true)]
    [InlineData("<edXML><Other>[MẬT] Kế hoạch</Other>", false)]
    [InlineData("<edXML><Subject><Inner>[MẬT]</Inner></Subject>", false)]
    [InlineData("<edXML><Subject>Bảo mật thông tin</Subject>", false)]
    [InlineData("no XML [MẬT]", false)]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><edXML><Subject>[MẬT]</Subject>", false)]
    [InlineData("", false)]
    public async Task Sees_a_marked_field_that_has_come_whole(string beginning, bool isMarked)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(beginning));
        (await SecrecyPeek.IsMarkedAsync(stream, TestContext.Current.CancellationToken)).ShouldBe(isMarked);
    }

    [Fact]
    public async Task Adds_the_marking_of_what_is_no_package_to_what_its_reader_found()
    {
        var bytes = Encoding.UTF8.GetBytes($"<edXML><Head a=\"1\"/><Header><Content>{new string('x', 200_000)}</Content><Subject>[TỐI MẬT] Kế hoạch</Subject></Header></edXML>");
        var read = PackageReader.Read(bytes, ReadLimits.Default).ShouldBeOfType<ReadOutcome.Refused>();

        var added = await SecrecyPeek.AddToAsync(read, () => new MemoryStream(bytes), TestContext.Current.CancellationToken);

        var findings = added.ShouldBeOfType<ReadOutcome.Refused>().Findings;
        findings.Take(findings.Count - 1).ShouldBe(read.Findings);
        (findings[^1].Code, findings[^1].Path, findings[^1].English.Contains("TỐI MẬT", StringComparison.Ordinal)).ShouldBe((ErrorCatalogue.SecretMarked.Code, "/edXML/Header/Subject", true));
        added.Sha256.ShouldBe(read.Sha256);
    }
}
