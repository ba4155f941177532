using Axis.Contracts.Errors;

namespace Axis.Contracts.Http;

/// <summary>Answer of <c>GET /v1/alerts</c>: what this adapter's agencies are to be told of.</summary>
/// <param name="AsOf">When it was read, UTC.</param>
/// <param name="Alerts">Those met in the last seven days, the latest first.</param>
public sealed record AlertPage(DateTimeOffset AsOf, IReadOnlyList<Alert> Alerts);

/// <summary>Something that an agency is to be told of: one entry while it lasts.</summary>
/// <param name="AlertId">Its id.</param>
/// <param name="Kind">What it is, a fixed word: <c>secret-refused</c>.</param>
/// <param name="Finding">Why. Of a state secret it tells where it is marked and how, and nothing that it says.</param>
/// <param name="OpenedAt">When it was met first, UTC.</param>
/// <param name="LastSeenAt">When it was met last, UTC.</param>
/// <param name="Seen">How often it was met.</param>
/// <param name="Agency">Code of the agency, or <c>null</c>: unknown, or of the adapter as a whole.</param>
/// <param name="SubmissionId">The submission that met it first, or <c>null</c>.</param>
public sealed record Alert(
    Guid AlertId, string Kind, Finding Finding, DateTimeOffset OpenedAt, DateTimeOffset LastSeenAt, int Seen, string? Agency = null, Guid? SubmissionId = null);
