using Axis.Contracts.Wire;

namespace Axis.Hub.Statements.Counting;

/// <summary>One stay in a stock: at every instant after <see cref="From"/> up to and including <see cref="Until"/>, for the state at an instant is that of the events before it.</summary>
/// <param name="Stock">The stock.</param>
/// <param name="From">When it entered: of an overdue thing the later of its due time and the event that set it.</param>
/// <param name="Until">When it left; <c>null</c>: it has not.</param>
/// <param name="By">How it left.</param>
/// <param name="FailedBy">Whose failure it is; of <see cref="Stock.Failed"/> only.</param>
internal readonly record struct Stay(Stock Stock, DateTimeOffset From, DateTimeOffset? Until, LeftBy? By, FailCause? FailedBy = null)
{
    /// <summary>True when it is in the stock at an instant.</summary>
    public bool IsIn(DateTimeOffset at) => From < at && (Until is null || at <= Until);

    /// <summary>True when it entered in this span, whose end does not belong to it.</summary>
    public bool EntersIn(DateTimeOffset start, DateTimeOffset end) => start <= From && From < end;

    /// <summary>True when it left in this span, whose end does not belong to it.</summary>
    public bool LeavesIn(DateTimeOffset start, DateTimeOffset end) => start <= Until && Until < end;
}
