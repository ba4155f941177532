using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>A package that was read: its headers and what its attachments are, without their bytes.</summary>
public sealed record Package
{
    /// <summary>Edoc or status, decided by content (a StatusCode makes a status), never by a transport header.</summary>
    public required PackageKind Kind { get; init; }

    /// <summary>Header of an edoc; <c>null</c> in a status.</summary>
    public EdocHeader? Edoc { get; init; }

    /// <summary>Header of a status; <c>null</c> in an edoc.</summary>
    public StatusHeader? Status { get; init; }

    /// <summary>Hops in the order of the package.</summary>
    public IReadOnlyList<TraceHeader> Traces { get; init; } = [];

    /// <summary>Recall, update or replacement, or <c>null</c> (a new document).</summary>
    public Business? Business { get; init; }

    /// <summary>References of the package's manifest, in order.</summary>
    public IReadOnlyList<ManifestReference> Manifest { get; init; } = [];

    /// <summary>Attachments, in order.</summary>
    public IReadOnlyList<AttachmentInfo> Attachments { get; init; } = [];

    /// <summary>True when the header holds a Signature with a value; an empty DigitalSignature is none. Nothing is verified here.</summary>
    public bool HasSignature { get; init; }

    /// <summary>Warnings; what refuses a package makes it <see cref="ReadOutcome.Refused"/>.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The sender.</summary>
    public Organization From => Edoc?.From ?? Status!.From;

    /// <summary>Codes of the receivers as spelled: every To of an edoc, ResponseFor of a status.</summary>
    public IReadOnlyList<string> Receivers =>
        Edoc is { } edoc ? [.. edoc.To.Select(organization => organization.OrganId)] : [Status!.ResponseFor.OrganId!];
}
