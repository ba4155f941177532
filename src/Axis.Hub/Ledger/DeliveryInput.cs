using Axis.Contracts.Wire;

namespace Axis.Hub.Ledger;

/// <summary>Everything that can happen to a delivery.</summary>
internal abstract record DeliveryInput
{
    /// <summary>Its adapter, or one that says to be it, speaks of it.</summary>
    /// <param name="Adapter">Adapter on whose exchange it came.</param>
    /// <param name="SpoolId">Spool that speaks.</param>
    /// <param name="Item">What it says.</param>
    /// <param name="PackageSha256">The document's hash, which the item must match.</param>
    /// <param name="OpenCancel">The delivery's open cancel, or null.</param>
    /// <param name="OutstandingQuery">Number of the adapter's outstanding query, or null.</param>
    internal sealed record Acknowledged(
        string Adapter, Guid SpoolId, AcknowledgeItem Item, string PackageSha256, CancelRow? OpenCancel = null, long? OutstandingQuery = null)
        : DeliveryInput;

    /// <summary>Its publication of this attempt ended in a dead letter.</summary>
    internal sealed record DeadLettered(int Attempt, string Reason) : DeliveryInput;

    /// <summary>A status of its receiver proves that it arrived.</summary>
    /// <param name="At">The DONE time in the status's manifest, else its seal's time: a claim.</param>
    /// <param name="Source">The agency that says so.</param>
    internal sealed record ArrivalProved(DateTimeOffset At, string Source) : DeliveryInput;

    /// <summary>A status package speaks of it.</summary>
    /// <param name="Code">National code.</param>
    /// <param name="Text">The clerk's text.</param>
    /// <param name="SealedAt">The seal's time: the claim.</param>
    /// <param name="Source">The agency that says so.</param>
    /// <param name="AnswersRequest">True when it answers a request about the delivery, and so says nothing of the delivery itself.</param>
    internal sealed record StatusTaken(string Code, string? Text, DateTimeOffset SealedAt, string Source, bool AnswersRequest = false) : DeliveryInput;

    /// <summary>Something about a request about it, which its sender is told: history only.</summary>
    /// <param name="Kind">One of <see cref="EventKinds"/>.</param>
    /// <param name="Detail">For people.</param>
    /// <param name="Source">Who.</param>
    /// <param name="At">When, by its own clock; null: now.</param>
    internal sealed record ChangeNoted(string Kind, string Detail, string Source, DateTimeOffset? At = null) : DeliveryInput;

    /// <summary>A side says something of it: history only.</summary>
    /// <param name="Kind"><see cref="EventKinds.Promised"/> or <see cref="EventKinds.WaitsForOther"/>.</param>
    /// <param name="Detail">See <see cref="SaidDetail"/>.</param>
    /// <param name="Source">Who.</param>
    internal sealed record Said(string Kind, string Detail, string Source) : DeliveryInput;

    /// <summary>What it waited for has come: it may go out.</summary>
    internal sealed record Released(string Reason, string Source) : DeliveryInput;

    /// <summary>A new attempt of a failed delivery is wanted.</summary>
    internal sealed record Resent(string Source, string Reason) : DeliveryInput;

    /// <summary>It is void from now on.</summary>
    internal sealed record Voided(VoidCause Cause, string Reason, string Source) : DeliveryInput;

    /// <summary>An operator holds it back.</summary>
    internal sealed record Suspended(string Reason, string Source) : DeliveryInput;

    /// <summary>An operator lets it go again.</summary>
    internal sealed record Resumed(string Reason, string Source) : DeliveryInput;

    /// <summary>An operator answers its cancel in the adapter's stead.</summary>
    /// <param name="Answer"><see cref="CancelAnswer.Cancelled"/> or <see cref="CancelAnswer.Taken"/>.</param>
    /// <param name="Reason">The risk taken and why.</param>
    /// <param name="Source">Who.</param>
    internal sealed record CancelForced(string Answer, string Reason, string Source) : DeliveryInput;

    /// <summary>The working calendar has another version: its open due times are counted anew.</summary>
    /// <param name="Started">When the clock of its attempt started; no matter once it has arrived.</param>
    internal sealed record CalendarChanged(DateTimeOffset Started) : DeliveryInput;

    /// <summary>Another adapter serves its receiver; its cancel, if it ever needed one, has been answered.</summary>
    internal sealed record Redirected(string Adapter, string Reason, string Source) : DeliveryInput;
}
