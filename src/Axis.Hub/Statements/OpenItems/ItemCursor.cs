using System.Globalization;

namespace Axis.Hub.Statements.OpenItems;

/// <summary>Where a page of open items ended.</summary>
/// <param name="Since">Since when the last delivery is in its state.</param>
/// <param name="DeliveryId">The last delivery.</param>
internal sealed record ItemCursor(DateTimeOffset Since, Guid DeliveryId)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static ItemCursor? Read(string text) =>
        text.Split('.', 2) is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() && Guid.TryParseExact(id, "N", out var delivery)
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), delivery)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Since.ToUnixTimeMilliseconds()}.{DeliveryId:N}");
}
