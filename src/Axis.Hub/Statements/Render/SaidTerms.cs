using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Render;

/// <summary>What either side has said of an item, in one text for each language; empty where nothing was said.</summary>
internal static class SaidTerms
{
    public static readonly Term Column = new("Các bên đã nói", "What the sides said");

    /// <param name="item">The item.</param>
    /// <param name="day">The statement's day: a promise for an earlier one was not kept.</param>
    public static Term Of(StatementItem item, DateOnly day)
    {
        Term[] said = [.. (item.Acts ?? []).Select(act => Of(act, day))];
        return new(string.Join(' ', said.Select(one => one.Vi)), string.Join(' ', said.Select(one => one.En)));
    }

    private static Term Of(StatementAct act, DateOnly day)
    {
        var (side, other) = act.Side == StatementSide.Sender
            ? (new Term("Bên gửi", "The sender"), new Term("bên nhận", "the receiver"))
            : (new Term("Bên nhận", "The receiver"), new Term("bên gửi", "the sender"));
        var (note, by) = (act.Note.Length > 0 ? ": " + act.Note : "", act.By is null ? "" : $" ({act.By})");
        if (act.Kind == StatementActKind.WaitsForOther)
        {
            return new($"{side.Vi} đang chờ {other.Vi}{note}{by}.", $"{side.En} waits for {other.En}{note}{by}.");
        }

        var (on, isBroken) = (act.PromisedOn is { } promised ? PdfStatement.Day(promised) : "–", act.PromisedOn < day);
        return new(
            $"{side.Vi} hẹn xử lý xong ngày {on}{(isBroken ? " (đã quá hẹn)" : "")}{note}{by}.",
            $"{side.En} promised it for {on}{(isBroken ? " (not kept)" : "")}{note}{by}.");
    }
}
