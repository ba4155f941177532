using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Render;

/// <summary>The six stocks with their names.</summary>
internal static class StockList
{
    /// <summary>All six, in the order in which they are shown.</summary>
    public static IReadOnlyList<(Term Name, StockFigures Stock)> Stocks(this StatementFigures figures) => [.. figures.Four(), .. figures.BySender()];

    /// <summary>The four that must be zero.</summary>
    public static IReadOnlyList<(Term Name, StockFigures Stock)> Four(this StatementFigures figures) =>
    [
        (StatementTerms.SendErrors, figures.SendErrors),
        (StatementTerms.ReceiveErrors, figures.ReceiveErrors),
        (StatementTerms.Backlog, figures.Backlog),
        (StatementTerms.NoReply, figures.NoReply),
    ];

    /// <summary>What a stock of errors is made of, where it is made of something.</summary>
    public static IReadOnlyList<(Term Name, int Count)> PartsOf(StatementFigures figures, Term stock) =>
    [
        .. (stock == StatementTerms.SendErrors ? StatementTerms.PartsOf(figures.SendErrorParts)
            : stock == StatementTerms.ReceiveErrors ? StatementTerms.PartsOf(figures.ReceiveErrorParts) : []).Where(part => part.Count != 0),
    ];

    /// <summary>What the sender sees of others' backlog and of what they have not answered.</summary>
    public static IReadOnlyList<(Term Name, StockFigures Stock)> BySender(this StatementFigures figures) =>
    [
        (StatementTerms.NotArrived, figures.NotArrived),
        (StatementTerms.Unanswered, figures.Unanswered),
    ];
}
