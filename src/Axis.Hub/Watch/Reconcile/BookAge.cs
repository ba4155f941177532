using Axis.Contracts.Http;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>Tells what is on its way from what has had its time, and keeps what it could not judge.</summary>
/// <param name="asOf">When the spool was read, by the adapter's clock.</param>
/// <param name="reference">The earliest of that, of when the hub compares, and of when it told what it expects.</param>
internal sealed class BookAge(DateTimeOffset asOf, DateTimeOffset reference)
{
    private readonly HashSet<(BookSide Side, Guid Id)> unjudged = [];

    /// <summary>Lines, and deliveries of lines, that were left for a later comparison.</summary>
    public IReadOnlySet<(BookSide Side, Guid Id)> Unjudged => unjudged;

    /// <summary>True when something in the adapter's books has stood so for long enough.</summary>
    public bool IsOldLine(DateTimeOffset since) => asOf - since >= CompareBooks.Tolerance;

    /// <summary>True when something in the hub's books has stood so for long enough.</summary>
    public bool IsOldRow(DateTimeOffset at) => reference - at >= CompareBooks.Tolerance;

    /// <summary>Leaves a thing for a later comparison.</summary>
    public void Leave(BookSide side, Guid id) => unjudged.Add((side, id));
}
