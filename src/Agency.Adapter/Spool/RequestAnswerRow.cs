namespace Agency.Adapter.Spool;

/// <summary>A row of <c>RequestAnswer</c> with the time of its hand-over.</summary>
internal sealed record RequestAnswerRow
{
    public string SubmissionId { get; init; } = "";
    public string Code { get; init; } = "";
    public long HandedOverAt { get; init; }
}
