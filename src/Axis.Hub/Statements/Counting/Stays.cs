using Axis.Hub.Flow;
using Axis.Hub.Ledger;

namespace Axis.Hub.Statements.Counting;

/// <summary>The stays of one delivery, from its whole history. Pure; the events come in their sequence, in which the instants never go back.</summary>
internal static class Stays
{
    private static readonly Stock[] All = [Stock.NotAtRest, Stock.Failed, Stock.Backlog, Stock.NoReply];

    public static IReadOnlyList<Stay> Of(IReadOnlyList<HistoryEvent> history)
    {
        var stays = new List<Stay>();
        var state = FoldedDelivery.Begin(history[0]);
        for (var place = 0; place < history.Count; place++)
        {
            var (at, next) = (history[place].EffectiveAt, place + 1 < history.Count ? history[place + 1] : null);
            var after = next is null ? state : state.After(next);
            foreach (var stock in All)
            {
                if (IsOf(stock, state) && EntryOf(stock, state, at) is { } from && (next is null || from <= next.EffectiveAt))
                {
                    stays.Add(new(stock, from, next?.EffectiveAt, next is null ? null : Why(stock, after, next), stock == Stock.Failed ? state.FailedBy : null));
                }
            }

            state = after;
        }

        // Whatever happens to it in the instant of its creation, it was created and came to rest then; else what lasts no time cannot be seen.
        return [.. Joined(stays).Where(stay => stay.From != stay.Until || (stay.Stock == Stock.NotAtRest && stay.From == history[0].EffectiveAt))];
    }

    /// <summary>What is in a stock on both sides of an event has not left it, nor has what left and came again in one instant: nobody could have seen it outside.</summary>
    private static List<Stay> Joined(List<Stay> stays)
    {
        var joined = new List<Stay>(stays.Count);
        foreach (var stay in stays)
        {
            var last = joined.FindLastIndex(one => one.Stock == stay.Stock);
            if (last >= 0 && joined[last].Until == stay.From)
            {
                joined[last] = stay with { From = joined[last].From };
            }
            else
            {
                joined.Add(stay);
            }
        }

        return joined;
    }

    private static bool IsOf(Stock stock, FoldedDelivery state) => stock switch
    {
        Stock.NotAtRest => !state.IsAtRest,
        Stock.Failed => state is { Class: DeliveryClass.Failed, IsClosed: false },
        Stock.Backlog => state is { Class: DeliveryClass.NotArrived, ArriveDue: not null },
        Stock.NoReply => state is { Class: DeliveryClass.Arrived, AnswerDue: not null },
        _ => throw new ArgumentOutOfRangeException(nameof(stock)),
    };

    /// <summary>When a state that begins now puts it into the stock.</summary>
    private static DateTimeOffset? EntryOf(Stock stock, FoldedDelivery state, DateTimeOffset at)
    {
        var due = stock switch { Stock.Backlog => state.ArriveDue, Stock.NoReply => state.AnswerDue, _ => at };
        return due > at ? due : at;
    }

    private static LeftBy Why(Stock stock, FoldedDelivery after, HistoryEvent by) => after.Class switch
    {
        DeliveryClass.Void or DeliveryClass.Recalled => LeftBy.Recalled,
        DeliveryClass.Failed when after.IsClosed => by.Detail == Closures.SentAgain ? LeftBy.SentAgain : LeftBy.Closed,
        DeliveryClass.Failed => LeftBy.Failed,
        DeliveryClass.Replied => stock is Stock.Backlog or Stock.Failed ? LeftBy.Arrived : LeftBy.Answered,
        DeliveryClass.Arrived => stock == Stock.NoReply ? LeftBy.DueMoved : LeftBy.Arrived,
        _ => by.Kind == EventKinds.Resent || stock == Stock.Failed ? LeftBy.SentAgain : LeftBy.DueMoved,
    };
}
