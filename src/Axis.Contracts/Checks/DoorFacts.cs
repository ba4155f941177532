using Axis.Contracts.Calendar;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Checks;

/// <summary>
/// What the door knows beside the package. Whoever asks fills in what is at hand: the hub its registry and ledger, the adapter its copy of the directory and its
/// spool. A source that is <c>null</c> makes the rules that need it NOT_CHECKED; an empty list says that there is nothing.
/// </summary>
public sealed record DoorFacts
{
    /// <summary>Nothing but the package.</summary>
    public static DoorFacts None { get; } = new();

    /// <summary>When the package is accepted (R8: dates; R12).</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The working calendar (R12).</summary>
    public WorkingCalendar? Calendar { get; init; }

    /// <summary>The adapter that hands the package over (R1).</summary>
    public AdapterFact? Adapter { get; init; }

    /// <summary>Lower-case hex SHA-256 that the sealed manifest names (R1), or <c>null</c> while nothing is sealed.</summary>
    public string? SealedSha256 { get; init; }

    /// <summary>The sender (R4).</summary>
    public SenderFact? Sender { get; init; }

    /// <summary>One for every code of <see cref="CodesOf"/> (R5, R9, R11); a code without one is unknown.</summary>
    public IReadOnlyList<ReceiverFact>? Receivers { get; init; }

    /// <summary>
    /// Of every receiver its newest delivery of the document's family that is neither void nor refused by 02 (R9, protocol.md 4); a receiver without one has none.
    /// </summary>
    public IReadOnlyList<EarlierDelivery>? Earlier { get; init; }

    /// <summary>Earlier documents of this sender under the same document id (R9); <c>null</c> leaves that one warning out.</summary>
    public IReadOnlyList<EarlierDocument>? SameId { get; init; }

    /// <summary>The documents of <see cref="DocumentIdsOf"/> that this very sender has sent (R11).</summary>
    public IReadOnlyList<AmendedDocument>? Amended { get; init; }

    /// <summary>Every code of which <see cref="Receivers"/> has to tell: receivers, and agencies that an update or a replacement names; each once.</summary>
    public static IReadOnlyList<string> CodesOf(Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return
        [
            .. package.Receivers
                .Concat(package.Business?.DocumentInfo?.Receivers.Select(change => change.OrganId) ?? [])
                .Concat(package.Business?.Replacements.SelectMany(replacement => replacement.OrganIds) ?? [])
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Ids of the documents that a recall, an update or a replacement speaks of; none for a new document or a status.</summary>
    public static IReadOnlyList<string> DocumentIdsOf(Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return (package.Edoc, package.Business) switch
        {
            ({ } header, { DocType: BusinessDocType.Recall } recall) => [recall.DocumentId ?? header.DocumentId],
            (not null, { DocType: BusinessDocType.Update } update) => [.. new[] { update.DocumentId }.OfType<string>()],
            (not null, { DocType: BusinessDocType.Replacement } replacement) =>
                [.. replacement.Replacements.Select(one => one.DocumentId).Distinct(StringComparer.Ordinal)],
            _ => [],
        };
    }
}

/// <summary>An adapter as the registry has it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="IsActive">False when it is suspended or not registered.</param>
public sealed record AdapterFact(string Code, bool IsActive)
{
    /// <summary>Since when it is suspended; <c>null</c> where it is not, or that is not known.</summary>
    public DateTimeOffset? SuspendedSince { get; init; }
}

/// <summary>What the registry says of a sender.</summary>
public enum SenderStanding
{
    /// <summary>Served by the adapter, directly or through an ancestor, or by a delegation that covers the document.</summary>
    Served,

    /// <summary>Unknown, or served by another adapter.</summary>
    NotServed,

    /// <summary>Suspended.</summary>
    Locked,

    /// <summary>The adapter acts for it by a delegation that does not cover the document, or not now.</summary>
    OutsideDelegation,

    /// <summary>The certificate of the seal does not speak for it.</summary>
    NotOfSeal,
}

/// <summary>A sender as the registry has it.</summary>
/// <param name="Code">As the package spells it.</param>
/// <param name="Agency">The registry's key of the agency, the same for every spelling; <c>null</c> when unknown.</param>
/// <param name="Standing">Whether it may send here.</param>
public sealed record SenderFact(string Code, string? Agency, SenderStanding Standing)
{
    /// <summary>Code that has taken the place of this one, or <c>null</c>.</summary>
    public string? Successor { get; init; }

    /// <summary>Since when it is suspended; <c>null</c> where it is not, or that is not known.</summary>
    public DateTimeOffset? SuspendedSince { get; init; }

    /// <summary>What a delegation lets it send for (<see cref="DelegationScope"/>), where it sends under one that is limited; else <c>null</c>.</summary>
    public IReadOnlyList<string>? Scope { get; init; }

    /// <summary>SHA-256 of the certificate that the package is or would be sealed under, for people.</summary>
    public string? Certificate { get; init; }
}

/// <summary>What the registry says of a receiver.</summary>
public enum ReceiverStanding
{
    /// <summary>It can be reached.</summary>
    Reachable,

    /// <summary>Not in the directory, or without an adapter.</summary>
    Unknown,

    /// <summary>Suspended.</summary>
    Locked,
}

/// <summary>A receiver as the registry has it.</summary>
/// <param name="Code">As the package spells it.</param>
/// <param name="Agency">The registry's key of the agency, the same for every spelling; <c>null</c> when unknown.</param>
/// <param name="Standing">Whether it can be reached.</param>
public sealed record ReceiverFact(string Code, string? Agency, ReceiverStanding Standing)
{
    /// <summary>Since when it is suspended; <c>null</c> where it is not, or that is not known.</summary>
    public DateTimeOffset? SuspendedSince { get; init; }

    /// <summary>Its adapter where that is suspended, so that documents are turned away and statuses wait; else <c>null</c>.</summary>
    public AdapterFact? SuspendedAdapter { get; init; }

    /// <summary>Code that has taken the place of this one, or <c>null</c>.</summary>
    public string? Successor { get; init; }
}

/// <summary>A delivery that stands for the document's family at a receiver.</summary>
/// <param name="Agency">The registry's key of the receiver.</param>
/// <param name="DeliveryId">Its id.</param>
/// <param name="Document">Its document for people, e.g. <c>7816/VPCP-TTĐT</c>.</param>
/// <param name="PackageSha256">Its package, lower-case hex.</param>
/// <param name="SentAt">When its document was accepted.</param>
/// <param name="HasFailed">True for FAIL; INITIAL, PROCESSING and DONE are alive.</param>
public sealed record EarlierDelivery(
    string Agency, Guid DeliveryId, string Document, string PackageSha256, DateTimeOffset SentAt, bool HasFailed);

/// <summary>An earlier document under the same document id.</summary>
/// <param name="Document">The document for people.</param>
/// <param name="SentAt">When it was accepted.</param>
/// <param name="IsSameFamily">True when it is of the same family, and so a matter of R9's duplicates.</param>
public sealed record EarlierDocument(string Document, DateTimeOffset SentAt, bool IsSameFamily);

/// <summary>A document that may be recalled, updated or replaced by its sender.</summary>
/// <param name="DocumentId">The id by which the package names it.</param>
/// <param name="Agencies">The registry's keys of its receivers, those that refused it included.</param>
public sealed record AmendedDocument(string DocumentId, IReadOnlyList<string> Agencies)
{
    /// <summary>Names of its type, one for each version that has another.</summary>
    public IReadOnlyList<string?> TypeNames { get; init; } = [];
}
