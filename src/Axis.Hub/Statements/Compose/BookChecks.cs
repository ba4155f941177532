using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Compose;

/// <summary>The checks of one agency's books, each with both numbers (statement.md 5).</summary>
internal static class BookChecks
{
    /// <summary>The checks of the differences of the books; none where there is no such section.</summary>
    public static IEnumerable<BookCheck> Of(StatementDifferences? differences, int last) => differences is null
        ? []
        : new BookCheck[]
        {
            new("differences.flow", differences.Opening + differences.Found - differences.Settled, differences.Closing),
            new("differences.list", differences.Closing, differences.Items.Count),
            new("differences.opening", differences.Opening, last),
        };

    public static IEnumerable<BookCheck> Of(StatementFigures figures, StatementItems items, StockOpenings last, StatementRollup? rollup, bool isPilot)
    {
        var stocks = new (string Name, StockFigures Stock, int Listed, int Last)[]
        {
            ("sendErrors", figures.SendErrors, items.SendErrors.Count, last.SendErrors),
            ("receiveErrors", figures.ReceiveErrors, items.ReceiveErrors.Count, last.ReceiveErrors),
            ("backlog", figures.Backlog, items.Backlog.Count, last.Backlog),
            ("noReply", figures.NoReply, items.NoReply.Count, last.NoReply),
            ("notArrived", figures.NotArrived, items.NotArrived.Count, last.NotArrived),
            ("unanswered", figures.Unanswered, items.Unanswered.Count, last.Unanswered),
        };
        foreach (var (name, stock, listed, closed) in stocks)
        {
            yield return new($"{name}.flow", stock.Opening + stock.In - stock.Out, stock.Closing);
            yield return new($"{name}.list", stock.Closing, listed);
            yield return new($"{name}.opening", stock.Opening, closed);
        }

        var sides = new[]
        {
            ("asSender", figures.AsSender, last.AsSender, figures.SendErrorParts.Failed), ("asReceiver", figures.AsReceiver, last.AsReceiver, figures.ReceiveErrors.Closing),
        };
        foreach (var (name, traffic, closed, failed) in sides)
        {
            yield return new($"{name}.classes", traffic.Open.NotArrived + traffic.Open.Arrived + traffic.Open.Failed, traffic.Closing);
            yield return new($"{name}.failed", traffic.Open.Failed, failed);
            yield return new($"{name}.flow", traffic.Opening + traffic.Created + traffic.Reopened - traffic.CameToRest, traffic.Closing);
            yield return new($"{name}.opening", traffic.Opening, closed);
        }

        var (sent, received) = (figures.SendErrorParts, figures.ReceiveErrorParts);
        yield return new("sendErrors.parts", sent.RefusedSubmissions + sent.RefusedReceivers + sent.Failed, figures.SendErrors.Closing);
        yield return new("receiveErrors.parts", received.Hub + received.Adapter + received.Agency, figures.ReceiveErrors.Closing);
        if (rollup is not null)
        {
            yield return new("rollup.flow", Moved(rollup.Total), ClosingOf(rollup.Total));
            yield return new("rollup.sum", (isPilot ? 0 : SumOfColumns.Of(figures)) + rollup.Lines.Sum(line => SumOfColumns.Of(line.Figures)), SumOfColumns.Of(rollup.Total));
        }
    }

    /// <summary>The books of the whole axis, pilots included: what senders say against what receivers say.</summary>
    public static IReadOnlyList<BookCheck> OfAxis(IEnumerable<StatementFigures> agencies)
    {
        var sum = agencies.Aggregate(new StatementFigures(), (total, figures) => total + figures);
        return
        [
            new("created", sum.AsSender.Created, sum.AsReceiver.Created),
            new("reopened", sum.AsSender.Reopened, sum.AsReceiver.Reopened),
            new("cameToRest", sum.AsSender.CameToRest, sum.AsReceiver.CameToRest),
            new("notAtRest", sum.AsSender.Closing, sum.AsReceiver.Closing),
            new("failed", sum.SendErrorParts.Failed, sum.ReceiveErrors.Closing),
            new("backlog", sum.NotArrived.Closing, sum.Backlog.Closing),
            new("noReply", sum.Unanswered.Closing, sum.NoReply.Closing),
        ];
    }

    private static int ClosingOf(StatementFigures figures) =>
        figures.SendErrors.Closing + figures.ReceiveErrors.Closing + figures.Backlog.Closing + figures.NoReply.Closing;

    private static int Moved(StatementFigures figures) => new[] { figures.SendErrors, figures.ReceiveErrors, figures.Backlog, figures.NoReply }
        .Sum(stock => stock.Opening + stock.In - stock.Out);
}
