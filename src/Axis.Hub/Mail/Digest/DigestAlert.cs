using Axis.Hub.Ledger;

namespace Axis.Hub.Mail.Digest;

/// <summary>An alert that somebody may have to be written about.</summary>
internal sealed record DigestAlert
{
    public required Guid AlertId { get; init; }
    public required string CaseNumber { get; init; }

    /// <summary>One of <see cref="AlertKinds"/>.</summary>
    public required string Kind { get; init; }
    public required string Cause { get; init; }
    public required AlertSeverity Severity { get; init; }
    public required string AdapterCode { get; init; }
    public string? CounterAdapterCode { get; init; }
    public Guid? AgencyId { get; init; }
    public Guid? CounterpartId { get; init; }

    /// <summary>Number and notation of a watched document, which has an alert of its own.</summary>
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }

    /// <summary>Why: a finding as JSON.</summary>
    public required string Finding { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; init; }
    public required int Seen { get; init; }
    public required int OpenItems { get; init; }
    public required int Version { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>What one audience was told of one alert by e-mail.</summary>
internal sealed record ToldRow
{
    public required Guid AlertId { get; init; }

    /// <summary>Null: the operators.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>The highest version told.</summary>
    public required int Version { get; init; }
    public required DateTimeOffset FirstAt { get; init; }
    public required DateTimeOffset LastAt { get; init; }
}

/// <summary>When an audience was last written to, and until when it is not again.</summary>
internal sealed record DigestRow
{
    public required Guid AudienceId { get; init; }

    /// <summary>How many digests it got: guards against another hub that decides at the same time.</summary>
    public required int Number { get; init; }
    public required Guid LastId { get; init; }

    /// <summary>When the last one was written.</summary>
    public required DateTimeOffset HeldSince { get; init; }

    /// <summary>The first instant at which another may be; <see cref="HeldSince"/> where everything had ended.</summary>
    public required DateTimeOffset HeldUntil { get; init; }

    /// <summary>Messages of the last one.</summary>
    public int Mails { get; init; }

    /// <summary>How many of them are neither sent nor given up.</summary>
    public int Waiting { get; init; }
}
