using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Render;

/// <summary>One of the six lists of a statement.</summary>
/// <param name="Name">The stock.</param>
/// <param name="Counterpart">What the other side is: a receiver or a sender.</param>
/// <param name="Items">Its lines.</param>
internal sealed record StatementLists(Term Name, Term Counterpart, IReadOnlyList<StatementItem> Items)
{
    /// <summary>All six, in the order in which they are shown.</summary>
    public static IReadOnlyList<StatementLists> Of(StatementItems items) =>
    [
        new(StatementTerms.SendErrors, StatementTerms.Receiver, items.SendErrors),
        new(StatementTerms.ReceiveErrors, StatementTerms.Sender, items.ReceiveErrors),
        new(StatementTerms.Backlog, StatementTerms.Sender, items.Backlog),
        new(StatementTerms.NoReply, StatementTerms.Sender, items.NoReply),
        new(StatementTerms.NotArrived, StatementTerms.Receiver, items.NotArrived),
        new(StatementTerms.Unanswered, StatementTerms.Receiver, items.Unanswered),
    ];
}
