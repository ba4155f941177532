using Microsoft.Net.Http.Headers;

namespace Agency.Adapter.AgencySystem.Rest.Inbox;

/// <summary>How a file is offered.</summary>
internal static class AttachmentName
{
    /// <summary>Content-Disposition with the name in ASCII and in UTF-8 (RFC 6266, RFC 8187), always a download.</summary>
    public static string Disposition(string name, int number)
    {
        var header = new ContentDispositionHeaderValue("attachment");
        header.SetHttpFileName(SafeName.Of(name, $"attachment-{number}"));
        return header.ToString();
    }
}
