using Agency.Adapter.Spool;
using Axis.Contracts.Wire;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Agency.Adapter.Incoming.Requests;

/// <summary>What a sender asks here of documents that it has sent: a 13, a recall, an update or a replacement, and the delivery (the carrier) that brought it.</summary>
/// <param name="Carrier">That delivery.</param>
/// <param name="Metadata">What its package says of itself.</param>
/// <param name="Command">What is asked.</param>
/// <param name="About">The deliveries here that it speaks of, by the hub's word.</param>
/// <param name="Answers">What this agency has answered, oldest first; what the hub refused was no answer.</param>
/// <param name="IsOver">True when all that it speaks of has been destroyed, or the carrier was given back.</param>
internal sealed record Request(
    DeliveryRow Carrier, PackageMetadata Metadata, ChangeCommand Command, IReadOnlyList<Guid> About, IReadOnlyList<RequestAnswerRow> Answers, bool IsOver)
{
    /// <summary>The code that stands as its answer, or <c>null</c>: nothing passes a yes.</summary>
    public string? Answered => (Answers.FirstOrDefault(answer => IsYes(answer.Code)) ?? (Answers is [.., var last] ? last : null))?.Code;

    /// <summary>True while its answer is waited for.</summary>
    public bool IsOpen => Command != ChangeCommand.Replace && !IsOver && Answered is null;

    /// <summary>True when it stands for what it speaks of: an update that was agreed to, a replacement that was taken in.</summary>
    public bool Supersedes => Command switch
    {
        ChangeCommand.Update => Answered is { } code && IsYes(code),
        ChangeCommand.Replace => Carrier.Phase == DeliveryPhase.Done,
        _ => false,
    };

    /// <summary>True for the codes that may still answer it: a yes also after a no, a no only once. A replacement is a document of its own and asks for no answer.</summary>
    public bool Takes(string code) => Command != ChangeCommand.Replace && !IsOver && (Answered is not { } standing || (!IsYes(standing) && code == StatusCodes.Agreed))
        && (code is StatusCodes.Agreed or StatusCodes.Disagreed || (Command is ChangeCommand.Recall or ChangeCommand.Drop && code is StatusCodes.Accepted or StatusCodes.Refused));

    /// <summary>True when the hub hears a 03 or 02 as its answer: one that names the carrier, or comes after the carrier was taken in (domain.md 2.3).</summary>
    public bool HearsSteps(Guid named) => named == Carrier.Id || Carrier.Phase == DeliveryPhase.Done;

    private static bool IsYes(string code) => code is StatusCodes.Agreed or StatusCodes.Accepted;
}
