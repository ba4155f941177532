using Axis.Contracts.Http;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>One difference between an adapter's books and the hub's, however often it is found. Its events say when it was open; this row is only their head. All times UTC.</summary>
internal sealed record BookDifferenceRow
{
    public required Guid DifferenceId { get; init; }
    public required string AdapterCode { get; init; }

    /// <summary>On whose statement it stands; null: on nobody's.</summary>
    public Guid? AgencyId { get; init; }
    public required BookSide Side { get; init; }

    /// <summary>Submission, or delivery.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The line of the books that tells of it; asked for in every reconciliation while it is open.</summary>
    public required Guid LineId { get; init; }

    /// <summary>AXS-85xx.</summary>
    public required string Code { get; init; }
    public string? Document { get; init; }

    /// <summary>When it was last settled or closed; null while it is open.</summary>
    public DateTimeOffset? RestSince { get; init; }
    public int EventSequence { get; init; }
    public DateTimeOffset? EventEffectiveAt { get; init; }

    /// <summary>What the hub's books said when it was found last.</summary>
    public string AtHub { get; init; } = "";

    /// <summary>What the adapter's books said then.</summary>
    public string AtAdapter { get; init; } = "";

    /// <summary>Who has closed it; null unless a person's closing is what it rests on.</summary>
    public string? ClosedBy { get; init; }

    public DifferenceKey Key => new(Side, SubjectId, Code);
}

/// <summary>One entry of its history; effective when recorded, for the hub itself says so.</summary>
internal sealed record BookDifferenceEventRow
{
    public required Guid DifferenceId { get; init; }
    public required int Sequence { get; init; }

    /// <summary>One of <see cref="DifferenceEvents"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The reconciliation: <c>2026-11-30 #1</c>; of a closing, who.</summary>
    public required string Source { get; init; }
    public required string AtHub { get; init; }
    public required string AtAdapter { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required DateTimeOffset EffectiveAt { get; init; }

    /// <summary>Why; of a closing alone.</summary>
    public string? Reason { get; init; }
}

/// <summary>Kinds of entries. Evidence: a name is never changed or reused.</summary>
internal static class DifferenceEvents
{
    /// <summary>A reconciliation has found it.</summary>
    public const string Found = "FOUND";

    /// <summary>A later one has found it no more.</summary>
    public const string Settled = "SETTLED";

    /// <summary>A person has dealt with it.</summary>
    public const string Closed = "CLOSED";
}
