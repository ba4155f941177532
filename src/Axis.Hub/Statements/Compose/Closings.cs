using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Compose;

/// <summary>What stood in an agency's stocks when a day ended, its own and its tree's: the openings of the next day are held against it.</summary>
/// <param name="Own">Its own stocks.</param>
/// <param name="Rollup">Its tree's.</param>
/// <param name="Differences">Open differences of the books.</param>
internal sealed record Closings(StockOpenings Own, StockOpenings Rollup, int Differences = 0)
{
    public static readonly StockOpenings Zero = new(0, 0, 0, 0, 0, 0, 0, 0);

    public static readonly Closings None = new(Zero, Zero);

    public static Closings Of(Statement statement) => new(
        OfFigures(statement.Figures), OfFigures(statement.Rollup?.Total ?? (statement.Agency.Pilot ? new StatementFigures() : statement.Figures)),
        statement.Differences?.Closing ?? 0);

    public static StockOpenings OpeningsOf(StatementFigures figures) => new(
        figures.SendErrors.Opening, figures.ReceiveErrors.Opening, figures.Backlog.Opening, figures.NoReply.Opening, figures.NotArrived.Opening,
        figures.Unanswered.Opening, figures.AsSender.Opening, figures.AsReceiver.Opening);

    private static StockOpenings OfFigures(StatementFigures figures) => new(
        figures.SendErrors.Closing, figures.ReceiveErrors.Closing, figures.Backlog.Closing, figures.NoReply.Closing, figures.NotArrived.Closing,
        figures.Unanswered.Closing, figures.AsSender.Closing, figures.AsReceiver.Closing);
}

internal static class StockOpeningsArithmetic
{
    public static StockOpenings Plus(this StockOpenings one, StockOpenings other) => new(
        one.SendErrors + other.SendErrors, one.ReceiveErrors + other.ReceiveErrors, one.Backlog + other.Backlog, one.NoReply + other.NoReply,
        one.NotArrived + other.NotArrived, one.Unanswered + other.Unanswered, one.AsSender + other.AsSender, one.AsReceiver + other.AsReceiver);

    public static StockOpenings Minus(this StockOpenings one, StockOpenings other) => new(
        one.SendErrors - other.SendErrors, one.ReceiveErrors - other.ReceiveErrors, one.Backlog - other.Backlog, one.NoReply - other.NoReply,
        one.NotArrived - other.NotArrived, one.Unanswered - other.Unanswered, one.AsSender - other.AsSender, one.AsReceiver - other.AsReceiver);
}
