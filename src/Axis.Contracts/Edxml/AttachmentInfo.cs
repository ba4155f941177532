namespace Axis.Contracts.Edxml;

/// <summary>One attachment of a package, measured while it streamed; its bytes are not held.</summary>
/// <param name="Index">Position in the package, from 1.</param>
/// <param name="ContentId">Content id without its <c>cid:</c> prefixes; empty when absent.</param>
/// <param name="Name">AttachmentName as declared, or <c>null</c>.</param>
/// <param name="ContentType">ContentType as declared, or <c>null</c>.</param>
/// <param name="Description">Description, or <c>null</c>.</param>
/// <param name="Length">Length of the base64-decoded bytes.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the decoded bytes.</param>
public sealed record AttachmentInfo(
    int Index, string ContentId, string? Name, string? ContentType, string? Description, long Length, string Sha256)
{
    /// <summary>What was wrong with the base64 text.</summary>
    public Base64State Base64 { get; init; }

    /// <summary>What a ZIP in the decoded bytes holds, or <c>null</c> when they are no ZIP.</summary>
    public ZipContent? Zip { get; init; }

    /// <summary>True when the receiver unpacks the single entry (the rule of domain.md 1.4).</summary>
    public bool Unpacks => ZipRule.Applies(this);
}
