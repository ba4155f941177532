namespace Axis.Contracts.Statements;

/// <summary>
/// What one agency is told of one day (QĐ 28/2018/QĐ-TTg Art. 11): its sendings and receivings, the four stocks that must be zero and what stands in them. This is the content of a
/// version: the same events always give the same bytes (<see cref="StatementJson"/>), so it names neither version nor time of issue.
/// </summary>
/// <param name="Form"><see cref="CurrentForm"/>.</param>
/// <param name="Agency">The agency, as it was named at the end of the day.</param>
/// <param name="Day">The day in Vietnam.</param>
/// <param name="Until">Its end: the first instant of the next day, UTC. What happened then, or fell due then, belongs to the next day.</param>
/// <param name="Figures">The agency's own figures.</param>
/// <param name="Times">How long things took.</param>
/// <param name="Items">What stands in the stocks at the end.</param>
/// <param name="Books">The checks of the books, both sides each.</param>
/// <param name="Rollup">The tree below the agency; <c>null</c> where it has no part in any figure.</param>
/// <param name="Differences">What its adapter's books and the hub's differ in; <c>null</c> where nothing was and is open.</param>
/// <param name="Changes">In the file of a version that corrects another: what differs, and why. <c>null</c> in a first version and in the content that is hashed.</param>
public sealed record Statement(
    string Form, StatementAgency Agency, DateOnly Day, DateTimeOffset Until, StatementFigures Figures, StatementTimes Times, StatementItems Items,
    IReadOnlyList<BookCheck> Books, StatementRollup? Rollup = null, StatementDifferences? Differences = null,
    StatementChanges? Changes = null)
{
    /// <summary>The form that this library reads and writes.</summary>
    public const string CurrentForm = "axis-statement-1";
}

/// <summary>An agency in a statement.</summary>
/// <param name="Code">Its code.</param>
/// <param name="NameVi">Name in Vietnamese.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="Pilot">True for a pilot agency, which stays out of roll-ups.</param>
public sealed record StatementAgency(string Code, string NameVi, string NameEn, bool Pilot = false);

/// <summary>One check of the books; both numbers are printed, and they are the same or the books are wrong.</summary>
/// <param name="Name">Stable name of the check.</param>
/// <param name="Left">One side.</param>
/// <param name="Right">The other.</param>
public sealed record BookCheck(string Name, long Left, long Right)
{
    /// <summary>True when both sides agree.</summary>
    public bool Holds => Left == Right;
}

/// <summary>The tree below an agency at the end of the day, pilots left out.</summary>
/// <param name="Total">Sum over the tree, the agency itself included.</param>
/// <param name="Lines">The agencies below it that have a part in it, by code.</param>
/// <param name="TreeChanges">What the opening differs by from the last closing because the tree, or a mark, was changed.</param>
/// <param name="Differences">Open differences of the books over the tree, the agency itself included; <c>null</c>: none.</param>
public sealed record StatementRollup(StatementFigures Total, IReadOnlyList<RollupLine> Lines, StockOpenings TreeChanges, int? Differences = null);

/// <summary>One agency in the roll-up of another.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Figures">Its own figures.</param>
/// <param name="Differences">Its open differences of the books; <c>null</c>: none.</param>
public sealed record RollupLine(StatementAgency Agency, StatementFigures Figures, int? Differences = null);
