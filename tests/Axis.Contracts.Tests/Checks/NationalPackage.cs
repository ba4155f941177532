using System.IO.Compression;
using System.Text;
using Axis.Contracts.Tests.Edxml;

namespace Axis.Contracts.Tests.Checks;

/// <summary>A package as software on the national client library sends it: the recorded one, or the recorded one with one part as it is met elsewhere.</summary>
/// <param name="Name">What is special.</param>
/// <param name="Bytes">The package.</param>
internal sealed record NationalPackage(string Name, byte[] Bytes)
{
    private const string Base64 = "VHJhbmcga2nhu4NtIHRo4butIDEK";
    private const string PdfName = "<AttachmentName>a.pdf</AttachmentName>\r\n      <Description>";
    private const string PdfType = "<ContentType>application/pdf</ContentType>";
    private static readonly string Recorded = Encoding.UTF8.GetString(Fixture.Bytes("sdk-edoc.edxml"));
    private static readonly string Traces = Recorded[Recorded.IndexOf("      <edXML:TraceHeaderList>", StringComparison.Ordinal)..(Recorded.IndexOf("</edXML:TraceHeaderList>", StringComparison.Ordinal) + 26)];
    private static readonly string Attachment = Recorded[Recorded.IndexOf("    <Attachment>", StringComparison.Ordinal)..(Recorded.IndexOf("</Attachment>", StringComparison.Ordinal) + 15)];
    private static readonly string Reference = Recorded[Recorded.IndexOf("        <edXML:Reference>", StringComparison.Ordinal)..(Recorded.IndexOf("</edXML:Reference>", StringComparison.Ordinal) + 20)];

