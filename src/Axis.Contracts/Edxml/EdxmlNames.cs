using System.Collections.Frozen;

namespace Axis.Contracts.Edxml;

/// <summary>Namespaces and element names of the national format (domain.md 1), spelled as it spells them.</summary>
internal static class EdxmlNames
{
    public const string National = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
    public const string Old = "http://www.e-doc.vn/Schema/";
    public const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string Prefix = "edXML";
    public const string ContentTransferEncoded = "ContentTransferEncoded";

    /// <summary>Every name the reader knows: one of them in no namespace is a mistake, any other is just unknown.</summary>
    public static readonly FrozenSet<string> Known = new[]
    {
        "edXML", "edXMLEnvelope", "edXMLHeader", "edXMLBody", "edXMLManifest", "Reference", "MessageHeader", "TraceHeaderList",
        "TraceHeader", "Bussiness", "AttachmentEncoded", "Attachment", "From", "To", "OrganId", "DocumentId", "Code",
        "CodeNumber", "CodeNotation", "PromulgationInfo", "PromulgationDate", "DocumentType", "TypeName", "Subject", "SignerInfo",
        "FullName", "OtherInfo", "Priority", "ResponseFor", "StatusCode", "Timestamp", "ContentId", "AttachmentName",
        ContentTransferEncoded,
    }.ToFrozenSet();
}
