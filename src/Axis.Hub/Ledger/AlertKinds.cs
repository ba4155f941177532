namespace Axis.Hub.Ledger;

/// <summary>Kinds of alerts. A name is never changed or reused: it is in rows, on the wire and in whatever reads them.</summary>
internal static class AlertKinds
{
    /// <summary>A package that is marked as a state secret was refused.</summary>
    public const string SecretRefused = "secret-refused";

    /// <summary>The door refused what an agency handed over.</summary>
    public const string SubmissionRefused = "submission-refused";

    /// <summary>FAIL that nobody has dealt with.</summary>
    public const string DeliveryFailed = "delivery-failed";

    /// <summary>Returned by its receiver: 02.</summary>
    public const string Returned = "returned";

    /// <summary>Not in the receiver's adapter.</summary>
    public const string NotProcessed = "not-processed";

    /// <summary>Not in the receiver's system.</summary>
    public const string NotArrived = "not-arrived";

    /// <summary>Arrived, and neither refused nor accepted.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>Work on it has not ended by its own due date.</summary>
    public const string NotDone = "not-processed-in-time";

    /// <summary>A recall, an update or a 13 without an answer.</summary>
    public const string AmendmentUnanswered = "amendment-unanswered";

    /// <summary>A recall, an update or a 13 that its receiver refused.</summary>
    public const string AmendmentRefused = "amendment-refused";

    /// <summary>An adapter that is active says nothing any more.</summary>
    public const string AdapterSilent = "adapter-silent";

    /// <summary>Two spools take turns under one name.</summary>
    public const string TwoAdapters = "two-adapters";

    /// <summary>Messages that nobody could take.</summary>
    public const string DeadLetters = "dead-letters";

    /// <summary>A certificate comes to its end.</summary>
    public const string CertificateEnding = "certificate-ending";

    /// <summary>A statement did not reach its agency.</summary>
    public const string StatementUndelivered = "statement-undelivered";

    /// <summary>The sums of a statement do not agree.</summary>
    public const string BooksMismatch = "books-mismatch";

    /// <summary>An adapter's books differ from the hub's in what does not heal by itself.</summary>
    public const string BooksDiffer = "books-differ";

    /// <summary>An adapter's clock goes wrong.</summary>
    public const string AdapterClockSkew = "adapter-clock-skew";

    /// <summary>The hub's own clock was moved.</summary>
    public const string HubClock = "hub-clock";

    /// <summary>A disk fills up.</summary>
    public const string Disk = "disk";

    /// <summary>A queue fills up.</summary>
    public const string Queue = "queue";

    /// <summary>E-mail cannot be delivered, or waits for long.</summary>
    public const string MailUndelivered = "mail-undelivered";

    private static readonly HashSet<string> Blameless =
        new([SecretRefused, SubmissionRefused, Returned, AmendmentRefused, DeadLetters, CertificateEnding, BooksMismatch, BooksDiffer, HubClock, MailUndelivered], StringComparer.Ordinal);

    private static readonly HashSet<string> Conditions =
        new([AdapterSilent, TwoAdapters, DeadLetters, CertificateEnding, AdapterClockSkew, BooksDiffer, HubClock, Disk, Queue, MailUndelivered], StringComparer.Ordinal);

    /// <summary>True when a condition has passed a further limit: a fuller disk or queue, fewer days of a certificate.</summary>
    public static bool IsHeavier(string kind, string before, string now) =>
        int.TryParse(before, System.Globalization.CultureInfo.InvariantCulture, out var old) && int.TryParse(now, System.Globalization.CultureInfo.InvariantCulture, out var reached) && kind switch
        {
            Disk or Queue => reached > old,
            CertificateEnding => reached < old,
            _ => false,
        };

    /// <summary>True for what an outage of the one that has to act explains.</summary>
    public static bool Blames(string kind) => !Blameless.Contains(kind);

    /// <summary>True for what lasts by itself and is looked at again and again: closed by a person, it must not open again at the next look.</summary>
    public static bool Lasts(string kind) => Conditions.Contains(kind);
}

/// <summary>How much an alert weighs.</summary>
public enum AlertSeverity
{
    /// <summary>There is time left.</summary>
    Warn = 1,

    /// <summary>It is late, or it has happened.</summary>
    Breach = 2,
}
