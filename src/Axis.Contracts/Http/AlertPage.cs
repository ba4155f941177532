using Axis.Contracts.Errors;

namespace Axis.Contracts.Http;

/// <summary>Answer of <c>GET /v1/alerts</c>: what this adapter's agencies are to be told of.</summary>
/// <param name="AsOf">When it was read, UTC.</param>
/// <param name="Alerts">Those that are open, and those met or closed in the last seven days, the latest first.</param>
public sealed record AlertPage(DateTimeOffset AsOf, IReadOnlyList<Alert> Alerts);

/// <summary>Something that an agency is to be told of: one entry while it lasts.</summary>
/// <param name="AlertId">Its id.</param>
/// <param name="Kind">What it is, a fixed word, such as <c>secret-refused</c>.</param>
/// <param name="Finding">Why. Of a state secret it tells where it is marked and how, and nothing that it says.</param>
/// <param name="OpenedAt">When it was met first, UTC.</param>
/// <param name="LastSeenAt">When it was met last, UTC.</param>
/// <param name="Seen">How often it was met.</param>
/// <param name="Agency">Code of the agency, or <c>null</c>: unknown, or of the adapter as a whole.</param>
/// <param name="SubmissionId">The submission that met it first, or <c>null</c>.</param>
public sealed record Alert(
    Guid AlertId, string Kind, Finding Finding, DateTimeOffset OpenedAt, DateTimeOffset LastSeenAt, int Seen, string? Agency = null, Guid? SubmissionId = null)
{
    /// <summary><c>yyyy-nnnnnn</c>, the same for everybody who is told; <c>null</c> where the hub gives none.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>False while there is time left.</summary>
    public bool IsBreach { get; init; } = true;

    /// <summary>A fixed word that tells alerts of one kind between the same agencies apart; may be empty.</summary>
    public string Cause { get; init; } = "";

    /// <summary>Code of the other agency, which is told the same, or <c>null</c>; of deliveries, their receiver.</summary>
    public string? Counterpart { get; init; }

    /// <summary>The watched document that it is about, or <c>null</c>.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>Deliveries that it is still about.</summary>
    public int OpenItems { get; init; }

    /// <summary>Rises with every change that is worth telling.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When it was closed, UTC; <c>null</c> while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why it was closed; <c>null</c> while it is open.</summary>
    public string? ClosedReason { get; init; }
}
