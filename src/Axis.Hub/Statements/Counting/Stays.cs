using Axis.Hub.Flow;
using Axis.Hub.Ledger;

namespace Axis.Hub.Statements.Counting;

/// <summary>The stays of one delivery, from its whole history. Pure; the events come in their sequence, in which the instants never go back.</summary>
internal static class Stays
{
    private static readonly Stock[] All = Enum.GetValues<Stock>();

    public static IReadOnlyList<Stay> Of(IReadOnlyList<HistoryEvent> history)
    {
        var stays = new List<Stay>();
        var open = new Stay?[All.Length];
        var state = FoldedDelivery.Begin(history[0]);
        Enter(open, state, history[0].EffectiveAt, history.Count > 1 ? history[1].EffectiveAt : null);

        // Whatever happens to it in the instant of its creation, it was created and came to rest then.
        open[(int)Stock.NotAtRest] ??= new Stay(Stock.NotAtRest, state.CreatedAt, null, null);
        for (var place = 1; place < history.Count; place++)
        {
            var next = history[place];
            var after = state.After(next);
            foreach (var stock in All)
            {
                if (open[(int)stock] is { } stay && !GoesOn(stock, after, next.EffectiveAt))
                {
                    open[(int)stock] = null;
                    var left = stay with { Until = next.EffectiveAt, By = Why(stock, after, next) };
                    if (left.From < left.Until || stock == Stock.NotAtRest && left.From == state.CreatedAt)
                    {
                        stays.Add(left);
                    }
                }
            }

            state = after;
            Enter(open, state, next.EffectiveAt, place + 1 < history.Count ? history[place + 1].EffectiveAt : null);
        }

        stays.AddRange(open.OfType<Stay>());
        return Joined(stays);
    }

    /// <summary>What left and came again in one instant has not left: nobody could have seen it outside.</summary>
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

    /// <summary>Opens what begins between an event and the next one.</summary>
    private static void Enter(Stay?[] open, FoldedDelivery state, DateTimeOffset at, DateTimeOffset? until)
    {
        foreach (var stock in All)
        {
            if (open[(int)stock] is null && IsOf(stock, state) && EntryOf(stock, state, at) is { } from && (until is null || from <= until))
            {
                open[(int)stock] = new Stay(stock, from, null, null, stock == Stock.Failed ? state.FailedBy : null);
            }
        }
    }

    /// <summary>True when what was in the stock up to this event is still in it after it.</summary>
    private static bool GoesOn(Stock stock, FoldedDelivery after, DateTimeOffset at) => IsOf(stock, after) && EntryOf(stock, after, at) == at;

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
