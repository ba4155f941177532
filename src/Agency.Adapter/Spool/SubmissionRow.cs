using Agency.Adapter.Outgoing;

namespace Agency.Adapter.Spool;

/// <summary>A row of <c>Submission</c>: times in Unix milliseconds, ids as text.</summary>
internal sealed record SubmissionRow
{
    public long Cursor { get; init; }
    public string SubmissionId { get; init; } = "";
    public string Agency { get; init; } = "";
    public string Kind { get; init; } = "";
    public int Priority { get; init; }
    public string PackageSha256 { get; init; } = "";
    public long PackageLength { get; init; }
    public int Try { get; init; }
    public SubmissionState State { get; init; }
    public byte[] Manifest { get; init; } = [];
    public byte[] Seal { get; init; } = [];
    public bool NeedsTimeStamp { get; init; }
    public bool NeedsUpload { get; init; }
    public long HandedOverAt { get; init; }
    public string Findings { get; init; } = "[]";
    public string? Receipt { get; init; }
    public int Sends { get; init; }
    public long? DueAt { get; init; }
    public string? WaitsFor { get; init; }

    public Guid Id => Guid.Parse(SubmissionId);
}
