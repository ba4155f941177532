using Axis.Contracts.Http;
using Axis.Hub.Watch.Reconcile;

namespace Axis.Hub.Statements.Counting;

/// <summary>One difference between an adapter's books and the hub's, on one agency's statement.</summary>
internal sealed record DifferenceFacts
{
    public required Guid DifferenceId { get; init; }
    public required Guid AgencyId { get; init; }
    public required BookSide Side { get; init; }

    /// <summary>Submission, or delivery.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>AXS-85xx.</summary>
    public required string Code { get; init; }
    public string? Document { get; init; }
}

/// <summary>A difference made ready for counting.</summary>
/// <param name="Facts">What it is.</param>
/// <param name="History">What has happened to it, in order.</param>
internal sealed record CountedDifference(DifferenceFacts Facts, IReadOnlyList<DifferenceMoment> History)
{
    /// <summary>The stays among the open ones.</summary>
    public IReadOnlyList<Stay> Stays()
    {
        var stays = new List<Stay>();
        DateTimeOffset? from = null;
        foreach (var moment in History)
        {
            if (moment.Kind == DifferenceEvents.Found)
            {
                from ??= moment.At;
            }
            else if (from is { } opened)
            {
                if (opened < moment.At)
                {
                    stays.Add(new(Stock.Differs, opened, moment.At, moment.Kind == DifferenceEvents.Closed ? LeftBy.Closed : LeftBy.Settled));
                }

                from = null;
            }
        }

        if (from is { } still)
        {
            stays.Add(new(Stock.Differs, still, null, null));
        }

        return stays;
    }

    /// <summary>Who has closed it at an instant.</summary>
    public DifferenceMoment ClosingAt(DateTimeOffset at) => History.Last(moment => moment.Kind == DifferenceEvents.Closed && moment.At == at);

    /// <summary>What happened to it at an instant.</summary>
    public IReadOnlyList<string> MomentsAt(DateTimeOffset? at) =>
        [.. History.Index().Where(entry => entry.Item.At == at).Select(entry => $"#{entry.Index + 1} {entry.Item.Kind} {entry.Item.Source}{(entry.Item.Reason is { } reason ? $": {reason}" : "")}")];
}

/// <summary>One event of a difference.</summary>
/// <param name="At">When it became effective.</param>
/// <param name="Kind">One of <see cref="DifferenceEvents"/>.</param>
/// <param name="Source">The reconciliation, or who has closed it.</param>
/// <param name="Reason">Why it was closed.</param>
internal sealed record DifferenceMoment(DateTimeOffset At, string Kind, string Source, string? Reason = null);
