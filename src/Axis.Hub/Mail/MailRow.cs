namespace Axis.Hub.Mail;

/// <summary>Kinds of mail. A name is never changed or reused: it is in rows.</summary>
internal static class MailKinds
{
    /// <summary>Alerts of an agency, or of the operators.</summary>
    public const string Alerts = "alerts";

    /// <summary>The statements that a run has issued for an agency.</summary>
    public const string Statements = "statements";
}

/// <summary>One message to one address: written in the transaction of what it tells, then sent once, or given up.</summary>
internal sealed record MailRow
{
    /// <summary>How long it is tried.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    public required Guid MailId { get; init; }

    /// <summary>One of <see cref="MailKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Kind, what it is about, agency and address: under one key there is one message.</summary>
    public required string MailKey { get; init; }

    /// <summary>The digest, or the run of statements.</summary>
    public required Guid AboutId { get; init; }

    /// <summary>Whom it tells; null: the operators.</summary>
    public Guid? AgencyId { get; init; }
    public required string Address { get; init; }
    public string? Name { get; init; }

    /// <summary>The language that comes first.</summary>
    public required string Language { get; init; }
    public required string Subject { get; init; }

    /// <summary>The message; null where it is rendered from what it is about when it is sent.</summary>
    public string? PlainText { get; init; }

    /// <summary>The same as a page.</summary>
    public string? Html { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The end of patience with it.</summary>
    public required DateTimeOffset TryUntil { get; init; }

    /// <summary>When it is tried next; null: it was sent, or given up.</summary>
    public DateTimeOffset? NextTryAt { get; init; }
    public int Attempts { get; init; }
    public string? ClaimedBy { get; init; }
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>When the server took it over.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it was found undeliverable.</summary>
    public DateTimeOffset? GivenUpAt { get; init; }

    /// <summary>Why the last attempt failed, without the address.</summary>
    public string? LastError { get; init; }

    /// <summary>The key of a message.</summary>
    public static string KeyOf(string kind, Guid about, Guid? agency, string address) => $"{kind}/{about:N}/{agency:N}/{address.ToLowerInvariant()}";
}
