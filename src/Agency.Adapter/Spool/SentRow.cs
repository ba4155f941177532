namespace Agency.Adapter.Spool;

/// <summary>A row of <c>SentDocument</c> with its submission, neither refused nor in conflict.</summary>
internal sealed record SentRow
{
    public string SubmissionId { get; init; } = "";
    public string Sender { get; init; } = "";
    public string DocumentId { get; init; } = "";
    public string? Family { get; init; }
    public string Code { get; init; } = "";
    public string PackageSha256 { get; init; } = "";
    public long HandedOverAt { get; init; }
    public byte[] Manifest { get; init; } = [];
    public string? Receipt { get; init; }

    public Guid Id => Guid.Parse(SubmissionId);
}
