using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Render;

/// <summary>What a changed tree did to an opening.</summary>
internal sealed record TreeChange(Term Name, int Count)
{
    /// <summary>Those that are not zero.</summary>
    public static IEnumerable<TreeChange> Of(StockOpenings changes) => new TreeChange[]
    {
        new(StatementTerms.SendErrors, changes.SendErrors),
        new(StatementTerms.ReceiveErrors, changes.ReceiveErrors),
        new(StatementTerms.Backlog, changes.Backlog),
        new(StatementTerms.NoReply, changes.NoReply),
        new(StatementTerms.NotArrived, changes.NotArrived),
        new(StatementTerms.Unanswered, changes.Unanswered),
        new(StatementTerms.AsSender, changes.AsSender),
        new(StatementTerms.AsReceiver, changes.AsReceiver),
    }.Where(change => change.Count != 0);
}
