using Axis.Contracts.Statements;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;

namespace Axis.Hub.Statements.Counting;

/// <summary>A delivery as its events have made it so far: the fold that every statement rests on. It knows nothing of the ledger's rows.</summary>
internal readonly record struct FoldedDelivery
{
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the last event became effective.</summary>
    public required DateTimeOffset At { get; init; }
    public TransportState Transport { get; init; }
    public string? Business { get; init; }
    public VoidCause? VoidAs { get; init; }

    /// <summary>Whose failure it is; of a FAIL only.</summary>
    public FailCause? FailedBy { get; init; }

    /// <summary>Why it failed, was returned or ended, in the words of whoever said so.</summary>
    public string? Cause { get; init; }

    /// <summary>True for a failure that somebody has dealt with.</summary>
    public bool IsClosed { get; init; }

    /// <summary>True for a recall or an update that has its 15 or 16.</summary>
    public bool RequestAnswered { get; init; }
    public DateTimeOffset? ProcessingDue { get; init; }
    public DateTimeOffset? ArriveDue { get; init; }
    public DateTimeOffset? AnswerDue { get; init; }
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>When it came to be answered: by 02 to 06, or a request by 15 or 16. What is answered after it has ended was not answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it came into its class, or to rest in it.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>What the sender has said of it last, in the class that it is in.</summary>
    public StatementAct? SenderSaid { get; init; }

    /// <summary>What the receiver has said of it last, in the class that it is in.</summary>
    public StatementAct? ReceiverSaid { get; init; }

    /// <summary>What either side has said of it, the sender's first; null: nothing.</summary>
    public IReadOnlyList<StatementAct>? Said => new[] { SenderSaid, ReceiverSaid }.OfType<StatementAct>().ToArray() is { Length: > 0 } said ? said : null;

    public DeliveryClass Class => this switch
    {
        { VoidAs: VoidCause.Void } => DeliveryClass.Void,
        { VoidAs: VoidCause.TakenBack or VoidCause.Recalled, Transport: not TransportState.Done } => DeliveryClass.Void,
        { VoidAs: not null } => DeliveryClass.Recalled,
        { Transport: TransportState.Fail } => DeliveryClass.Failed,
        { Business: { } code } when BusinessMachine.Answers(code) => DeliveryClass.Replied,
        { RequestAnswered: true } => DeliveryClass.Replied,
        { Transport: TransportState.Done } => DeliveryClass.Arrived,
        _ => DeliveryClass.NotArrived,
    };

    /// <summary>True when nobody has anything to do about it.</summary>
    public bool IsAtRest => Class switch
    {
        DeliveryClass.NotArrived or DeliveryClass.Arrived => false,
        DeliveryClass.Failed => IsClosed,
        _ => true,
    };

    /// <summary>The first event of a delivery.</summary>
    public static FoldedDelivery Begin(HistoryEvent first) =>
        new FoldedDelivery { CreatedAt = first.EffectiveAt, At = first.EffectiveAt, Since = first.EffectiveAt }.Take(first);

    /// <summary>The delivery after one more event of its history.</summary>
    public FoldedDelivery After(HistoryEvent next)
    {
        var after = Take(next);
        if (after is { AnsweredAt: null, Class: DeliveryClass.Replied })
        {
            after = after with { AnsweredAt = next.EffectiveAt };
        }

        return (after.Class, after.IsAtRest) == (Class, IsAtRest) ? after : after with { Since = next.EffectiveAt, SenderSaid = null, ReceiverSaid = null };
    }

    private FoldedDelivery Take(HistoryEvent next)
    {
        var taken = this with
        {
            At = next.EffectiveAt,
            Transport = next.TransportTo ?? Transport,
            Business = next.BusinessTo ?? Business,
            ProcessingDue = next.ProcessingDue ?? ProcessingDue,
            ArriveDue = next.ArriveDue ?? ArriveDue,
            AnswerDue = next.AnswerDue ?? AnswerDue,
        };
        if (taken.Transport != TransportState.Fail)
        {
            taken = taken with { FailedBy = null, IsClosed = false };
        }

        return next.Kind switch
        {
            EventKinds.Failed => taken.FailedFor(FailureDetail.Read(next.Detail)),
            EventKinds.Closed when taken.Transport == TransportState.Fail => taken with { IsClosed = true },
            EventKinds.Done or EventKinds.LateArrival => taken with { ArrivedAt = next.EffectiveAt, Cause = null },
            EventKinds.Resent => taken with { Cause = null },
            EventKinds.Status when next.BusinessTo == BusinessMachine.Refused => taken with { Cause = ReasonOf(next.Detail) },
            EventKinds.Promised or EventKinds.WaitsForOther => taken.SaidBy(SaidDetail.Read(next.Kind, next.Detail, next.Source, next.EffectiveAt)),
            EventKinds.RequestAnswered => taken with { RequestAnswered = true },
            EventKinds.Voided => taken.VoidedFor(next.Detail),
            _ => taken,
        };
    }

    private FoldedDelivery FailedFor((FailCause By, string Reason) failure) => this with { FailedBy = failure.By, Cause = failure.Reason };

    private FoldedDelivery SaidBy(StatementAct? said) => said switch
    {
        { Side: StatementSide.Sender } => this with { SenderSaid = said },
        { Side: StatementSide.Receiver } => this with { ReceiverSaid = said },
        _ => this,
    };

    /// <summary>The detail is the cause, a colon and the reason.</summary>
    private FoldedDelivery VoidedFor(string? detail)
    {
        var (cause, reason) = detail?.Split(": ", 2) is [var word, var rest] ? (word, rest) : (detail ?? "", null);
        return this with { VoidAs = Enum.TryParse<VoidCause>(cause, out var known) ? known : VoidCause.Void, Cause = reason };
    }

    /// <summary>The detail is the code and the clerk's text.</summary>
    private static string? ReasonOf(string? detail) => detail?.Split(' ', 2) is [_, var text] ? text : null;
}
