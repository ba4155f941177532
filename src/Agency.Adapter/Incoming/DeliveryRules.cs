namespace Agency.Adapter.Incoming;

/// <summary>What of a delivery decides how the hub is answered.</summary>
/// <param name="Phase">Where the copy stands.</param>
/// <param name="Attempt">Highest attempt it stands for.</param>
/// <param name="Taken">Bytes were handed out.</param>
internal readonly record struct Copy(DeliveryPhase Phase, int Attempt, bool Taken);

/// <summary>How the hub is answered.</summary>
internal enum Reply
{
    /// <summary>Taken in (a <c>deliver</c>), or would be (a <c>query</c>: UNKNOWN).</summary>
    TakeIn,

    /// <summary>It lies in the spool.</summary>
    Processing,

    /// <summary>The agency has it.</summary>
    Done,

    /// <summary>It failed, with the reason kept.</summary>
    Fail,

    /// <summary>Given back.</summary>
    Cancelled,

    /// <summary>Cannot be given back: handed out.</summary>
    Taken,

    /// <summary>Cannot be given back: handed out, and acknowledged since.</summary>
    TakenAndDone,

    /// <summary>Not answered: it asks for less than what is held.</summary>
    Ignored,
}

/// <summary>The rules of protocol.md 5 and 6 on the receiver's side, without any input or output.</summary>
internal static class DeliveryRules
{
    /// <summary>How a <c>deliver</c> of this attempt is met; a <c>query</c> of it is answered the same, TakeIn as UNKNOWN.</summary>
    /// <param name="copy">What is held under the delivery id, or <c>null</c>.</param>
    /// <param name="tombstone">Highest attempt that was asked back, or <c>null</c>.</param>
    /// <param name="attempt">Attempt of the message.</param>
    public static Reply OnDeliver(Copy? copy, int? tombstone, int attempt)
    {
        if (copy is not { } held)
        {
            return tombstone >= attempt ? Reply.Cancelled : Reply.TakeIn;
        }

        var isOver = held.Phase is DeliveryPhase.Failed or DeliveryPhase.Cancelled;
        return isOver && attempt > held.Attempt && !(tombstone >= attempt) ? Reply.TakeIn : Current(held.Phase);
    }

    /// <summary>How a <c>cancel</c> up to this attempt is met. Unless ignored it leaves a tombstone.</summary>
    public static Reply OnCancel(Copy? copy, int attempt) => copy switch
    {
        null => Reply.Cancelled,
        { } held when attempt < held.Attempt => Reply.Ignored,
        { Phase: DeliveryPhase.Done } => Reply.TakenAndDone,

        // A copy that its agency answered with FAIL is given back, though it was handed out.
        { Phase: DeliveryPhase.Failed or DeliveryPhase.Cancelled } => Reply.Cancelled,
        { Taken: true } or { Phase: DeliveryPhase.Placing } => Reply.Taken,
        _ => Reply.Cancelled,
    };

    /// <summary>The attempt an answer speaks of: the one asked about, or a higher one that the copy stands for.</summary>
    public static int AttemptOf(Reply reply, Copy? copy, int asked) =>
        reply is Reply.Cancelled or Reply.TakeIn ? asked : Math.Max(asked, copy?.Attempt ?? 0);

    private static Reply Current(DeliveryPhase phase) => phase switch
    {
        DeliveryPhase.Done => Reply.Done,
        DeliveryPhase.Failed => Reply.Fail,
        DeliveryPhase.Cancelled => Reply.Cancelled,
        _ => Reply.Processing,
    };
}
