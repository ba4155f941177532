using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Hub.Flow.Route;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Submit;

/// <summary>A package at the door, submitted or only checked, and what it makes the door look up in the ledger.</summary>
/// <param name="Package">The package.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="OfBytes">What it says by itself.</param>
/// <param name="Address">What the registry says of it.</param>
internal sealed record DoorQuestion(Package Package, string Sha256, Checklist OfBytes, Addressing Address)
{
    /// <summary>When it was sealed, or would be.</summary>
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>The delivery that a status names beside its package; null leaves it to the hub's search.</summary>
    public Guid? Target { get; init; }

    /// <summary>
    /// The family key, or null: a status has none; a recall carries the natural key of what it recalls, and is itself no document that the receiver
    /// could have already.
    /// </summary>
    public string? Family { get; } = FamilyOf(Package, Address);

    /// <summary>The family at each receiver, and at the agencies that were merged into it.</summary>
    public IEnumerable<FamilyReceiver> Families =>
        Family is { } family ? Address.Receivers.SelectMany(receiver => receiver.Party.Ids).Select(agency => new FamilyReceiver(family, agency)) : [];

    /// <summary>The documents that a recall, an update or a replacement speaks of.</summary>
    public IEnumerable<SentKey> Amended =>
        Address.Speaker is { } sender ? DoorFacts.DocumentIdsOf(Package).SelectMany(document => sender.Ids.Select(id => SentKey.Of(id, document))) : [];

    /// <summary>By what a new document finds others under its id.</summary>
    public SameIdKey? SameId => (Package.Edoc, Package.Business?.DocType ?? BusinessDocType.New, Address.Served, Family) is ({ } header, BusinessDocType.New, { } sender, { } family)
        ? new(sender.AgencyId, ReferenceText.CutDocumentId(header.DocumentId), family)
        : null;

    private static string? FamilyOf(Package package, Addressing address) =>
        package is { Edoc: { PromulgationDate: { } promulgated } header } && package.Business?.DocType != BusinessDocType.Recall && address.Served is { } sender
            ? FamilyKey.Of(Standing.KeyOf(sender.AgencyId), promulgated, header.Code.Number, header.Code.Notation, header.TypeName)
            : null;
}
