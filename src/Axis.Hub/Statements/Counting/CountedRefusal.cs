using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Counting;

/// <summary>One refused submission, (agency, package), or one receiver that was turned away.</summary>
internal sealed record RefusalFacts
{
    public required Guid CaseId { get; init; }
    public required Guid AgencyId { get; init; }

    /// <summary>The receiver that was turned away, as the package spelled it; empty for a whole package.</summary>
    public required string ReceiverCode { get; init; }
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }
    public DateOnly? PromulgationDate { get; init; }
}

/// <summary>A refusal made ready for counting.</summary>
/// <param name="Facts">What it is.</param>
/// <param name="History">What has happened to it, in order.</param>
internal sealed record CountedRefusal(RefusalFacts Facts, IReadOnlyList<RefusalMoment> History)
{
    /// <summary>The stays among the open ones.</summary>
    public IReadOnlyList<Stay> Stays()
    {
        var stays = new List<Stay>();
        DateTimeOffset? from = null;
        foreach (var moment in History)
        {
            if (moment.Said is not null)
            {
                continue;
            }

            if (moment.LeftBy is not { } left)
            {
                from ??= moment.At;
            }
            else if (from is { } opened)
            {
                if (opened < moment.At)
                {
                    stays.Add(new(Stock.Failed, opened, moment.At, left));
                }

                from = null;
            }
        }

        if (from is { } still)
        {
            stays.Add(new(Stock.Failed, still, null, null));
        }

        return stays;
    }

    /// <summary>What happened to it at an instant.</summary>
    public IReadOnlyList<string> MomentsAt(DateTimeOffset? at) =>
        [.. History.Index().Where(entry => entry.Item.At == at).Select(entry => $"#{entry.Index + 1} {entry.Item.LeftBy?.ToString() ?? entry.Item.Said?.Kind.ToString() ?? "Refused"} {entry.Item.Detail}".TrimEnd())];

    /// <summary>How often it was refused before an instant, and why last.</summary>
    public (int Count, string? Why) At(DateTimeOffset end)
    {
        var refused = History.Where(moment => moment is { LeftBy: null, Said: null } && moment.At < end).ToArray();
        return (refused.Sum(moment => moment.Copies), refused.LastOrDefault()?.Detail);
    }

    /// <summary>What the agency had said of it last before an instant, since it was opened or settled last; null: nothing.</summary>
    public IReadOnlyList<StatementAct>? SaidAt(DateTimeOffset end) =>
        History.Where(moment => moment.At < end).Reverse().TakeWhile(moment => moment.LeftBy is null).FirstOrDefault(moment => moment.Said is not null)?.Said is { } said ? [said] : null;
}

/// <summary>One event of a refusal.</summary>
/// <param name="At">When it became effective.</param>
/// <param name="LeftBy">How it was settled; null: refused, or refused again, or spoken of.</param>
/// <param name="Copies">How many copies were refused at once.</param>
/// <param name="Detail">The finding, or who closed it and why.</param>
/// <param name="Said">What the agency says of it; null of everything else.</param>
internal sealed record RefusalMoment(DateTimeOffset At, LeftBy? LeftBy, int Copies, string? Detail, StatementAct? Said = null);
