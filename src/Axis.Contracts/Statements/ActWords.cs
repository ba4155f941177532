using System.Globalization;

namespace Axis.Contracts.Statements;

/// <summary>What a side has said of an item, for people.</summary>
public static class ActWords
{
    /// <summary>One sentence in Vietnamese and the same in English.</summary>
    /// <param name="act">What was said.</param>
    /// <param name="day">The day on which it is read, in Vietnam: a promise for an earlier one was not kept.</param>
    public static (string Vietnamese, string English) Of(StatementAct act, DateOnly day)
    {
        var isSender = act.Side == StatementSide.Sender;
        var (vi, en) = isSender ? ("Bên gửi", "The sender") : ("Bên nhận", "The receiver");
        var rest = (act.Note.Length > 0 ? ": " + act.Note : "") + (act.By is null ? "" : $" ({act.By})") + ".";
        if (act.Kind == StatementActKind.WaitsForOther)
        {
            return ($"{vi} đang chờ {(isSender ? "bên nhận" : "bên gửi")}{rest}", $"{en} waits for {(isSender ? "the receiver" : "the sender")}{rest}");
        }

        var (on, isBroken) = (act.PromisedOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "–", act.PromisedOn < day);
        return ($"{vi} hẹn xử lý xong ngày {on}{(isBroken ? " (đã quá hẹn)" : "")}{rest}", $"{en} promised it for {on}{(isBroken ? " (not kept)" : "")}{rest}");
    }
}