    /// <summary>vxp-protocol 0, 5.1 and 7.</summary>
    public static IReadOnlyList<NationalPackage> All { get; } =
    [
        new("as it was recorded", Fixture.Bytes("sdk-edoc.edxml")),
        new("with the line end that the call adds", [.. Fixture.Bytes("sdk-edoc.edxml"), 13, 10]),
        new("nothing but a root element", Fixture.Bytes("sdk-tiny.edxml")),
        new("no edXML at all", "abc"u8.ToArray()),
        new("with a byte-order mark", [0xEF, 0xBB, 0xBF, .. Fixture.Bytes("sdk-edoc.edxml")]),
        new("in UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Recorded.Replace("UTF-8", "UTF-16", StringComparison.Ordinal))]),
        Of("bytes before the prolog", "<?xml", " <?xml"),
        Of("a DOCTYPE", "<edXML xmlns=", "<!DOCTYPE edXML [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\r\n<edXML xmlns="),
        Of("another prefix", ("edXML:", "q:"), ("xmlns:edXML", "xmlns:q")),
        Of("without the prefix in the envelope", ("<edXML:", "<"), ("</edXML:", "</")),
        Of("of the older dialect", "http://www.mic.gov.vn/TBT/QCVN_102_2016", "http://www.e-doc.vn/Schema/"),
        Of("a placeholder of a signature", "    </edXML:edXMLHeader>", "      <Signature><SignatureValue>string</SignatureValue></Signature>\r\n    </edXML:edXMLHeader>"),
        Of("without traces", Traces, ""),
        Of("an empty ResponseFor", "<edXML:SteeringType>", "<edXML:ResponseFor/><edXML:SteeringType>"),
        Of("steering that is no number", "<edXML:SteeringType>1<", "<edXML:SteeringType>chỉ đạo<"),
        Of("a priority that is no number", "<edXML:Priority>0<", "<edXML:Priority>thường<"),
        Of("a type that is no number", "<edXML:Type>2<", "<edXML:Type>CV<"),
        Of("the type number of another client", "<edXML:Type>2<", "<edXML:Type>18<"),
        Of("a date with hyphens", "<edXML:PromulgationDate>2026/11/23<", "<edXML:PromulgationDate>2026-11-23<"),
        Of("a date of the older dialect", "<edXML:PromulgationDate>2026/11/23<", "<edXML:PromulgationDate>23/11/2026<"),
        Of("a day that does not exist", "<edXML:PromulgationDate>2026/11/23<", "<edXML:PromulgationDate>2026/02/30<"),
        Of("a GUID for a document id", "H99.01,2026/11/23,101/UBND-VX", "{7C8F35C3-2B84-48C0-B348-40359531A09F}"),
        Of("an id put together from null", "H99.01,2026/11/23,101/UBND-VX", "null,2026/11/23,101/UBND-VX"),
        Of("a signer without a name", "<edXML:FullName>Người Ký Thử<", "<edXML:FullName>N/A<"),
        Of("the same receiver twice", "<edXML:OrganId>H99.03<", "<edXML:OrganId>H99.02<"),
        Of("without files", (Reference, ""), (Attachment, "")),
        Of("a content id with cid twice", "cid:7c8f", "cid:cid:7c8f"),
        Of("one content id for all files", ("cid:7c8f35c3-2b84-48c0-b348-40359531a09f", "cid:209"), (Reference.Replace("cid:7c8f35c3-2b84-48c0-b348-40359531a09f", "cid:209", StringComparison.Ordinal), Twice(Reference)), (Attachment.Replace("cid:7c8f35c3-2b84-48c0-b348-40359531a09f", "cid:209", StringComparison.Ordinal), Twice(Attachment))),
        Of("a spreadsheet in a ZIP of one entry", ("a.pdf", "bảng tính.xlsx"), (PdfType, "<ContentType>application/zip</ContentType>"), (Base64, Zip("0f8fad5b-d9cb-469f-a165-70867728950e.xlsx"))),
        Of("declared as a ZIP and none", PdfType, "<ContentType>application/zip</ContentType>"),
        Of("no content type and no ZIP", PdfType, ""),
        Of("a ZIP declared as PDF", Base64, Zip("a.pdf")),
        Of("a ZIP with a folder in its entry", (PdfName, "<AttachmentName>a.xlsx</AttachmentName>\r\n      <Description>"), (PdfType, "<ContentType>application/zip</ContentType>"), (Base64, Zip("../a.xlsx"))),
        Of("a ZIP of two entries", (PdfName, "<AttachmentName>a.xlsx</AttachmentName>\r\n      <Description>"), (PdfType, "<ContentType>application/zip</ContentType>"), (Base64, Zip("a.xlsx", "b.xlsx"))),
        Of("base64 that breaks off", Base64, "VHJhbmcga2nhu4NtIHRo4butIDE"),
        Of("an empty file", Base64, ""),
        Of("paper beside it", "<edXML:Paper>0<", "<edXML:Paper>1<"),
        Of("a recall that names its document in the header", ("<edXML:BussinessDocType>0<", "<edXML:BussinessDocType>1<"), ("Văn bản điện tử mới", "Gửi nhầm đơn vị nhận"), (Reference, ""), (Attachment, "")),
        Of("an update without its document", ("<edXML:BussinessDocType>0<", "<edXML:BussinessDocType>2<"), ("Văn bản điện tử mới", "Đính chính")),
        Of("a replacement without a reason", ("<edXML:BussinessDocType>0<", "<edXML:BussinessDocType>3<"), ("Văn bản điện tử mới", "")),
        new("a status as the client writes it", Encoding.UTF8.GetBytes(Status("03", "Đã tiếp nhận"))),
        new("a refusal without a reason", Encoding.UTF8.GetBytes(Status("02", ""))),
        new("a status that nobody knows", Encoding.UTF8.GetBytes(Status("103", "Chờ lấy lại"))),
    ];

    private static NationalPackage Of(string name, string part, string instead) => Of(name, (part, instead));

    /// <exception cref="ArgumentException">The recorded package has no such part: the variant would not be one.</exception>
    private static NationalPackage Of(string name, params (string Part, string Instead)[] changes)
    {
        var text = Recorded;
        foreach (var (part, instead) in changes)
        {
            text = text.Contains(part, StringComparison.Ordinal) ? text.Replace(part, instead, StringComparison.Ordinal) : throw new ArgumentException($"{name}: no {part}", nameof(changes));
        }

        return new(name, Encoding.UTF8.GetBytes(text));
    }

    private static string Twice(string part)
    {
        var one = part.Replace("cid:7c8f35c3-2b84-48c0-b348-40359531a09f", "cid:209", StringComparison.Ordinal);
        return one + one.Replace("a.pdf", "b.pdf", StringComparison.Ordinal);
    }

    private static string Zip(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                using var content = archive.CreateEntry(entry).Open();
                content.Write("Trang kiểm thử"u8);
            }
        }

        return Convert.ToBase64String(bytes.ToArray());
    }

    private static string Status(string code, string description) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">
          <edXML:edXMLEnvelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">
            <edXML:edXMLHeader>
              <edXML:MessageHeader>
                <edXML:From><edXML:OrganId>H99.02</edXML:OrganId><edXML:OrganName>Cơ quan thử H99.02</edXML:OrganName></edXML:From>
                <edXML:ResponseFor>
                  <edXML:OrganId>H99.01</edXML:OrganId>
                  <edXML:Code>101/UBND-VX</edXML:Code>
                  <edXML:PromulgationDate>2026/11/23</edXML:PromulgationDate>
                  <edXML:DocumentId>H99.01,2026/11/23,101/UBND-VX</edXML:DocumentId>
                </edXML:ResponseFor>
                <edXML:StaffInfo><edXML:Department>Văn thư</edXML:Department><edXML:Staff>Người Nhận Thử</edXML:Staff></edXML:StaffInfo>
                <edXML:StatusCode>{code}</edXML:StatusCode>
                <edXML:Description>{description}</edXML:Description>
                <edXML:Timestamp>2026/11/23 10:05:00</edXML:Timestamp>
              </edXML:MessageHeader>
            </edXML:edXMLHeader>
          </edXML:edXMLEnvelope>
        </edXML>
        """.ReplaceLineEndings("\r\n") + "\r\n";
}
