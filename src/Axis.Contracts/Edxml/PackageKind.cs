namespace Axis.Contracts.Edxml;

/// <summary>What a package carries; its wire words are <c>edoc</c> and <c>status</c> (domain.md 1).</summary>
public enum PackageKind
{
    /// <summary>A document with its attachments.</summary>
    Edoc,

    /// <summary>A business status 01..16 of a document sent before.</summary>
    Status,
}
