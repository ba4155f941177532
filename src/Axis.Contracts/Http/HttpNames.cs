namespace Axis.Contracts.Http;

/// <summary>Headers of the hub's endpoint for adapters (protocol.md 7).</summary>
public static class HttpNames
{
    /// <summary>Of a PUT: the byte its body begins at, 0 when absent. Of an answer: where the upload stands.</summary>
    public const string UploadOffset = "Upload-Offset";

    /// <summary><c>?1</c> when the content is whole and durable, <c>?0</c> while it is not.</summary>
    public const string UploadComplete = "Upload-Complete";

    /// <summary>Beside a certificate: from when on its seals no longer count, ISO 8601; absent while it is in use.</summary>
    public const string WithdrawnAt = "Axis-Withdrawn-At";

    /// <summary>Start of the type of every problem (RFC 9457); the catalogue's code follows.</summary>
    public const string ProblemType = "urn:axis:error:";
}
