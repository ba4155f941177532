namespace Axis.Hub.Ledger;

/// <summary>Kinds of history entries. They are part of the hashed evidence: a name is never changed or reused.</summary>
internal static class EventKinds
{
    /// <summary>The delivery was made.</summary>
    public const string Accepted = "ACCEPTED";

    /// <summary>It lies durably in the adapter's spool.</summary>
    public const string Processing = "PROCESSING";

    /// <summary>The agency's system has taken it.</summary>
    public const string Done = "DONE";

    /// <summary>It arrived although it was given up (FAIL).</summary>
    public const string LateArrival = "LATE_ARRIVAL";

    /// <summary>An attempt failed and the next one is due after a step of the ladder.</summary>
    public const string AttemptFailed = "ATTEMPT_FAILED";

    /// <summary>Given up: FAIL; the detail begins with who caused it (<see cref="FailureDetail"/>).</summary>
    public const string Failed = "FAILED";

    /// <summary>A FAIL that somebody has dealt with; the detail says how.</summary>
    public const string Closed = "CLOSED";

    /// <summary>A new attempt after FAIL.</summary>
    public const string Resent = "RESENT";

    /// <summary>The adapter gave the attempt back unasked; the next one is due at once.</summary>
    public const string GivenBack = "GIVEN_BACK";

    /// <summary>The adapter does not know it; published again under the same attempt.</summary>
    public const string Lost = "LOST";

    /// <summary>A cancel was answered; the detail says how.</summary>
    public const string CancelAnswered = "CANCEL_ANSWERED";

    /// <summary>A status changed the business state.</summary>
    public const string Status = "STATUS";

    /// <summary>A status that changes nothing: repeated, late, or about a request.</summary>
    public const string StatusNoted = "STATUS_NOTED";

    /// <summary>Final; the detail begins with the cause.</summary>
    public const string Voided = "VOIDED";

    /// <summary>Held back by an operator.</summary>
    public const string Suspended = "SUSPENDED";

    /// <summary>Let go again by an operator.</summary>
    public const string Resumed = "RESUMED";

    /// <summary>Sent to another adapter from now on.</summary>
    public const string Redirected = "REDIRECTED";

    /// <summary>The sender asks something about it; the detail begins with the command.</summary>
    public const string ChangeAsked = "CHANGE_ASKED";

    /// <summary>The receiver has the request.</summary>
    public const string ChangeDelivered = "CHANGE_DELIVERED";

    /// <summary>The receiver refused the request.</summary>
    public const string ChangeRefused = "CHANGE_REFUSED";

    /// <summary>The request was not answered in time.</summary>
    public const string ChangeOverdue = "CHANGE_OVERDUE";

    /// <summary>The request that it carries was answered; the detail begins with the code.</summary>
    public const string RequestAnswered = "REQUEST_ANSWERED";

    /// <summary>The request has lost its object.</summary>
    public const string ChangeLapsed = "CHANGE_LAPSED";

    /// <summary>A request that waited for another delivery goes out.</summary>
    public const string Released = "RELEASED";

    /// <summary>A change of the working calendar has moved due times; the detail says which, from when to when, and by which version.</summary>
    public const string DueMoved = "DUE_MOVED";

    /// <summary>An adapter has frozen or destroyed its copy.</summary>
    public const string MarkAnswered = "MARK_ANSWERED";

    /// <summary>A side says by when it will be dealt with (<see cref="SaidDetail"/>).</summary>
    public const string Promised = "PROMISED";

    /// <summary>A side says that the other one has to act (<see cref="SaidDetail"/>).</summary>
    public const string WaitsForOther = "WAITS_FOR_OTHER";

    /// <summary>An acknowledgement that came too late to change anything.</summary>
    public const string Late = "LATE";

    /// <summary>An acknowledgement that the rules forbid; the detail says why.</summary>
    public const string AcknowledgeRefused = "ACKNOWLEDGE_REFUSED";
}
