using Axis.Hub.Ledger;

namespace Axis.Hub.Watch.Alerts;

/// <summary>One alert as people and adapters read it. Times are UTC.</summary>
public sealed record AlertView
{
    public required Guid AlertId { get; init; }

    /// <summary><c>yyyy-nnnnnn</c>, the same for everybody who is told; absent in alerts that are older than case numbers.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>A fixed word, such as <c>secret-refused</c>.</summary>
    public required string Kind { get; init; }
    public required AlertSeverity Severity { get; init; }

    /// <summary>A fixed word that tells alerts of one kind between the same parties apart; may be empty.</summary>
    public required string Cause { get; init; }
    public required string AdapterCode { get; init; }

    /// <summary>Current code of the agency; absent when it is not known.</summary>
    public string? AgencyCode { get; init; }
    public string? CounterpartCode { get; init; }
    public string? CounterAdapterCode { get; init; }

    /// <summary>A watched document, which has an alert of its own.</summary>
    public Guid? DocumentId { get; init; }
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }
    public Guid? SubmissionId { get; init; }

    /// <summary>Why: a finding as JSON.</summary>
    public required string Finding { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; init; }
    public required int Seen { get; init; }

    /// <summary>Deliveries that it is still about.</summary>
    public required int OpenItems { get; init; }
    public required int Version { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary><c>hub</c> when its cause has ended, else a person.</summary>
    public string? ClosedBy { get; init; }
    public string? ClosedReason { get; init; }
}

/// <summary>A delivery under an alert.</summary>
public sealed record AlertItemView
{
    public required Guid DeliveryId { get; init; }
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }
    public required string ReceiverCode { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>Somebody who was told.</summary>
public sealed record AlertToldView
{
    public string? AgencyCode { get; init; }
    public string? AdapterCode { get; init; }
    public required string Channel { get; init; }

    /// <summary>Of which version of the alert.</summary>
    public required int Version { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>One alert with what it is about and who was told.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Items">Its deliveries, the open ones first, no more than are shown.</param>
/// <param name="Told">Who was told, the latest first.</param>
public sealed record AlertDetails(AlertView Alert, IReadOnlyList<AlertItemView> Items, IReadOnlyList<AlertToldView> Told);
