using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;

namespace Axis.Hub.Operate.Trace;

/// <summary>One line of <c>GET /api/documents</c>. Times are UTC.</summary>
public sealed record DocumentLine
{
    public required Guid DocumentId { get; init; }
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary><c>edoc</c> or <c>status</c>.</summary>
    public required string Kind { get; init; }
    public required string SenderCode { get; init; }

    /// <summary>Name of the sender in the registry.</summary>
    public string? SenderName { get; init; }
    public required string AdapterCode { get; init; }
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }
    public DateOnly? PromulgationDate { get; init; }
    public string? TypeName { get; init; }
    public string? Subject { get; init; }
    public int Priority { get; init; }

    /// <summary>Code of a status package.</summary>
    public string? StatusCode { get; init; }
    public int Deliveries { get; init; }
    public int Done { get; init; }
    public int Failed { get; init; }
    public int Void { get; init; }
}

/// <summary>One document with everything that became of it: <c>GET /api/documents/{id}</c>.</summary>
/// <param name="Header">What the list shows.</param>
/// <param name="SenderName">Name of the sender in the registry, or its code.</param>
/// <param name="SubmissionId">The submission that was accepted.</param>
/// <param name="DocumentIdText">The sender's own id, raw.</param>
/// <param name="PackageSha256">Lower-case hex.</param>
/// <param name="PackageLength">Bytes.</param>
/// <param name="CertificateSha256">Certificate of the seal.</param>
/// <param name="SealedAt">When the sender's adapter sealed it, UTC.</param>
/// <param name="StampedAt">When a time-stamping authority saw the seal, UTC, or null: then the sealing time is only a claim.</param>
/// <param name="CheckedBy">Who checked it before it was handed over, in the sender's sealed word; null: nobody was named.</param>
/// <param name="Findings">What the door found.</param>
/// <param name="Receivers">One per receiver, by code.</param>
public sealed record DocumentView(
    DocumentLine Header, string SenderName, Guid SubmissionId, string? DocumentIdText, string PackageSha256, long PackageLength,
    string CertificateSha256, DateTimeOffset SealedAt, DateTimeOffset? StampedAt, Checker? CheckedBy, IReadOnlyList<Finding> Findings, IReadOnlyList<DeliveryView> Receivers);
