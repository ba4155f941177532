using Axis.Contracts.Wire;
using Axis.Hub.Ledger;

namespace Axis.Hub.Watch.Why;

/// <summary>What is known of a delivery that somebody asks about: its states, and where they are read live, how it stands on its way.</summary>
internal sealed record WhyFacts
{
    public required TransportState Transport { get; init; }

    /// <summary>True when nobody has anything to do about it.</summary>
    public bool IsAtRest { get; init; }

    /// <summary>Whose failure it is, and the reason in the words of whoever said so; of a FAIL, and of an attempt that is tried again.</summary>
    public FailCause? FailedBy { get; init; }
    public string? Reason { get; init; }

    /// <summary>When it came into the state that it is in.</summary>
    public required DateTimeOffset Since { get; init; }
    public DateTimeOffset? ArriveDue { get; init; }
    public DateTimeOffset? AnswerDue { get; init; }
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>Names of the receiving agency.</summary>
    public required string ReceiverVi { get; init; }
    public required string ReceiverEn { get; init; }

    /// <summary>How it stands on its way; null where only its events are known.</summary>
    public WhyLive? Live { get; init; }
}

/// <summary>How a delivery stands on its way, at the moment of asking.</summary>
/// <param name="Phase">Where it is.</param>
/// <param name="AdapterCode">The adapter that serves its receiver.</param>
/// <param name="IsSuspended">An operator holds this delivery back.</param>
/// <param name="IsAdapterSuspended">The adapter is suspended.</param>
/// <param name="IsAgencySuspended">The receiving agency is suspended.</param>
/// <param name="IsAskedBack">The hub has asked the adapter to give it back and waits for the answer.</param>
/// <param name="Failures">Counted failures of the ladder so far.</param>
/// <param name="NextAttemptAt">Earliest next publication.</param>
/// <param name="AdapterSeenAt">The adapter's last sign of life; null: it never gave one.</param>
/// <param name="Now">The moment.</param>
internal sealed record WhyLive(
    DispatchPhase Phase, string AdapterCode, bool IsSuspended, bool IsAdapterSuspended, bool IsAgencySuspended, bool IsAskedBack, int Failures, DateTimeOffset NextAttemptAt,
    DateTimeOffset? AdapterSeenAt, DateTimeOffset Now)
{
    private static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(5);

    public bool IsSilent => AdapterSeenAt is not { } seen || Now - seen > SilentAfter;
}
