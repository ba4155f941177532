using System.Globalization;

namespace Agency.Adapter.Alerts;

/// <summary>An alert in the spool.</summary>
internal sealed record AlertRow
{
    public string AlertId { get; init; } = "";

    /// <summary>As the hub told it, JSON.</summary>
    public string Body { get; init; } = "";

    /// <summary>When it was met last before it was told: their order.</summary>
    public long LastSeenAt { get; init; }

    /// <summary>When its newest version came.</summary>
    public long ToldAt { get; init; }
}

/// <summary>Where a page of alerts ends.</summary>
/// <param name="LastSeenAt">Of the last alert on it.</param>
/// <param name="AlertId">Of the last alert on it.</param>
internal sealed record AlertCursor(long LastSeenAt, string AlertId)
{
    /// <summary>Before the first.</summary>
    public static readonly AlertCursor Start = new(long.MaxValue, "");

    public static AlertCursor Of(AlertRow row) => new(row.LastSeenAt, row.AlertId);

    /// <summary>Reads what <see cref="ToString"/> writes; <c>null</c> of anything else.</summary>
    public static AlertCursor? Read(string text) =>
        text.Split('.') is [var seen, var id] && long.TryParse(seen, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) && Guid.TryParse(id, out _) ? new(at, id) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{LastSeenAt}.{AlertId}");
}

/// <summary>A notice that is due, with the alert as it stands.</summary>
internal sealed record DueNoticeRow
{
    public string AlertId { get; init; } = "";
    public long Since { get; init; }
    public int Tries { get; init; }
    public int Version { get; init; }
    public string Body { get; init; } = "";
}

/// <summary>How an agency's system is told of an alert by one way.</summary>
internal sealed record NoticeRow
{
    public string AlertId { get; init; } = "";
    public string Agency { get; init; } = "";
    public string Way { get; init; } = "";

    /// <summary>Version that it is to be told.</summary>
    public int Owed { get; init; }

    /// <summary>Newest version that it has taken; 0: none.</summary>
    public int Taken { get; init; }
    public long? TakenAt { get; init; }

    /// <summary>When it is told next; <c>null</c>: it has taken it, or it was given up.</summary>
    public long? DueAt { get; init; }
    public int Tries { get; init; }

    /// <summary>Why it was not taken: a finding as JSON.</summary>
    public string? Fault { get; init; }
}

/// <summary>Versions that one way owes.</summary>
internal sealed record NoticeCount
{
    public string Way { get; init; } = "";
    public long Waiting { get; init; }
    public long GivenUp { get; init; }
}
