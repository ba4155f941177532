using System.Globalization;

namespace Axis.Hub.Statements.OpenItems;

/// <summary>Where a page of open items ended: refusals come first, in the order of their ids, then deliveries, the longest in their state first.</summary>
/// <param name="Since">Since when the last delivery is in its state; null when the last item is a refusal.</param>
/// <param name="Id">The last delivery, or the case of the last refusal.</param>
internal sealed record ItemCursor(DateTimeOffset? Since, Guid Id)
{
    private const string Refusal = "r";

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static ItemCursor? Read(string text)
    {
        if (text.Split('.', 2) is not [var head, var tail] || !Guid.TryParseExact(tail, "N", out var id))
        {
            return null;
        }

        return head == Refusal ? new(null, id)
            : long.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                ? new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), id)
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Since is { } since ? since.ToUnixTimeMilliseconds() : Refusal)}.{Id:N}");
}
