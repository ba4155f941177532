using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using MassTransit;

namespace Axis.Hub.Ledger;

/// <summary>Something that somebody has to be told of. While it lasts there is one row under its key, however often it is met.</summary>
internal sealed record AlertRow
{
    /// <summary>A package that is marked as a state secret was refused.</summary>
    public const string SecretRefused = "secret-refused";

    public required Guid AlertId { get; init; }
    public required string AlertKey { get; init; }
    public required string Kind { get; init; }

    /// <summary>The adapter that is told.</summary>
    public required string AdapterCode { get; init; }

    /// <summary>The agency that is told: one that may send through this adapter; null where there is none, for a name in a package is only a claim.</summary>
    public Guid? AgencyId { get; init; }
    public Guid? SubmissionId { get; init; }

    /// <summary>Why: a <see cref="Contracts.Errors.Finding"/> as JSON.</summary>
    public required string Finding { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; init; }
    public int Seen { get; init; } = 1;

    /// <summary>The alert of a refused secret: by its package, of which nothing is kept but its hash, where it was marked and how.</summary>
    public static AlertRow OfSecret(string adapter, Guid? agency, Guid submission, string packageSha256, Finding marking, DateTimeOffset at) => new()
    {
        AlertId = NewId.NextSequentialGuid(), AlertKey = $"{SecretRefused}/{adapter}/{packageSha256}", Kind = SecretRefused,
        AdapterCode = adapter, AgencyId = agency, SubmissionId = submission,
        Finding = Encoding.UTF8.GetString(WireJson.Write(marking)), OpenedAt = at, LastSeenAt = at,
    };
}
