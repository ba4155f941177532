namespace Axis.Hub.Operate.Alerts;

/// <summary>One alert as people and adapters read it.</summary>
public sealed record AlertView
{
    public required Guid AlertId { get; init; }

    /// <summary>A fixed word, such as <c>secret-refused</c>.</summary>
    public required string Kind { get; init; }
    public required string AdapterCode { get; init; }

    /// <summary>Current code of the agency; absent when it is not known.</summary>
    public string? AgencyCode { get; init; }
    public Guid? SubmissionId { get; init; }

    /// <summary>Why: a finding as JSON.</summary>
    public required string Finding { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }
    public required int Seen { get; init; }
}
