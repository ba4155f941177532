using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Incoming;

/// <summary>What a package says of itself, kept so that no list has to open packages. Absent parts are <c>null</c> or empty.</summary>
internal sealed record PackageMetadata
{
    public required string SenderCode { get; init; }
    public string? SenderName { get; init; }

    /// <summary>Id of the document; of a status: of the document answered.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Printed code, e.g. <c>7816/VPCP-TTĐT</c>; of a status: of the document answered.</summary>
    public string? Code { get; init; }
    public DateOnly? PromulgationDate { get; init; }
    public string? TypeName { get; init; }
    public string? Subject { get; init; }
    public DateOnly? DueDate { get; init; }
    public int? SteeringType { get; init; }

    /// <summary>0 new, 1 recall, 2 update, 3 replacement.</summary>
    public int? BusinessDocType { get; init; }

    /// <summary>What a recall, an update, a replacement or a 13 asks of its receiver here; absent in everything else, and in what came before this was kept.</summary>
    public ChangeCommand? Command { get; init; }

    /// <summary>The sender's reason for it.</summary>
    public string? ChangeReason { get; init; }
    public string? SignerName { get; init; }
    public string? StatusCode { get; init; }
    public string? Description { get; init; }
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>When the sender's seal was stamped; absent: the time of its sealing is only a claim.</summary>
    public DateTimeOffset? StampedAt { get; init; }

    /// <summary>Who checked it at the sender, in the sender's sealed word.</summary>
    public Checker? CheckedBy { get; init; }
    public IReadOnlyList<string> Receivers { get; init; } = [];
    public IReadOnlyList<AttachmentMetadata> Attachments { get; init; } = [];
}

/// <summary>One attachment of a package.</summary>
/// <param name="Number">Position, from 1.</param>
/// <param name="Name">Name that the receiver sees.</param>
/// <param name="ContentType">Declared type, or <c>null</c>.</param>
/// <param name="Length">Decoded bytes.</param>
/// <param name="Sha256">Lower-case hex of the decoded bytes.</param>
internal sealed record AttachmentMetadata(int Number, string Name, string? ContentType, long Length, string Sha256);
