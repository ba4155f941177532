using Axis.Hub.Ledger;

namespace Axis.Hub.Operate.Cancels;

/// <summary>The risk that goes with each answer given in an adapter's stead; the operator has to name it (protocol.md 6).</summary>
internal sealed record CancelRisk(string Name, string Sentence)
{
    private static readonly CancelRisk ArrivesTwice = new("arrives-twice", "the copy that is said to be given back may be with the receiver, or still on its way");

    private static readonly CancelRisk NeverArrives = new("never-arrives", "the receiver may have nothing, and nothing more is sent");

    /// <param name="answer">One of <see cref="CancelAnswer"/>; null when it is none that can be forced.</param>
    public static CancelRisk? Of(string answer) => answer switch
    {
        CancelAnswer.Cancelled => ArrivesTwice,
        CancelAnswer.Taken => NeverArrives,
        _ => null,
    };
}
