using Axis.Contracts.Errors;

namespace Axis.Contracts.Wire;

/// <summary>Something that an agency is to be told of, whole as it stands: one entry while it lasts. Both parties are told the same.</summary>
/// <param name="AlertId">Its id.</param>
/// <param name="Kind">What it is, a fixed word, such as <c>secret-refused</c>.</param>
/// <param name="Finding">Why. Of a state secret it tells where it is marked and how, and nothing that it says.</param>
/// <param name="OpenedAt">When it was met first, UTC.</param>
/// <param name="LastSeenAt">When it was met last, UTC.</param>
/// <param name="Seen">How often it was met.</param>
/// <param name="Agency">Code of the agency, or <c>null</c>: unknown, or of the adapter as a whole.</param>
/// <param name="SubmissionId">The submission that met it first, or <c>null</c>.</param>
/// <param name="CaseNumber"><c>yyyy-nnnnnn</c>, the same for everybody who is told; <c>null</c> where the hub gives none.</param>
/// <param name="IsBreach">False while there is time left.</param>
/// <param name="Cause">A fixed word that tells alerts of one kind between the same agencies apart; may be empty.</param>
/// <param name="Counterpart">Code of the other agency, which is told the same, or <c>null</c>; of deliveries, their receiver.</param>
/// <param name="DocumentId">The watched document that it is about, or <c>null</c>.</param>
/// <param name="OpenItems">Deliveries that it is still about.</param>
/// <param name="Version">Rises with every change that is worth telling: opened, heavier, closed; an older version is ignored.</param>
/// <param name="ClosedAt">When it was closed, UTC; <c>null</c> while it is open.</param>
/// <param name="ClosedReason">Why it was closed; <c>null</c> while it is open.</param>
public sealed record Alert(
    Guid AlertId, string Kind, Finding Finding, DateTimeOffset OpenedAt, DateTimeOffset LastSeenAt, int Seen, string? Agency = null, Guid? SubmissionId = null,
    string? CaseNumber = null, bool IsBreach = true, string Cause = "", string? Counterpart = null, Guid? DocumentId = null, int OpenItems = 0, int Version = 1,
    DateTimeOffset? ClosedAt = null, string? ClosedReason = null);

/// <summary>Body of an <c>alerts</c> message, sealed by the hub: alerts that have opened, weigh more or were closed.</summary>
/// <param name="Items">1..500 alerts, each once.</param>
public sealed record AlertsBody(IReadOnlyList<Alert> Items);
