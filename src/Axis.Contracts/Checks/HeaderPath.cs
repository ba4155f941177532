namespace Axis.Contracts.Checks;

/// <summary>Paths of the elements that findings are about.</summary>
internal static class HeaderPath
{
    public const string Business = "/edXML/edXMLEnvelope/edXMLHeader/TraceHeaderList/Bussiness";

    private const string Header = "/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/";

    public static string Of(string element) => Header + element;

    public static string InBusiness(string element) => Business + "/" + element;

    public static string OfAttachment(int index) => $"/edXML/AttachmentEncoded/Attachment[{index}]/AttachmentName";
}
