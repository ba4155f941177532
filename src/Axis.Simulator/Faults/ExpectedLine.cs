namespace Axis.Simulator.Faults;

/// <summary>The lists of a statement.</summary>
internal enum Listed
{
    SendErrors,
    ReceiveErrors,
    Backlog,
    NoReply,
    NotArrived,
    Unanswered,
}

/// <summary>A line of a statement, by what people know: no id.</summary>
/// <param name="Agency">Whose statement.</param>
/// <param name="Day">Of which day.</param>
/// <param name="List">In which list.</param>
/// <param name="Document">Number and notation.</param>
/// <param name="Counterpart">The other side; null where a whole letter was refused.</param>
/// <param name="Since">Since when it stands there.</param>
internal sealed record ExpectedLine(string Agency, DateOnly Day, Listed List, string Document, string? Counterpart, DateTimeOffset Since);

/// <summary>An alert.</summary>
/// <param name="Kind">A kind of the hub's.</param>
/// <param name="Cause">Its cause.</param>
/// <param name="Agency">The sender, or the adapter.</param>
/// <param name="Counterpart">The receiver; null where there is none.</param>
/// <param name="From">When it opens.</param>
/// <param name="Until">When it closes; null: not within the plan.</param>
internal sealed record ExpectedAlert(string Kind, string Cause, string Agency, string? Counterpart, DateTimeOffset From, DateTimeOffset? Until);
