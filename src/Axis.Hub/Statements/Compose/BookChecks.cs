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

        foreach (var (name, traffic, closed) in new[] { ("asSender", figures.AsSender, last.AsSender), ("asReceiver", figures.AsReceiver, last.AsReceiver) })
        {
            yield return new($"{name}.flow", traffic.Opening + traffic.Created + traffic.Reopened - traffic.CameToRest, traffic.Closing);
            yield return new($"{name}.opening", traffic.Opening, closed);
        }

        var (sent, received) = (figures.SendErrorParts, figures.ReceiveErrorParts);
        yield return new("sendErrors.parts", sent.RefusedSubmissions + sent.RefusedReceivers + sent.Failed, figures.SendErrors.Closing);
        yield return new("receiveErrors.parts", received.Hub + received.Adapter + received.Agency, figures.ReceiveErrors.Closing);
        if (rollup is not null)
        {
            yield return new("rollup.flow", Moved(rollup.Total), ClosingOf(rollup.Total));
            yield return new("rollup.sum", (isPilot ? 0 : ClosingOf(figures)) + rollup.Lines.Sum(line => ClosingOf(line.Figures)), ClosingOf(rollup.Total));
        }
    }

    private static int ClosingOf(StatementFigures figures) =>
        figures.SendErrors.Closing + figures.ReceiveErrors.Closing + figures.Backlog.Closing + figures.NoReply.Closing;

    private static int Moved(StatementFigures figures) => new[] { figures.SendErrors, figures.ReceiveErrors, figures.Backlog, figures.NoReply }
        .Sum(stock => stock.Opening + stock.In - stock.Out);
}
