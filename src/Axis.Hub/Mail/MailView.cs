namespace Axis.Hub.Mail;

/// <summary>One message as operators read it. Times are UTC.</summary>
internal sealed record MailView
{
    public required Guid MailId { get; init; }

    /// <summary>One of <see cref="MailKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Absent: to the operators.</summary>
    public string? AgencyCode { get; init; }
    public required string Address { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required int Attempts { get; init; }

    /// <summary>Absent: it was sent, or given up.</summary>
    public DateTimeOffset? NextTryAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public DateTimeOffset? GivenUpAt { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; init; }
}
