namespace Axis.Simulator.Faults;

/// <summary>What can go wrong.</summary>
internal enum FaultKind
{
    /// <summary>A clerk answers days late.</summary>
    LateAnswer,

    /// <summary>A clerk returns a letter: 02.</summary>
    Returned,

    /// <summary>A receiver's document system cannot take a letter in: FAIL.</summary>
    Failed,

    /// <summary>An adapter is off.</summary>
    AdapterOff,

    /// <summary>A letter names a receiver that nobody knows.</summary>
    UnknownReceiver,

    /// <summary>The hub's door refuses a letter: nobody knows its only receiver.</summary>
    Refused,

    /// <summary>A letter is sent twice.</summary>
    Duplicate,

    /// <summary>A letter is sent days after it was signed.</summary>
    LateSending,

    /// <summary>A recall that nobody answers in time.</summary>
    RecallUnanswered,
}

/// <summary>Something that is planned to go wrong. What it has to show is computed from its letters (<see cref="Expectations"/>).</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">What.</param>
/// <param name="Sender">Who sends the letter, if there is one.</param>
/// <param name="Receiver">Who gets it, or whose adapter is off.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends; null: not within the plan.</param>
internal sealed record PlannedFault(int Number, FaultKind Kind, string? Sender, string Receiver, DateTimeOffset From, DateTimeOffset? Until);
