using Axis.Contracts.Http;
using Axis.Hub.Ledger;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>What the hub's books have of an adapter: rows of one consistent read, which are compared with the adapter's lines.</summary>
/// <param name="Adapter">The adapter.</param>
/// <param name="Now">When it was read, by the hub's clock.</param>
/// <param name="Expected">What the adapter's lines have to tell of, whether they do or not.</param>
/// <param name="Submissions">Accepted submissions that are expected or posted.</param>
/// <param name="Refused">Submissions that are posted and that the door has refused at some time.</param>
/// <param name="DeliveriesOf">Deliveries by the document of an accepted submission.</param>
/// <param name="Deliveries">Deliveries that are expected or posted as received.</param>
/// <param name="AgencyOf">The agency of a code that a line names, if this adapter serves it.</param>
internal sealed record HubBooks(
    string Adapter, DateTimeOffset Now, ExpectedBooks Expected, IReadOnlyDictionary<Guid, HubSubmission> Submissions, IReadOnlySet<Guid> Refused,
    ILookup<Guid, HubDelivery> DeliveriesOf, IReadOnlyDictionary<Guid, HubDelivery> Deliveries, Func<string, Guid?> AgencyOf);

/// <summary>An accepted submission.</summary>
internal sealed record HubSubmission
{
    public required Guid SubmissionId { get; init; }
    public required string PackageSha256 { get; init; }
    public required Guid DocumentId { get; init; }
    public required DateTimeOffset FirstAt { get; init; }
    public required Guid SenderAgencyId { get; init; }
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }
}

/// <summary>A delivery; see <see cref="DeliveryRow"/> for what the members mean.</summary>
internal sealed record HubDelivery
{
    public required Guid DeliveryId { get; init; }
    public required Guid DocumentId { get; init; }
    public required string Kind { get; init; }
    public required string AdapterCode { get; init; }
    public required Guid ReceiverAgencyId { get; init; }
    public required TransportState Transport { get; init; }
    public string? Business { get; init; }
    public VoidCause? VoidAs { get; init; }
    public required int Attempt { get; init; }
    public required DispatchPhase Phase { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? SignAt { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required DateTimeOffset AcceptedAt { get; init; }
    public DateTimeOffset? EventEffectiveAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public bool Suspended { get; init; }
    public required long Version { get; init; }
    public bool StatesDue { get; init; }
    public required string PackageSha256 { get; init; }
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }

    /// <summary>True while a cancel of it is open.</summary>
    public bool AskedBack { get; init; }

    /// <summary>Last time that anything about it moved here, as far as the row tells.</summary>
    public DateTimeOffset TouchedAt => new[] { AcceptedAt, Since, PublishedAt ?? AcceptedAt, SignAt ?? AcceptedAt, EventEffectiveAt ?? AcceptedAt }.Max();

    /// <summary>Its transport state as its sender is told of it.</summary>
    public string Word => VoidAs is null ? Transport.ToString().ToUpperInvariant() : "VOID";
}
