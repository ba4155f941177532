using Axis.Contracts.Http;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>What a comparison has come to.</summary>
/// <param name="Found">Differences.</param>
/// <param name="Seen">Lines that were looked at: posted, or expected.</param>
/// <param name="Unjudged">Lines, and deliveries of lines, that were too young to be judged.</param>
internal sealed record ComparedBooks(IReadOnlyList<FoundDifference> Found, IReadOnlySet<(BookSide Side, Guid Id)> Seen, IReadOnlySet<(BookSide Side, Guid Id)> Unjudged)
{
    /// <summary>True when a difference that was not found is none any more; else nothing is known of it.</summary>
    public bool HasJudged(BookDifferenceRow row) =>
        Seen.Contains((row.Side, row.LineId)) && !Unjudged.Contains((row.Side, row.LineId)) && !Unjudged.Contains((row.Side, row.SubjectId));
}
