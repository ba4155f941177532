using System.Text;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Edxml;

/// <summary>Small packages as text, to be broken by replacing a part of them.</summary>
internal static class Sample
{
    public const string Edoc = """
        <?xml version="1.0" encoding="UTF-8"?>
        <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">
          <edXML:edXMLEnvelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
            <edXML:edXMLHeader>
              <edXML:MessageHeader>
                <edXML:From><edXML:OrganId>G22</edXML:OrganId></edXML:From>
                <edXML:To><edXML:OrganId>H37.02</edXML:OrganId></edXML:To>
                <edXML:To><edXML:OrganId>000.00.00.H14</edXML:OrganId></edXML:To>
                <edXML:DocumentId>G22,2026/11/23,7816/VPCP-TTĐT</edXML:DocumentId>
                <edXML:Code><edXML:CodeNumber>7816</edXML:CodeNumber><edXML:CodeNotation>VPCP-TTĐT</edXML:CodeNotation></edXML:Code>
                <edXML:PromulgationInfo><edXML:Place>Hà Nội</edXML:Place><edXML:PromulgationDate>2026/11/23</edXML:PromulgationDate></edXML:PromulgationInfo>
                <edXML:DocumentType><edXML:Type>2</edXML:Type><edXML:TypeName>Công văn</edXML:TypeName></edXML:DocumentType>
                <edXML:Subject>V/v kiểm thử</edXML:Subject>
                <edXML:SignerInfo><edXML:Position>Chánh Văn phòng</edXML:Position><edXML:FullName>Người Ký Thử</edXML:FullName></edXML:SignerInfo>
                <edXML:OtherInfo><edXML:Priority>1</edXML:Priority></edXML:OtherInfo>
              </edXML:MessageHeader>
              <edXML:TraceHeaderList>
                <edXML:Bussiness><edXML:BussinessDocType>0</edXML:BussinessDocType><edXML:Paper>0</edXML:Paper></edXML:Bussiness>
                <edXML:TraceHeader><edXML:OrganId>G22</edXML:OrganId><edXML:Timestamp>2026/11/23 09:00:00</edXML:Timestamp></edXML:TraceHeader>
              </edXML:TraceHeaderList>
            </edXML:edXMLHeader>
            <edXML:edXMLBody>
              <edXML:edXMLManifest version="1.0">
                <edXML:Reference><edXML:ContentId>cid:1</edXML:ContentId><edXML:AttachmentName>a.pdf</edXML:AttachmentName></edXML:Reference>
                <edXML:Reference><edXML:ContentId>cid:2</edXML:ContentId><edXML:AttachmentName>b.doc</edXML:AttachmentName></edXML:Reference>
              </edXML:edXMLManifest>
            </edXML:edXMLBody>
          </edXML:edXMLEnvelope>
          <AttachmentEncoded>
            <Attachment><ContentId>cid:1</ContentId><AttachmentName>a.pdf</AttachmentName><ContentType>application/pdf</ContentType><edXML:ContentTransferEncoded xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">TWE=</edXML:ContentTransferEncoded></Attachment>
            <Attachment><ContentId>cid:2</ContentId><AttachmentName>b.doc</AttachmentName><ContentType>application/doc</ContentType><ContentTransferEncoded>SGFp</ContentTransferEncoded></Attachment>
          </AttachmentEncoded>
        </edXML>
        """;

    public const string Status = """
        <?xml version="1.0" encoding="UTF-8"?>
        <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">
          <edXML:edXMLEnvelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
            <edXML:edXMLHeader>
              <edXML:MessageHeader>
                <edXML:From><edXML:OrganId>H37.02</edXML:OrganId></edXML:From>
                <edXML:ResponseFor><edXML:OrganId>G22</edXML:OrganId><edXML:Code>7816/VPCP-TTĐT</edXML:Code><edXML:PromulgationDate>2026/11/23</edXML:PromulgationDate><edXML:DocumentId>G22,2026/11/23,7816/VPCP-TTĐT</edXML:DocumentId></edXML:ResponseFor>
                <edXML:StaffInfo><edXML:Department>Văn thư</edXML:Department><edXML:Staff>Người Thử</edXML:Staff></edXML:StaffInfo>
                <edXML:StatusCode>02</edXML:StatusCode>
                <edXML:Description>Sai nơi nhận</edXML:Description>
                <edXML:Timestamp>2026/11/23 10:00:00</edXML:Timestamp>
              </edXML:MessageHeader>
            </edXML:edXMLHeader>
          </edXML:edXMLEnvelope>
        </edXML>
        """;

    /// <summary>The text with <paramref name="part"/> replaced; the part must be there.</summary>
    public static string With(this string package, string part, string replacement)
    {
        package.ShouldContain(part);
        return package.Replace(part, replacement, StringComparison.Ordinal);
    }

    public static ReadOutcome Read(this string package, ReadLimits? limits = null) =>
        Encoding.UTF8.GetBytes(package).Read(limits);

    public static ReadOutcome Read(this byte[] package, ReadLimits? limits = null) =>
        PackageReader.Read(package, limits ?? ReadLimits.Default);

    public static Package Package(this ReadOutcome outcome) =>
        outcome is ReadOutcome.Refused refused
            ? throw new ShouldAssertException("refused: " + string.Join("; ", refused.Findings.Select(finding => $"{finding.Code} {finding.Path} {finding.English}")))
            : ((ReadOutcome.Read)outcome).Package;

    /// <summary>Codes and paths of everything the reader and the door find.</summary>
    public static IReadOnlyList<string> Found(this ReadOutcome outcome) =>
        [.. DoorChecks.Judge(outcome).Findings.Select(finding => finding.Code + " " + finding.Path)];
}
