using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Hub.Ledger;

namespace Axis.Hub.Statements.OpenItems;

/// <summary>What an agency can do about an item, pure. Each side of a delivery can do the same: a receiver that has mended its system asks for what failed there.</summary>
internal static class ItemRules
{
    private const int FurthestPromise = 366;

    /// <summary>What can be done about a delivery.</summary>
    /// <param name="row">One that is not at rest.</param>
    /// <param name="isReplaced">True when a mended document has taken its place, or waits to (protocol.md 4).</param>
    public static IReadOnlyList<ItemAct> Of(DeliveryRow row, bool isReplaced) => row.Transport == TransportState.Fail
        ? isReplaced ? [ItemAct.Close, ItemAct.Promise, ItemAct.Wait] : [ItemAct.Resend, ItemAct.Close, ItemAct.Promise, ItemAct.Wait]
        : [ItemAct.Promise, ItemAct.Wait];

    /// <summary>What can be done about a refusal: the mended package is handed over anew, which settles it.</summary>
    public static IReadOnlyList<ItemAct> OfRefusal { get; } = [ItemAct.Close, ItemAct.Promise, ItemAct.Wait];

    /// <summary>Why a request cannot be followed whatever it is about; null when it can.</summary>
    public static Finding? Judge(ActRequest request, DateTimeOffset now) => request switch
    {
        { Act: ItemAct.Close or ItemAct.Wait, Note: var note } when string.IsNullOrWhiteSpace(note) => Finding.Refuse(ErrorCatalogue.ReasonRequired, "/note"),
        { Note.Length: > SaidDetail.LongestNote } => Finding.Refuse(ErrorCatalogue.NoteTooLong, "/note", SaidDetail.LongestNote),
        _ when SaidDetail.JudgeName(request.By) is { } unnamed => unnamed,
        { Act: ItemAct.Promise, PromisedOn: var day } when day is not { } on || on < VietnamTime.DateOf(now) || on > VietnamTime.DateOf(now).AddDays(FurthestPromise) =>
            Finding.Refuse(ErrorCatalogue.PromiseDayInvalid, "/promisedOn", FurthestPromise),
        _ => null,
    };

    /// <summary>Why it cannot be done about this delivery; null when it can.</summary>
    public static Finding? Judge(ItemAct act, DeliveryRow row, bool isReplaced) => act switch
    {
        _ when row.VoidAs is not null || row.RestSince is not null => Finding.Refuse(ErrorCatalogue.ItemAtRest, "", row.DeliveryId),
        ItemAct.Resend when row.Transport != TransportState.Fail => Finding.Refuse(ErrorCatalogue.ResendNotFailed, "/act", row.DeliveryId),
        ItemAct.Resend when isReplaced => Finding.Refuse(ErrorCatalogue.ResendReplaced, "/act", row.DeliveryId),
        ItemAct.Close when row.Transport != TransportState.Fail => Finding.Refuse(ErrorCatalogue.CloseNotFailed, "/act", row.DeliveryId),
        _ => null,
    };

    /// <summary>Why it cannot be done about this refusal; null when it can.</summary>
    public static Finding? Judge(ItemAct act, RefusalCaseRow row) => act switch
    {
        _ when row.RestSince is not null => Finding.Refuse(ErrorCatalogue.ItemAtRest, "", row.CaseId),
        ItemAct.Resend => Finding.Refuse(ErrorCatalogue.ResendRefused, "/act", row.CaseId),
        _ => null,
    };
}
