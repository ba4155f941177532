namespace Axis.Contracts.Http;

/// <summary>Answer of <c>POST /v1/reconciliations/{day}</c>, and what is kept of it: how the adapter's books and the hub's differ.</summary>
/// <param name="Adapter">The adapter.</param>
/// <param name="Day">The day in Vietnam.</param>
/// <param name="Number">Number of the reconciliation of that day, from 1; the same books posted again are the same reconciliation.</param>
/// <param name="PostedAt">When the hub compared, UTC.</param>
/// <param name="AsOf">When the spool was read, by the adapter's clock, UTC.</param>
/// <param name="Sent">Submissions that were compared.</param>
/// <param name="Received">Deliveries that were compared.</param>
/// <param name="Missing">Differences of this kind.</param>
/// <param name="Extra">Differences of this kind.</param>
/// <param name="Different">Differences of this kind.</param>
/// <param name="Differences">At most <see cref="MostDifferences"/> of them, the ones that somebody has to act on first.</param>
public sealed record ReconciliationAnswer(
    string Adapter, DateOnly Day, int Number, DateTimeOffset PostedAt, DateTimeOffset AsOf, int Sent, int Received, int Missing, int Extra, int Different,
    IReadOnlyList<BookDifference> Differences)
{
    /// <summary>Most differences that are listed.</summary>
    public const int MostDifferences = 2_000;
}

/// <summary>One difference, with what to do about it.</summary>
/// <param name="Kind">Of which kind.</param>
/// <param name="Side">In which list of the books.</param>
/// <param name="Id">Submission, or delivery.</param>
/// <param name="Code">What it is and what to do, a code of the error catalogue (AXS-85xx).</param>
/// <param name="Since">Since when the hub knows of it, UTC.</param>
/// <param name="AtHub">What the hub's books say; empty: nothing.</param>
/// <param name="AtAdapter">What the adapter's books say; empty: nothing.</param>
/// <param name="Acts">Who has to act, or which part mends it by itself.</param>
/// <param name="HealsByItself">True when nobody has to do anything.</param>
/// <param name="Vietnamese">What to do, in Vietnamese.</param>
/// <param name="English">What to do, in English.</param>
/// <param name="Agency">Code of the agency that it concerns; <c>null</c> where that is not known.</param>
/// <param name="Document">The document as people name it; <c>null</c> where that is not known.</param>
public sealed record BookDifference(
    DifferenceKind Kind, BookSide Side, Guid Id, string Code, DateTimeOffset Since, string AtHub, string AtAdapter, DifferenceActor Acts, bool HealsByItself,
    string Vietnamese, string English, string? Agency = null, string? Document = null);

/// <summary>Kinds of differences, seen from the adapter's books.</summary>
public enum DifferenceKind
{
    /// <summary>The hub has it, the adapter has not.</summary>
    Missing,

    /// <summary>The adapter has it, the hub has not.</summary>
    Extra,

    /// <summary>Both have it, and say different things.</summary>
    Different,
}

/// <summary>Lists of an adapter's books.</summary>
public enum BookSide
{
    /// <summary>Handed over by its agencies.</summary>
    Sent,

    /// <summary>Taken in for its agencies.</summary>
    Received,
}

/// <summary>Who acts on a difference.</summary>
public enum DifferenceActor
{
    /// <summary>The hub, by itself.</summary>
    Hub,

    /// <summary>The adapter, by itself.</summary>
    Adapter,

    /// <summary>The people of the agency.</summary>
    Agency,

    /// <summary>The operators of the hub.</summary>
    Operator,
}
