using Axis.Hub.Ledger;
using Axis.Hub.Statements.Counting;

namespace Axis.Hub.Tests.Statements;

/// <summary>statement.md 1 to 3 held against a second reading of them that looks at instants and knows no stays.</summary>
public sealed class StayTests
{
    private static readonly DateTimeOffset Start = new(2026, 2, 10, 17, 0, 0, TimeSpan.Zero);
    private static readonly Stock[] Stocks = [Stock.NotAtRest, Stock.Failed, Stock.Backlog, Stock.NoReply];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void Every_stock_of_any_history_is_what_a_look_at_each_instant_finds(int block)
    {
        for (var seed = block * 50; seed < (block + 1) * 50; seed++)
        {
            var delivery = new RandomHistory(seed, Start).Count();
            foreach (var day in Days())
            {
                foreach (var stock in Stocks)
                {
                    var stays = delivery.Stays.Where(stay => stay.Stock == stock).ToArray();
                    var found = (
                        stays.Count(stay => stay.IsIn(day.Start)), stays.Count(stay => stay.EntersIn(day.Start, day.End)),
                        stays.Count(stay => stay.LeavesIn(day.Start, day.End)), stays.Count(stay => stay.IsIn(day.End)));

                    found.ShouldBe(Look(delivery, seed, stock, day), $"seed {seed}, {stock}, {day.Day}");
                    (found.Item1 + found.Item2 - found.Item3).ShouldBe(found.Item4, $"seed {seed}, {stock}, {day.Day}");
                }
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_row_rests_when_its_history_does_and_never_earlier(int block)
    {
        for (var seed = block * 50; seed < (block + 1) * 50; seed++)
        {
            var history = new RandomHistory(seed, Start);
            var state = history.Count().StateAt(DateTimeOffset.MaxValue)!.Value;

            (history.Row.RestSince is not null).ShouldBe(state.IsAtRest, $"seed {seed}");
            (history.Row.RestSince ?? state.Since).ShouldBeGreaterThanOrEqualTo(state.Since, $"seed {seed}");
        }
    }

    [Fact]
    public void The_histories_hold_everything_that_can_happen()
    {
        var histories = Enumerable.Range(0, 2000).Select(seed => new RandomHistory(seed, Start)).ToArray();

        histories.SelectMany(history => history.History).Select(row => row.Kind).Distinct().ShouldBeSubsetOf(typeof(EventKinds).GetFields().Select(field => (string)field.GetValue(null)!));
        histories.SelectMany(history => history.History).Select(row => row.Kind).Distinct().ShouldBe(
            [
                EventKinds.Accepted, EventKinds.Processing, EventKinds.Done, EventKinds.LateArrival, EventKinds.Failed, EventKinds.Resent, EventKinds.Closed, EventKinds.Voided, EventKinds.Status,
                EventKinds.StatusNoted, EventKinds.RequestAnswered, EventKinds.ChangeAsked, EventKinds.Late, EventKinds.Promised, EventKinds.WaitsForOther,
            ], ignoreOrder: true);
        histories.Select(history => history.Count().StateAt(DateTimeOffset.MaxValue)!.Value.Class).Distinct().Count().ShouldBe(6);
        histories.SelectMany(history => history.Count().Stays).Where(stay => stay.By is not null && stay.Stock != Stock.NotAtRest)
            .Select(stay => $"{stay.Stock} {stay.By}").Distinct().ShouldBe(
            [
                "Backlog Arrived", "Backlog Failed", "Backlog Recalled", "Failed Arrived", "Failed Closed", "Failed Recalled", "Failed SentAgain", "NoReply Answered", "NoReply Recalled",
            ], ignoreOrder: true);
    }

    private static IEnumerable<DaySpan> Days() => Enumerable.Range(0, 9).Select(offset => new DaySpan(new DateOnly(2026, 2, 11).AddDays(offset)));

    /// <summary>Opening, in, out and closing by looking just before and just after every instant at which anything can change.</summary>
    private static (int Opening, int In, int Out, int Closing) Look(DeliveryCount delivery, int seed, Stock stock, DaySpan day)
    {
        var history = new RandomHistory(seed, Start).History;
        var (entered, left) = (0, 0);
        foreach (var at in history.SelectMany(row => new[] { row.EffectiveAt, row.ArriveDue, row.AnswerDue }).OfType<DateTimeOffset>().Distinct().Where(at => day.Contains(at)))
        {
            var (before, after) = (IsIn(history, stock, at), IsIn(history, stock, at.AddTicks(1)));
            entered += !before && after ? 1 : 0;
            left += before && !after ? 1 : 0;
        }

        // A delivery that comes to rest in the instant of its creation was created and came to rest.
        if (stock == Stock.NotAtRest && day.Contains(delivery.CreatedAt) && !IsIn(history, stock, delivery.CreatedAt.AddTicks(1)))
        {
            (entered, left) = (entered + 1, left + 1);
        }

        return (IsIn(history, stock, day.Start) ? 1 : 0, entered, left, IsIn(history, stock, day.End) ? 1 : 0);
    }

    private static bool IsIn(IReadOnlyList<HistoryEvent> history, Stock stock, DateTimeOffset at)
    {
        var before = history.Where(row => row.EffectiveAt < at).ToArray();
        if (before.Length == 0)
        {
            return false;
        }

        var transport = before[^1].TransportTo;
        var business = before[^1].BusinessTo;
        var isVoid = before.Any(row => row.Kind == EventKinds.Voided);
        var isAnswered = business is "02" or "03" or "04" or "05" or "06" || before.Any(row => row.Kind == EventKinds.RequestAnswered);
        var isClosed = before.Reverse().TakeWhile(row => row.TransportTo == TransportState.Fail).Any(row => row.Kind == EventKinds.Closed);
        return stock switch
        {
            Stock.NotAtRest => !isVoid && transport switch { TransportState.Fail => !isClosed, TransportState.Done => !isAnswered, _ => true },
            Stock.Failed => !isVoid && transport == TransportState.Fail && !isClosed,
            Stock.Backlog => !isVoid && !isAnswered && transport is TransportState.Initial or TransportState.Processing && Last(row => row.ArriveDue) < at,
            Stock.NoReply => !isVoid && transport == TransportState.Done && !isAnswered && Last(row => row.AnswerDue) < at,
            _ => throw new ArgumentOutOfRangeException(nameof(stock)),
        };

        DateTimeOffset? Last(Func<HistoryEvent, DateTimeOffset?> due) => before.Select(due).LastOrDefault(one => one is not null);
    }
}
