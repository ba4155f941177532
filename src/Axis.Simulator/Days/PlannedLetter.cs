using Axis.Simulator.Clerks;

namespace Axis.Simulator.Days;

/// <summary>What the hub's door is to say of a letter.</summary>
internal enum AtDoor
{
    /// <summary>Takes it.</summary>
    Accepted,

    /// <summary>Refuses all of it.</summary>
    Refused,

    /// <summary>Knows it: its receivers have it already.</summary>
    Repeated,
}

/// <summary>One letter of a plan, and what becomes of it. Every instant is known before the nation lives.</summary>
internal sealed record PlannedLetter
{
    /// <summary>Place in the plan, from 0; nothing else has it.</summary>
    public required int Place { get; init; }
    public required Letter Letter { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public AtDoor AtDoor { get; init; }

    /// <summary>When what mends its refusal is sent, as a letter of its own; of a refused one.</summary>
    public DateTimeOffset? MendedAt { get; init; }

    /// <summary>What happens at the receivers that the axis knows.</summary>
    public IReadOnlyList<PlannedDelivery> Deliveries { get; init; } = [];

    /// <summary>Place of the letter that this one recalls; null: it recalls none.</summary>
    public int? Recalls { get; init; }

    /// <summary>The fault that it belongs to; null: everyday traffic.</summary>
    public int? Fault { get; init; }

    /// <summary>Number and notation, as statements name it.</summary>
    public string Name => FormattableString.Invariant($"{Letter.Number}/{Letter.Notation}");

    /// <summary>Receivers that no directory has.</summary>
    public IEnumerable<Addressee> Unknown => AtDoor == AtDoor.Accepted
        ? Letter.Receivers.Where(receiver => Deliveries.All(delivery => delivery.Receiver != receiver.Code))
        : [];
}

/// <summary>What happens to a letter at one receiver, in this order; null: it does not happen.</summary>
/// <param name="Receiver">Its code.</param>
internal sealed record PlannedDelivery(string Receiver)
{
    /// <summary>Its system cannot take the letter in.</summary>
    public DateTimeOffset? FailsAt { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Its sender sends it again, or gives it up.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>True: given up.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>The clerk takes it in.</summary>
    public DateTimeOffset? ArrivesAt { get; init; }

    /// <summary>The clerk answers.</summary>
    public DateTimeOffset? AnswersAt { get; init; }

    /// <summary>02 to 06, and 15 to a recall.</summary>
    public string Code { get; init; } = "03";

    /// <summary>The clerk's words.</summary>
    public string? Text { get; init; }

    /// <summary>The letter is sent to it anew after it was returned.</summary>
    public DateTimeOffset? SentAnewAt { get; init; }
}
