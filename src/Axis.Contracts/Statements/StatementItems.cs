namespace Axis.Contracts.Statements;

/// <summary>What stands in the stocks at the end of the day, the oldest first. Each list is as long as its stock's closing.</summary>
/// <param name="SendErrors">Send errors.</param>
/// <param name="ReceiveErrors">Receive errors.</param>
/// <param name="Backlog">Not arrived at this agency.</param>
/// <param name="NoReply">Not answered by this agency.</param>
/// <param name="NotArrived">Sent by this agency and not arrived.</param>
/// <param name="Unanswered">Sent by this agency and not answered.</param>
public sealed record StatementItems(
    IReadOnlyList<StatementItem> SendErrors, IReadOnlyList<StatementItem> ReceiveErrors, IReadOnlyList<StatementItem> Backlog,
    IReadOnlyList<StatementItem> NoReply, IReadOnlyList<StatementItem> NotArrived, IReadOnlyList<StatementItem> Unanswered);

/// <summary>One line of a stock's list.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The delivery, or the case of a refusal: a GUID for ever.</param>
/// <param name="Document">The document as people name it, <c>7816/VPCP-TTĐT</c>; empty where a refused package could not be read.</param>
/// <param name="Since">Since when it stands in the stock, UTC.</param>
/// <param name="WhyVi">Why, in one sentence, in Vietnamese.</param>
/// <param name="WhyEn">Why, in one sentence, in English.</param>
/// <param name="Counterpart">The other side, as named at the end of the day; <c>null</c> where there is none.</param>
/// <param name="PromulgatedOn">Date of the document.</param>
/// <param name="Due">When it was due, UTC.</param>
/// <param name="Count">How often it was tried; of refusals.</param>
/// <param name="Acts">What either side had said of it in this state, the sender's first; <c>null</c>: nothing.</param>
public sealed record StatementItem(
    StatementItemKind Kind, Guid Id, string Document, DateTimeOffset Since, string WhyVi, string WhyEn, StatementAgency? Counterpart = null,
    DateOnly? PromulgatedOn = null, DateTimeOffset? Due = null, int? Count = null, IReadOnlyList<StatementAct>? Acts = null);

/// <summary>What a line of a list is.</summary>
public enum StatementItemKind
{
    /// <summary>A delivery.</summary>
    Delivery,

    /// <summary>A package that the door refused as a whole.</summary>
    RefusedSubmission,

    /// <summary>A receiver that the door turned away from an accepted package.</summary>
    RefusedReceiver,
}
