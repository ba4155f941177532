using Axis.Contracts.Wire;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Platform.Bus;

namespace Axis.Hub.Flow.Submit;

/// <summary>A submission with everything that is known of it before the ledger is asked.</summary>
/// <param name="Incoming">The message.</param>
/// <param name="Copies">How many equal copies the batch held, from 1.</param>
/// <param name="Verdict">What its bytes say.</param>
/// <param name="Question">What the door asks of registry and ledger; null when the bytes were refused already.</param>
internal sealed record JudgedSubmission(
    Incoming<SubmitMessage> Incoming, int Copies, VerifyOutcome Verdict, DoorQuestion? Question)
{
    public string Adapter => Incoming.Adapter;

    /// <summary>The agency that a refusal is told to: one that may send through this adapter; null where none is known.</summary>
    public Guid? Speaker => Question?.Address.Served?.AgencyId ?? Claimed;

    /// <summary>What was refused before anybody was asked, by what its manifest says of the sender; null where this adapter does not serve it.</summary>
    public Guid? Claimed { get; init; }

    public SubmitMessage Message => Incoming.Message;
}
