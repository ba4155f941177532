using System.Text;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Edxml;

/// <summary>Each cap refuses by its own code, and just below it nothing is refused.</summary>
public class LimitTests
{
    [Theory]
    [InlineData("AXS-1016")]
    public void Stops_at_the_size_limit_and_names_no_hash(string code)
    {
        var bytes = Encoding.UTF8.GetBytes(Sample.Edoc);
        var outcome = bytes.Read(new() { MaxBytes = bytes.Length - 1 }).ShouldBeOfType<ReadOutcome.Refused>();

        outcome.Findings[0].Code.ShouldBe(code);
        outcome.Sha256.ShouldBeNull();
        bytes.Read(new() { MaxBytes = bytes.Length }).ShouldBeOfType<ReadOutcome.Read>();
    }

    [Fact]
    public void Refuses_too_much_structure_and_still_names_the_package()
    {
        var outcome = Sample.Edoc.Read(new() { MaxStructureBytes = 1000 }).ShouldBeOfType<ReadOutcome.Refused>();

        outcome.Findings[0].Code.ShouldBe("AXS-2006");
        outcome.Sha256.ShouldBe(Sample.Edoc.Read().Sha256);
    }

    [Fact]
    public void Refuses_deep_nesting()
    {
        Code(Inserted(string.Concat(Enumerable.Repeat("<edXML:x>", 40)) + string.Concat(Enumerable.Repeat("</edXML:x>", 40)))).ShouldBe("AXS-2007");
        Code(Inserted(string.Concat(Enumerable.Repeat("<edXML:x>", 28)) + string.Concat(Enumerable.Repeat("</edXML:x>", 28)))).ShouldBeNull();
    }

    [Fact]
    public void Refuses_many_elements() => Code(Inserted(string.Concat(Enumerable.Repeat("<x/>", 50_000)))).ShouldBe("AXS-2008");

    [Fact]
    public void Refuses_many_attributes() =>
        Code(Inserted("<x " + string.Join(' ', Enumerable.Range(0, 33).Select(n => $"a{n}='1'")) + "/>")).ShouldBe("AXS-2009");

    [Theory]
    [InlineData("<{0}/>", 128)]
    [InlineData("<y><{0}/></y>", 128)]
    [InlineData("<x {0}='1'/>", 128)]
    [InlineData("<x a='{0}'/>", 1024)]
    [InlineData("<y xmlns='{0}'/>", 1024)]
    public void Refuses_long_names_and_attributes(string element, int longest)
    {
        Code(Inserted(string.Format(null, element, new string('a', longest + 1)))).ShouldBe("AXS-2010");
        Code(Inserted(string.Format(null, element, new string('a', longest)))).ShouldBeNull();
    }

    [Fact]
    public void Refuses_a_long_prefix_of_a_short_name()
    {
        var prefix = new string('p', 200);
        Code(Inserted($"<y xmlns:{prefix[..100]}='urn:y'><{prefix[..100]}:{prefix[..100]}/></y>")).ShouldBe("AXS-2010");
        Code(Inserted($"<{prefix}:x xmlns:{prefix}='urn:y'/>")).ShouldBe("AXS-2010");
    }

    [Fact]
    public void Refuses_a_tag_of_a_hundred_thousand_attributes_before_it_is_parsed()
    {
        var tag = "<x " + string.Join(' ', Enumerable.Range(0, 100_000).Select(n => $"a{n}=''")) + "/>";
        Code(Inserted(tag)).ShouldBe("AXS-2011");
    }

    [Theory]
    [InlineData("<edXML:Content>{0}</edXML:Content>")]
    [InlineData("<edXML:Content><![CDATA[{0}]]></edXML:Content>")]
    [InlineData("<edXML:Unknown>{0}</edXML:Unknown>")]
    public void Refuses_long_texts(string element)
    {
        Code(Inserted(string.Format(null, element, new string('ă', 65_537)))).ShouldBe("AXS-2011");
        Code(Inserted(string.Format(null, element, new string('ă', 65_536)))).ShouldBeNull();
    }

    [Fact]
    public void Refuses_many_attachments() =>
        Sample.Edoc.Read(new() { MaxAttachments = 1 }).ShouldBeOfType<ReadOutcome.Refused>().Findings.ShouldContain(finding => finding.Code == "AXS-2012");

    [Fact]
    public void Lists_no_more_findings_than_the_cap()
    {
        var text = Inserted(string.Concat(Enumerable.Repeat("<edXML:Subject>a</edXML:Subject>", 5_000)));
        text.Read().ShouldBeOfType<ReadOutcome.Refused>().Findings.Count.ShouldBe(100);
    }

    private static string Inserted(string element) => Sample.Edoc.With("<edXML:Subject>", element + "<edXML:Subject>");

    private static string? Code(string package) =>
        package.Read() is ReadOutcome.Refused refused ? refused.Findings[^1].Code : null;
}
