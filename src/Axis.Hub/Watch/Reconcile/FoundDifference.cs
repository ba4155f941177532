using Axis.Contracts.Errors;
using Axis.Contracts.Http;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>A difference that a comparison has found.</summary>
/// <param name="Side">In which list.</param>
/// <param name="SubjectId">What differs: a submission or a delivery.</param>
/// <param name="LineId">The line that has to be asked for again: of a sent delivery its submission, else the subject.</param>
/// <param name="Entry">What it is, and what to do.</param>
/// <param name="AgencyId">Whose it is; null where that cannot be told.</param>
/// <param name="Document">The document as people name it.</param>
/// <param name="AtHub">What the hub's books say; empty: nothing.</param>
/// <param name="AtAdapter">What the adapter's books say; empty: nothing.</param>
internal sealed record FoundDifference(BookSide Side, Guid SubjectId, Guid LineId, ErrorEntry Entry, Guid? AgencyId, string? Document, string AtHub, string AtAdapter)
{
    public DifferenceKey Key => new(Side, SubjectId, Entry.Code);

    /// <summary>The document as people name it; null where it has neither number nor notation.</summary>
    public static string? NameOf(string? number, string? notation) => (number, notation) switch
    {
        (null, null) => null,
        (_, null) => number,
        (null, _) => notation,
        _ => number + "/" + notation,
    };
}

/// <summary>What makes two findings the same difference.</summary>
internal readonly record struct DifferenceKey(BookSide Side, Guid SubjectId, string Code);
