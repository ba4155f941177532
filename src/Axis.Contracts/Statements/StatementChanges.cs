namespace Axis.Contracts.Statements;

/// <summary>Why there is another version of a statement: what differs from the version before, and the events that came late. No part of the content by which versions are told apart.</summary>
/// <param name="Differences">What differs; never empty.</param>
/// <param name="Events">Events of this agency up to the end of the day that came after its statement: id of the delivery or case, number in its history, kind. The first 500.</param>
/// <param name="EventCount">How many there are.</param>
/// <param name="Late">The same events in the same order, as people name them; <c>null</c>: there are none, or the statement was issued before they were named.</param>
public sealed record StatementChanges(
    IReadOnlyList<StatementChange> Differences, IReadOnlyList<string> Events, int EventCount, IReadOnlyList<StatementLateEvent>? Late = null);

/// <summary>One thing that differs.</summary>
/// <param name="Name">Its path in the content: a figure, an instant, <c>length</c> of a list, or <c>lines</c> of one that is as long as it was and says something else.</param>
/// <param name="Before">In the version before, of lines a short hash; <c>null</c>: it was not there.</param>
/// <param name="After">In this version; <c>null</c>: it is not there.</param>
public sealed record StatementChange(string Name, string? Before = null, string? After = null);
