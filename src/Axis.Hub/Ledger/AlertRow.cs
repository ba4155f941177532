using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using MassTransit;

namespace Axis.Hub.Ledger;

/// <summary>
/// Something that somebody has to be told of. While it lasts there is one row under its key, however often it is met and however many deliveries it is about;
/// what comes after its end is a new row with a new case number.
/// </summary>
internal sealed record AlertRow
{
    public required Guid AlertId { get; init; }
    public required string AlertKey { get; init; }

    /// <summary>One of <see cref="AlertKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>yyyy-nnnnnn</c>, the year in Vietnam; null before it is taken, and in rows that are older than case numbers.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>The adapter that is told; empty: operators only.</summary>
    public required string AdapterCode { get; init; }

    /// <summary>The agency that is told: one that may send through this adapter; null where there is none, for a name in a package is only a claim.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>The other party, which is told the same; its receiver where the alert is about deliveries.</summary>
    public Guid? CounterpartId { get; init; }
    public string? CounterAdapterCode { get; init; }

    /// <summary>Of a watched document, which has an alert of its own.</summary>
    public Guid? DocumentId { get; init; }
    public Guid? SubmissionId { get; init; }

    /// <summary>A short stable word that tells alerts of one kind between the same parties apart.</summary>
    public string Cause { get; init; } = "";
    public AlertSeverity Severity { get; init; } = AlertSeverity.Breach;

    /// <summary>Why: a <see cref="Contracts.Errors.Finding"/> as JSON.</summary>
    public required string Finding { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>How often it was met; of an alert about deliveries, how many came under it.</summary>
    public int Seen { get; init; } = 1;

    /// <summary>Deliveries that it is still about.</summary>
    public int OpenItems { get; init; }

    /// <summary>Rises with every change that is worth telling: opened, heavier, closed.</summary>
    public int Version { get; init; } = 1;
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary><c>hub</c> when its cause has ended, else a person.</summary>
    public string? ClosedBy { get; init; }
    public string? ClosedReason { get; init; }

    /// <summary>Closed by a person while its cause lasts: it does not open again for that.</summary>
    public bool Hushed { get; init; }

    /// <summary>True while it waits for the end of a planned outage: it has no case number yet, and nobody reads it.</summary>
    public bool Muted { get; init; }

    /// <summary>From when on its parties' adapters have to be told; null: they know. In the future while a hub is telling.</summary>
    public DateTimeOffset? TellAt { get; init; }

    /// <summary>The alert of a refused secret: by its package, of which nothing is kept but its hash, where it was marked and how.</summary>
    public static AlertRow OfSecret(string adapter, Guid? agency, Guid submission, string packageSha256, Finding marking, DateTimeOffset at) =>
        New(AlertKinds.SecretRefused, $"{adapter}/{packageSha256}", adapter, marking, at) with { AgencyId = agency, SubmissionId = submission };

    /// <summary>The alert of what the door refuses: one for each agency and each fault, however many packages have it.</summary>
    public static AlertRow OfRefusal(string adapter, Guid? agency, Guid submission, Finding fault, DateTimeOffset at) =>
        New(AlertKinds.SubmissionRefused, $"{adapter}/{agency}/{fault.Code}", adapter, fault, at) with { AgencyId = agency, SubmissionId = submission, Cause = fault.Code };

    /// <summary>A row that is about to be raised.</summary>
    public static AlertRow New(string kind, string key, string adapter, Finding finding, DateTimeOffset at) => new()
    {
        AlertId = NewId.NextSequentialGuid(), AlertKey = $"{kind}/{key}", Kind = kind, AdapterCode = adapter,
        Finding = Encoding.UTF8.GetString(WireJson.Write(finding)), OpenedAt = at, LastSeenAt = at,
    };
}
