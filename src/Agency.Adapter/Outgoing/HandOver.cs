namespace Agency.Adapter.Outgoing;

/// <summary>What a hand-over is, seen from the spool.</summary>
/// <param name="SubmissionId">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Try">Try it would stand under.</param>
internal sealed record HandOver(Guid SubmissionId, HandOverKind Kind, int Try);

/// <summary>What a hand-over is.</summary>
internal enum HandOverKind
{
    /// <summary>Never seen.</summary>
    New,

    /// <summary>On its way or accepted: same id, same answer.</summary>
    Repeat,

    /// <summary>Refused by the hub before: judged afresh under the next try.</summary>
    Afresh,

    /// <summary>The id stands for other bytes.</summary>
    Conflict,
}
