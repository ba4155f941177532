using Axis.Contracts.Wire;

namespace Axis.Contracts.Why;

/// <summary>What is known of a delivery that somebody asks about: its states, and where they are read live, how it stands on its way.</summary>
public sealed record WhyFacts
{
    /// <summary>How far it has come.</summary>
    public required WhyState State { get; init; }

    /// <summary>True when nobody has anything to do about it.</summary>
    public bool IsAtRest { get; init; }

    /// <summary>Whose failure it is; of a FAIL, and of an attempt that is tried again.</summary>
    public FailCause? FailedBy { get; init; }

    /// <summary>Why it failed, in the words of whoever said so.</summary>
    public string? Reason { get; init; }

    /// <summary>When it came into the state that it is in.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it is due to arrive.</summary>
    public DateTimeOffset? ArriveDue { get; init; }

    /// <summary>When it is due to be answered.</summary>
    public DateTimeOffset? AnswerDue { get; init; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>Name of the receiving agency in Vietnamese.</summary>
    public required string ReceiverVi { get; init; }

    /// <summary>Name of the receiving agency in English; given empty it is the Vietnamese one.</summary>
    public required string ReceiverEn
    {
        get => field.Length > 0 ? field : ReceiverVi;
        init;
    }

    /// <summary>How it stands on its way; <c>null</c> where only its events or states are known.</summary>
    public WhyLive? Live { get; init; }
}

/// <summary>How far a delivery has come.</summary>
public enum WhyState
{
    /// <summary>On its way to the receiver's adapter.</summary>
    OnItsWay,

    /// <summary>In the receiver's adapter.</summary>
    InAdapter,

    /// <summary>In the receiver's system.</summary>
    Arrived,

    /// <summary>Given up.</summary>
    Failed,
}
