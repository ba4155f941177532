namespace Axis.Contracts.Edxml;

/// <summary>One Reference of the package's own manifest. Its content type is unreliable: the attachment's rules.</summary>
/// <param name="ContentId">Content id without its <c>cid:</c> prefixes; empty when absent.</param>
/// <param name="Name">AttachmentName, or <c>null</c>.</param>
/// <param name="ContentType">ContentType, or <c>null</c>.</param>
/// <param name="Description">Description, or <c>null</c>.</param>
public sealed record ManifestReference(string ContentId, string? Name, string? ContentType, string? Description);
