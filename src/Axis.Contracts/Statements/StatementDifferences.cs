using Axis.Contracts.Http;

namespace Axis.Contracts.Statements;

/// <summary>What the books of the agency's adapter and the hub's differ in: opening + found - settled = closing = length of the list. A statement has none of it where nothing was and is open.</summary>
/// <param name="Opening">Open when the day began.</param>
/// <param name="Found">Found by a reconciliation of the day, for the first time or again.</param>
/// <param name="Settled">Found no more by a later one, or closed by a person.</param>
/// <param name="Closing">Open when the day ends.</param>
/// <param name="Items">What is open, those that somebody has to act on first, then the oldest.</param>
/// <param name="Oldest">Since when the oldest of the closing is known, UTC; <c>null</c> when there is none.</param>
/// <param name="Closed">Of the settled those that a person has closed, in the order in which it was done; <c>null</c> when there is none.</param>
public sealed record StatementDifferences(
    int Opening, int Found, int Settled, int Closing, IReadOnlyList<DifferenceItem> Items, DateTimeOffset? Oldest = null,
    IReadOnlyList<ClosedDifference>? Closed = null);

/// <summary>One difference that a person has dealt with.</summary>
/// <param name="Id">Submission, or delivery.</param>
/// <param name="Code">What it was, a code of the error catalogue (AXS-85xx).</param>
/// <param name="At">When it was closed, UTC.</param>
/// <param name="By">Who has closed it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The document as people name it; <c>null</c> where that is not known.</param>
public sealed record ClosedDifference(Guid Id, string Code, DateTimeOffset At, string By, string Reason, string? Document = null);

/// <summary>One open difference.</summary>
/// <param name="Kind">Of which kind.</param>
/// <param name="Side">In which list of the adapter's books.</param>
/// <param name="Id">Submission, or delivery.</param>
/// <param name="Code">What it is, a code of the error catalogue (AXS-85xx).</param>
/// <param name="Since">Since when it is known, UTC.</param>
/// <param name="WhatVi">What to do, in Vietnamese.</param>
/// <param name="WhatEn">What to do, in English.</param>
/// <param name="Acts">Who has to act, or which part mends it by itself.</param>
/// <param name="HealsByItself">True when nobody has to do anything.</param>
/// <param name="Document">The document as people name it; <c>null</c> where that is not known.</param>
public sealed record DifferenceItem(
    DifferenceKind Kind, BookSide Side, Guid Id, string Code, DateTimeOffset Since, string WhatVi, string WhatEn, DifferenceActor Acts, bool HealsByItself,
    string? Document = null);
