using Axis.Contracts.Statements;
using Axis.Contracts.Why;

namespace Axis.Contracts.Http;

/// <summary>Answer of <c>GET /v1/items</c>: what stands in the stocks of this adapter's agencies at this moment, by the rules of the daily statement.</summary>
/// <param name="AsOf">When it was read, UTC.</param>
/// <param name="Counts">One line for each agency with anything in a stock, by code; of all items, whatever the page shows.</param>
/// <param name="Items">A page of them: refusals first, in the order of their ids, then deliveries, the longest in their state first.</param>
/// <param name="Next">Ask again with this as <c>after</c>; absent on the last page.</param>
public sealed record OpenItemPage(DateTimeOffset AsOf, IReadOnlyList<OpenItemCount> Counts, IReadOnlyList<OpenItem> Items, string? Next = null);

/// <summary>How many items stand in an agency's stocks (statement.md 3).</summary>
/// <param name="Agency">Its code.</param>
/// <param name="NameVi">Its name.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="SendErrors">Gửi lỗi.</param>
/// <param name="ReceiveErrors">Nhận lỗi.</param>
/// <param name="Backlog">Tồn đọng.</param>
/// <param name="NoReply">Chưa phản hồi.</param>
/// <param name="NotArrived">The backlog of others, seen by the sender.</param>
/// <param name="Unanswered">What others have not answered, seen by the sender.</param>
public sealed record OpenItemCount(
    string Agency, string NameVi, string NameEn, int SendErrors, int ReceiveErrors, int Backlog, int NoReply, int NotArrived, int Unanswered)
{
    /// <summary>How many stand in one stock.</summary>
    public int Of(OpenItemList list) => list switch
    {
        OpenItemList.SendErrors => SendErrors,
        OpenItemList.ReceiveErrors => ReceiveErrors,
        OpenItemList.Backlog => Backlog,
        OpenItemList.NoReply => NoReply,
        OpenItemList.NotArrived => NotArrived,
        OpenItemList.Unanswered => Unanswered,
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };
}

/// <summary>One item of one agency.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The delivery, or the case of a refusal; the same id as in the statement.</param>
/// <param name="List">The stock.</param>
/// <param name="Agency">The agency in whose stock it stands.</param>
/// <param name="Document">The document as people name it; empty where it could not be read.</param>
/// <param name="Since">Since when it is in the state that it is in, UTC.</param>
/// <param name="Why">Who has to act, why, and what comes next.</param>
/// <param name="Can">What the agency can do about it.</param>
/// <param name="Counterpart">The other side; <c>null</c> where there is none.</param>
/// <param name="PromulgatedOn">Date of the document.</param>
/// <param name="Due">When it was due, UTC.</param>
/// <param name="SubmissionId">The submission that made it, to the sender's adapter.</param>
/// <param name="Acts">What either side has said of it in this state; <c>null</c>: nothing.</param>
public sealed record OpenItem(
    StatementItemKind Kind, Guid Id, OpenItemList List, string Agency, string Document, DateTimeOffset Since, WhyStuck Why, IReadOnlyList<ItemAct> Can,
    StatementAgency? Counterpart = null, DateOnly? PromulgatedOn = null, DateTimeOffset? Due = null, Guid? SubmissionId = null, IReadOnlyList<StatementAct>? Acts = null);

/// <summary>The stocks.</summary>
public enum OpenItemList
{
    /// <summary>Gửi lỗi: refused or failed, of the sender.</summary>
    SendErrors,

    /// <summary>Nhận lỗi: failed, of the receiver.</summary>
    ReceiveErrors,

    /// <summary>Tồn đọng: not arrived and overdue, of the receiver.</summary>
    Backlog,

    /// <summary>Chưa phản hồi: arrived, not answered and overdue, of the receiver.</summary>
    NoReply,

    /// <summary>Not arrived and overdue, of the sender.</summary>
    NotArrived,

    /// <summary>Not answered and overdue, of the sender.</summary>
    Unanswered,
}

/// <summary>What an agency can do about an item.</summary>
public enum ItemAct
{
    /// <summary>Start a new attempt of a failed delivery.</summary>
    Resend,

    /// <summary>Give a failed delivery or a refusal up, with a reason.</summary>
    Close,

    /// <summary>Say by when it will be dealt with.</summary>
    Promise,

    /// <summary>Say that the other side has to act.</summary>
    Wait,
}
