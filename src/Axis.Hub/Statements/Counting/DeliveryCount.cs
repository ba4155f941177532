using Axis.Hub.Ledger;

namespace Axis.Hub.Statements.Counting;

/// <summary>One delivery made ready for counting: its facts, its whole history, and its stays.</summary>
internal sealed class DeliveryCount(DeliveryFacts facts, IReadOnlyList<HistoryEvent> history)
{
    public DeliveryFacts Facts => facts;

    public DateTimeOffset CreatedAt => history[0].EffectiveAt;

    public IReadOnlyList<Stay> Stays { get; } = Counting.Stays.Of(history);

    /// <summary>True when anything about it counts on a day: it is open when that begins or ends, or something happened.</summary>
    public bool Concerns(DaySpan day) =>
        CreatedAt < day.End && (StateAt(day.Start) is { IsAtRest: false } || history.Any(row => day.Contains(row.EffectiveAt)));

    /// <summary>The fold of the events before an instant; null when it was not created yet.</summary>
    public FoldedDelivery? StateAt(DateTimeOffset end)
    {
        if (history[0].EffectiveAt >= end)
        {
            return null;
        }

        var state = FoldedDelivery.Begin(history[0]);
        for (var place = 1; place < history.Count && history[place].EffectiveAt < end; place++)
        {
            state = state.After(history[place]);
        }

        return state;
    }

    /// <summary>The events that became effective at an instant, by number and kind.</summary>
    public IReadOnlyList<string> EventsAt(DateTimeOffset? at) =>
        [.. history.Index().Where(entry => entry.Item.EffectiveAt == at).Select(entry => $"#{entry.Index + 1} {entry.Item.Kind} {entry.Item.Detail}".TrimEnd())];

    /// <summary>When it arrived, was first answered and was returned, by all that is known.</summary>
    public (DateTimeOffset? Arrived, DateTimeOffset? Answered, DateTimeOffset? Returned) Moments()
    {
        DateTimeOffset? returned = null;
        var state = FoldedDelivery.Begin(history[0]);
        for (var place = 1; place < history.Count; place++)
        {
            state = state.After(history[place]);
            if (history[place] is { Kind: EventKinds.Status, BusinessTo: BusinessMachine.Refused } row)
            {
                returned ??= row.EffectiveAt;
            }
        }

        return (state.ArrivedAt, state.AnsweredAt, returned);
    }
}
