using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Alerts;

/// <summary>What the key's agencies are to be told of.</summary>
/// <param name="AsOf">When the hub was last heard, UTC: what it told until then is here or on its way.</param>
/// <param name="Alerts">The latest first.</param>
/// <param name="Next">Ask again with this as <c>after</c>; absent on the last page.</param>
internal sealed record AlertListBody(DateTimeOffset AsOf, IReadOnlyList<AlertBody> Alerts, string? Next = null);

/// <summary>Something that an agency is to be told of, as the axis told it last.</summary>
/// <param name="AlertId">Its id.</param>
/// <param name="CaseNumber"><c>yyyy-nnnnnn</c>, the same for everybody who is told; absent where the axis gives none.</param>
/// <param name="Kind">What it is, a fixed word, such as <c>delivery-failed</c>.</param>
/// <param name="Finding">Why, in both languages.</param>
/// <param name="IsBreach">False while there is time left.</param>
/// <param name="Cause">A fixed word that tells alerts of one kind between the same agencies apart; may be empty.</param>
/// <param name="Agency">The agency that it is about; of deliveries, their sender.</param>
/// <param name="Counterpart">The other agency, which is told the same; of deliveries, their receiver.</param>
/// <param name="SubmissionId">The submission that met it first.</param>
/// <param name="DocumentId">The watched document that it is about.</param>
/// <param name="OpenedAt">When it was met first, UTC.</param>
/// <param name="LastSeenAt">When it was met last before it was told, UTC.</param>
/// <param name="Seen">How often it was met until then.</param>
/// <param name="OpenItems">Deliveries that it was about then.</param>
/// <param name="Version">Rises when it opens, weighs more or is closed.</param>
/// <param name="ClosedAt">When it was closed, UTC; absent while it is open.</param>
/// <param name="ClosedReason">Why it was closed.</param>
/// <param name="ToldAt">When this version came here, UTC.</param>
/// <param name="Told">How the systems of the key's agencies were told; absent where none has a webhook or a folder.</param>
internal sealed record AlertBody(
    Guid AlertId, string? CaseNumber, string Kind, Finding Finding, bool IsBreach, string Cause, string? Agency, string? Counterpart, Guid? SubmissionId, Guid? DocumentId,
    DateTimeOffset OpenedAt, DateTimeOffset LastSeenAt, int Seen, int OpenItems, int Version, DateTimeOffset? ClosedAt, string? ClosedReason, DateTimeOffset ToldAt,
    IReadOnlyList<AlertToldBody>? Told);

/// <summary>How one agency's system is told by one way.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Way"><c>webhook</c> or <c>folder</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Newest version that it has taken; absent while it has taken none.</param>
/// <param name="At">When it took that, UTC.</param>
/// <param name="Tries">Failed tries to tell the present version.</param>
/// <param name="NextAt">When it is tried again, UTC.</param>
/// <param name="Fault">Why the last try failed.</param>
internal sealed record AlertToldBody(
    string Agency, string Way, AlertToldState State, int? Version, DateTimeOffset? At, int Tries, DateTimeOffset? NextAt, Finding? Fault);

/// <summary>Where telling stands.</summary>
internal enum AlertToldState
{
    /// <summary>It has taken the present version.</summary>
    Taken,

    /// <summary>It is about to be told.</summary>
    Waiting,

    /// <summary>It did not take it, and is told again.</summary>
    Retrying,

    /// <summary>It did not take it for three days, and is not told again.</summary>
    GivenUp,
}
