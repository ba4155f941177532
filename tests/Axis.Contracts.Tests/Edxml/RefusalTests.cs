using System.Text;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Edxml;

/// <summary>One row for every way in which a package can be wrong: the code, and the element it is in.</summary>
public class RefusalTests
{
    private const string Envelope = "/edXML/edXMLEnvelope";
    private const string Header = Envelope + "/edXMLHeader/MessageHeader";
    private const string Attachment = "/edXML/AttachmentEncoded/Attachment";
    private const string Reference = Envelope + "/edXMLBody/edXMLManifest/Reference";

    public static TheoryData<string, string, string, string> Broken => new()
    {
        { "<?xml version", " <?xml version", "AXS-2003", "" },
        { "<?xml version", "x<?xml version", "AXS-2003", "" },
        { "encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"", "AXS-2002", "" },
        { "encoding=\"UTF-8\"", "encoding='utf-16'", "AXS-2002", "" },
        { "<?xml version=\"1.0\" encoding=\"UTF-8\"", "<?xml\tversion=\"1.0\"\nencoding\t=\n'iso-8859-1'", "AXS-2002", "" },
        { "<?xml version=\"1.0\" encoding=\"UTF-8\"", "<?xml version=\"1.0\" " + new string(' ', 2000) + "encoding='windows-1258'", "AXS-2002", "" },
        { "<?xml version=\"1.0\"", "<?xml version=\"1.1\"", "AXS-2005", "" },
        { "?>\n<edXML", "?>\n<!DOCTYPE edXML>\n<edXML", "AXS-2004", "" },
        { "?>\n<edXML", "?>\n<!DOCTYPE edXML [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<edXML", "AXS-2004", "" },
        { "V/v kiểm thử", "&x;", "AXS-2005", Header + "/Subject" },
        { "</edXML:Subject>", "</edXML:Subjekt>", "AXS-2005", Header + "/Subject" },
        { "V/v kiểm thử", "\u0001", "AXS-2005", Header + "/Subject" },
        { "V/v kiểm thử", "&#xD800;", "AXS-2005", Header + "/Subject" },
        { "<edXML:Subject>", "<x:Subject>", "AXS-2005", Header },
        { "</AttachmentEncoded>\n</edXML>", "</AttachmentEncoded>\n</edXML><x/>", "AXS-2005", "/edXML" },
        { "xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"", "xmlns=\"http://www.e-doc.vn/Schema/\"", "AXS-2101", "/edXML" },
        { "<edXML xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"", "<edXML xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"", "AXS-2101", "/edXML" },
        { "xmlns=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"", "xmlns=\"http://example.test/\"", "AXS-2103", "/edXML" },
        { "<AttachmentEncoded>", "<AttachmentEncoded xmlns=\"\">", "AXS-2103", "/edXML/AttachmentEncoded" },
        { "<edXML:From><edXML:OrganId>G22</edXML:OrganId></edXML:From>", "", "AXS-2104", Header + "/From" },
        { "<edXML:From><edXML:OrganId>G22</edXML:OrganId></edXML:From>", "<edXML:From/>", "AXS-2104", Header + "/From/OrganId" },
        { "<edXML:OrganId>H37.02</edXML:OrganId>", "", "AXS-2104", Header + "/To[1]/OrganId" },
        { "<edXML:OrganId>000.00.00.H14</edXML:OrganId>", "<edXML:OrganId/>", "AXS-2701", Header + "/To[2]/OrganId" },
        { "<edXML:OrganId>000.00.00.H14</edXML:OrganId>", "<edXML:OrganId>sở tư pháp</edXML:OrganId>", "AXS-2108", Header + "/To[2]/OrganId" },
        { "<edXML:DocumentId>G22,2026/11/23,7816/VPCP-TTĐT</edXML:DocumentId>", "", "AXS-2104", Header + "/DocumentId" },
        { "<edXML:CodeNumber>7816</edXML:CodeNumber>", "", "AXS-2104", Header + "/Code/CodeNumber" },
        { "<edXML:CodeNotation>VPCP-TTĐT</edXML:CodeNotation>", "<edXML:CodeNotation> </edXML:CodeNotation>", "AXS-2701", Header + "/Code/CodeNotation" },
        { "<edXML:Place>Hà Nội</edXML:Place>", "", "AXS-2104", Header + "/PromulgationInfo/Place" },
        { "<edXML:PromulgationDate>2026/11/23</edXML:PromulgationDate>", "", "AXS-2104", Header + "/PromulgationInfo/PromulgationDate" },
        { "Date>2026/11/23<", "Date>2026-11-23<", "AXS-2801", Header + "/PromulgationInfo/PromulgationDate" },
        { "Date>2026/11/23<", "Date>2026/02/30<", "AXS-2801", Header + "/PromulgationInfo/PromulgationDate" },
        { "Date>2026/11/23<", "Date>23/11/2026<", "AXS-2801", Header + "/PromulgationInfo/PromulgationDate" },
        { "<edXML:TypeName>Công văn</edXML:TypeName>", "", "AXS-2104", Header + "/DocumentType/TypeName" },
        { "<edXML:Type>2</edXML:Type>", "<edXML:Type>hai</edXML:Type>", "AXS-2106", Header + "/DocumentType/Type" },
        { "<edXML:Subject>V/v kiểm thử</edXML:Subject>", "", "AXS-2104", Header + "/Subject" },
        { "<edXML:Subject>V/v kiểm thử</edXML:Subject>", "<edXML:Subject>a</edXML:Subject><edXML:Subject>b</edXML:Subject>", "AXS-2105", Header + "/Subject" },
        { "V/v kiểm thử", "a<b>c</b>", "AXS-2109", Header + "/Subject" },
        { "<edXML:FullName>Người Ký Thử</edXML:FullName>", "", "AXS-2104", Header + "/SignerInfo/FullName" },
        { "<edXML:Priority>1</edXML:Priority>", "", "AXS-2104", Header + "/OtherInfo/Priority" },
        { "<edXML:Priority>1</edXML:Priority>", "<edXML:Priority/>", "AXS-2701", Header + "/OtherInfo/Priority" },
        { "<edXML:Priority>1</edXML:Priority>", "<edXML:Priority>5</edXML:Priority>", "AXS-2107", Header + "/OtherInfo/Priority" },
        { "<edXML:OtherInfo>", "<edXML:SteeringType>x</edXML:SteeringType><edXML:OtherInfo>", "AXS-2106", Header + "/SteeringType" },
        { "<edXML:OtherInfo>", "<edXML:DueDate>mai</edXML:DueDate><edXML:OtherInfo>", "AXS-2801", Header + "/DueDate" },
        { "DocType>0<", "DocType>4<", "AXS-2107", Envelope + "/edXMLHeader/TraceHeaderList/Bussiness/BussinessDocType" },
        { "V/v kiểm thử", new string('ă', 501), "AXS-2111", Header + "/Subject" },
        { "7816<", "123456789012<", "AXS-2111", Header + "/Code/CodeNumber" },
        { "2026/11/23 09:00:00", "0001/01/01 00:00:00", "AXS-2802", Envelope + "/edXMLHeader/TraceHeaderList/TraceHeader[1]/Timestamp" },
        { "V/v kiểm thử", "a<b>c</b><d/>", "AXS-2109", Header + "/Subject" },
        { "09:00:00", "09h", "AXS-2802", Envelope + "/edXMLHeader/TraceHeaderList/TraceHeader[1]/Timestamp" },
        { "<ContentTransferEncoded>SGFp</ContentTransferEncoded>", "<ContentTransferEncoded>SG!p</ContentTransferEncoded>", "AXS-2604", Attachment + "[2]/ContentTransferEncoded" },
        { "<ContentTransferEncoded>SGFp</ContentTransferEncoded>", "<ContentTransferEncoded>SGF</ContentTransferEncoded>", "AXS-2604", Attachment + "[2]/ContentTransferEncoded" },
        { "<ContentTransferEncoded>SGFp</ContentTransferEncoded>", "<ContentTransferEncoded>SG<!-- x -->Fp</ContentTransferEncoded>", "AXS-2604", Attachment + "[2]/ContentTransferEncoded" },
        { "<ContentTransferEncoded>SGFp</ContentTransferEncoded>", "<ContentTransferEncoded>SGF=p</ContentTransferEncoded>", "AXS-2604", Attachment + "[2]/ContentTransferEncoded" },
        { "<ContentTransferEncoded>SGFp</ContentTransferEncoded>", "<ContentTransferEncoded>SGFp</ContentTransferEncoded><ContentTransferEncoded>SGFp</ContentTransferEncoded>", "AXS-2105", Attachment + "[2]/ContentTransferEncoded" },
        { "<ContentTransferEncoded>SGFp</ContentTransferEncoded>", "<ContentTransferEncoded/>", "AXS-2605", Attachment + "[2]/ContentTransferEncoded" },
        { "<ContentTransferEncoded>SGFp</ContentTransferEncoded>", "", "AXS-2605", Attachment + "[2]/ContentTransferEncoded" },
        { "<AttachmentName>b.doc</AttachmentName>", "", "AXS-2613", Attachment + "[2]/AttachmentName" },
        { "<AttachmentName>b.doc</AttachmentName>", "<AttachmentName>../b.doc</AttachmentName>", "AXS-2614", Attachment + "[2]/AttachmentName" },
        { "<ContentId>cid:2</ContentId>", "<ContentId>cid:3</ContentId>", "AXS-2602", Reference + "[2]/ContentId" },
        { "<ContentId>cid:2</ContentId>", "<ContentId>cid:3</ContentId>", "AXS-2603", Attachment + "[2]/ContentId" },
        { "<ContentId>cid:2</ContentId>", "<ContentId>cid:1</ContentId>", "AXS-2602", Reference + "[2]/ContentId" },
        { "<ContentType>application/doc</ContentType>", "<ContentType>application/zip</ContentType>", "AXS-2609", Attachment + "[2]/ContentTransferEncoded" },
        { "<ContentType>application/doc</ContentType>", "", "AXS-2609", Attachment + "[2]/ContentTransferEncoded" },
        { "V/v kiểm thử", "<![CDATA[<ContentTransferEncoded>SGFp</ContentTransferEncoded>]]>", "AXS-2113", "/edXML" },
        { "<AttachmentEncoded>", "<!-- <ContentTransferEncoded>SGFp</ContentTransferEncoded> --><AttachmentEncoded>", "AXS-2113", "/edXML" },
    };

    public static TheoryData<string, string, string, string> BrokenStatus => new()
    {
        { "<edXML:StatusCode>02</edXML:StatusCode>", "<edXML:StatusCode>103</edXML:StatusCode>", "AXS-1013", Header + "/StatusCode" },
        { "<edXML:StatusCode>02</edXML:StatusCode>", "<edXML:StatusCode/>", "AXS-2701", Header + "/StatusCode" },
        { "<edXML:Description>Sai nơi nhận</edXML:Description>", "", "AXS-2702", Header + "/Description" },
        { "<edXML:OrganId>G22</edXML:OrganId>", "", "AXS-2104", Header + "/ResponseFor[1]/OrganId" },
        { "<edXML:OrganId>G22</edXML:OrganId><edXML:Code>7816/VPCP-TTĐT</edXML:Code><edXML:PromulgationDate>2026/11/23</edXML:PromulgationDate><edXML:DocumentId>G22,2026/11/23,7816/VPCP-TTĐT</edXML:DocumentId>", "", "AXS-2104", Header + "/ResponseFor" },
        { "<edXML:PromulgationDate>2026/11/23</edXML:PromulgationDate><edXML:DocumentId>G22,2026/11/23,7816/VPCP-TTĐT</edXML:DocumentId>", "", "AXS-2110", Header + "/ResponseFor[1]" },
        { "</edXML:edXMLEnvelope>", "</edXML:edXMLEnvelope><AttachmentEncoded/>", "AXS-2112", "/edXML" },
        { "10:00:00", "10 giờ", "AXS-2802", Header + "/Timestamp" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Finds_the_code_and_the_element(string part, string replacement, string code, string path) =>
        Sample.Edoc.With(part, replacement).Read().Found().ShouldContain(code + " " + path);

    [Theory]
    [MemberData(nameof(BrokenStatus))]
    public void Finds_the_code_and_the_element_of_a_status(string part, string replacement, string code, string path) =>
        Sample.Status.With(part, replacement).Read().Found().ShouldContain(code + " " + path);

    [Fact]
    public void Finds_nothing_in_sound_packages()
    {
        Sample.Edoc.Read().Found().ShouldBeEmpty();
        Sample.Status.Read().Found().ShouldBeEmpty();
        DoorChecks.Judge(Sample.Edoc.Read())[CheckRule.R6].State.ShouldBe(CheckState.Passed);
    }

    [Fact]
    public void Tells_everything_at_once() =>
        Sample.Edoc.With("<edXML:Priority>1</edXML:Priority>", "<edXML:Priority>9</edXML:Priority>").With("Date>2026/11/23<", "Date>?<").With("V/v kiểm thử", "")
            .Read().Found().ShouldBe([
                "AXS-2107 " + Header + "/OtherInfo/Priority",
                "AXS-2701 " + Header + "/Subject",
                "AXS-2801 " + Header + "/PromulgationInfo/PromulgationDate",
            ], ignoreOrder: true);

    [Theory]
    [InlineData("", "AXS-2001")]
    [InlineData("\uFEFF", "AXS-2003")]
    [InlineData("<x/>", "AXS-2102")]
    [InlineData("<edXML/>", "AXS-2103")]
    [InlineData("<edXML xmlns='http://www.mic.gov.vn/TBT/QCVN_102_2016'/>", "AXS-2104")]
    [InlineData("<", "AXS-2005")]
    [InlineData("<a", "AXS-2005")]
    [InlineData("<!-- <!DOCTYPE -->", "AXS-2005")]
    public void Refuses_what_is_hardly_a_package(string text, string code) =>
        text.Read().ShouldBeOfType<ReadOutcome.Refused>().Findings[0].Code.ShouldBe(code);

    [Fact]
    public void Refuses_other_encodings_by_their_bytes()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            Code([.. encoding.Preamble, .. encoding.GetBytes(Sample.Edoc)]).ShouldBe("AXS-2002");
            Code(encoding.GetBytes(Sample.Edoc)).ShouldBe("AXS-2002");
        }

        Code(Encoding.Latin1.GetBytes(Sample.Edoc)).ShouldBe("AXS-2002");

        static string Code(byte[] bytes) => bytes.Read().ShouldBeOfType<ReadOutcome.Refused>().Findings[0].Code;
    }
}
