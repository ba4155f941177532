namespace Axis.Hub.Ledger;

/// <summary>What the machine made of an input.</summary>
internal enum DecisionOutcome
{
    /// <summary>State or dispatch changed: save the row and append the events.</summary>
    Changed,

    /// <summary>History only: append the events and save the row, whose chain has a new head.</summary>
    Noted,

    /// <summary>Nothing to write.</summary>
    Ignored,
}

/// <summary>A decision: the row as it is now, the events that made it so, and what else has to be done in the same transaction.</summary>
/// <param name="Reason">Why an input was noted or ignored: a short fixed word.</param>
internal sealed record DeliveryDecision(
    DecisionOutcome Outcome, DeliveryRow Row, IReadOnlyList<DeliveryEventRow> Events, IReadOnlyList<FollowUp> FollowUps, string? Reason = null);

/// <summary>What a decision asks of its caller.</summary>
internal abstract record FollowUp
{
    /// <summary>Ask the copy back.</summary>
    internal sealed record OpenCancel(string Purpose) : FollowUp;

    /// <summary>Settle the open cancel and everything that waits for it.</summary>
    /// <param name="Answer">One of <see cref="CancelAnswer"/>.</param>
    /// <param name="Counts">
    /// False: CANCELLED from another spool than that of the first publication. It settles a suspend and lets a resend go, while void and
    /// FAIL wait for the operator (protocol.md 6).
    /// </param>
    internal sealed record SettleCancel(string Answer, bool Counts) : FollowUp;

    /// <summary>Keep it in the stuck list.</summary>
    internal sealed record KeepStuck(string Reason) : FollowUp;

    /// <summary>Nothing is left to be done about its stuck items; <c>DeliveryBook</c> settles them with the rows.</summary>
    /// <param name="SentAgain">True: it is on its way again.</param>
    internal sealed record SettleStuck(bool SentAgain, string By, string Reason) : FollowUp;

    /// <summary>Worth a line to an operator: an event kind or a reason of this machine.</summary>
    internal sealed record Alert(string Kind) : FollowUp;
}
