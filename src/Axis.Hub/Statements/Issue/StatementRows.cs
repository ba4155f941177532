using System.Text;
using Axis.Contracts.Statements;
using Axis.Contracts.Wire;

namespace Axis.Hub.Statements.Issue;

/// <summary>One run that issues statements: open until it has completed, and then it has seen the events that it marked.</summary>
internal sealed record StatementRunRow
{
    public required Guid RunId { get; init; }

    /// <summary>The last day that it computes.</summary>
    public required DateOnly Through { get; init; }

    /// <summary>The earliest effective instant of an event that no completed run has seen.</summary>
    public DateTimeOffset? Earliest { get; init; }
    public required string Owner { get; init; }
    public required DateTimeOffset LeaseUntil { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }
}

/// <summary>One version of one agency's statement of one day. Never changed, never withdrawn.</summary>
internal sealed record StatementRow
{
    public required Guid AgencyId { get; init; }
    public required DateOnly Day { get; init; }
    public required int Version { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of the version before; null for the first.</summary>
    public string? PreviousSha256 { get; init; }
    public required byte[] Content { get; init; }

    /// <summary>What the next day's openings are held against, as JSON.</summary>
    public string Closings { get; init; } = "";

    /// <summary>Checks of the books that do not hold.</summary>
    public int Mismatches { get; init; }

    /// <summary>From the second version on: what differs and which events made it so, as JSON.</summary>
    public string? Changes { get; init; }
    public required Guid RunId { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The statement as its agency gets it: the content, and of a correction what differs and why.</summary>
    public Statement ToStatement() => StatementJson.Read(Content) with
    {
        Changes = Changes is null ? null : WireJson.Read<StatementChanges>(Encoding.UTF8.GetBytes(Changes)),
    };
}

/// <summary>The newest version of an agency's statement of a day, without its content.</summary>
internal sealed record LatestStatement
{
    public required Guid AgencyId { get; init; }
    public required DateOnly Day { get; init; }
    public required int Version { get; init; }
    public required string Sha256 { get; init; }
    public required string Closings { get; init; }
}

/// <summary>What the registry knew of an agency from an instant on.</summary>
internal sealed record AgencyEventRow
{
    public required Guid AgencyId { get; init; }
    public required string Code { get; init; }
    public required string NameVi { get; init; }
    public required string NameEn { get; init; }
    public Guid? ParentId { get; init; }
    public string? AdapterCode { get; init; }
    public bool Pilot { get; init; }

    /// <summary>The agency that it was merged into; null: none.</summary>
    public Guid? SuccessorId { get; init; }

    /// <summary>From when on; null: always.</summary>
    public DateTimeOffset? SuccessorFrom { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>The last day of the last completed run.</summary>
internal sealed record LastRun
{
    public DateOnly? Day { get; init; }
}
