namespace Axis.Hub.Ledger;

/// <summary>What a decision needs beside the row and the input.</summary>
/// <param name="Now">The hub's clock: the time that is recorded.</param>
/// <param name="SkewMs">The speaking adapter's clock minus the hub's at its last heartbeat; null when never measured: its claims are not believed.</param>
/// <param name="Ladder">Waits after the counted failures; one more failure than steps is FAIL.</param>
/// <param name="DueTimes">Where due times come from.</param>
/// <param name="DueDate">The document's own due date.</param>
/// <param name="Evidence">SHA-256 of the sealed bytes that the input comes from, or null.</param>
/// <param name="BusinessType">BussinessDocType of the document, 0 to 3; asked for where it arrives.</param>
internal sealed record DecisionContext(
    DateTimeOffset Now, long? SkewMs, IReadOnlyList<TimeSpan> Ladder, IDueTimes DueTimes, DateOnly? DueDate = null,
    string? Evidence = null, int? BusinessType = null);
