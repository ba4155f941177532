namespace Axis.Hub.Ledger;

/// <summary>
/// What a sender has to mend (statement.md 1): a package that the door refused as a whole, one for (agency, package), or one receiver that it turned away from an accepted package. Immutable;
/// only <see cref="RefusalMachine"/> makes changed copies. All times UTC.
/// </summary>
internal sealed record RefusalCaseRow
{
    public required Guid CaseId { get; init; }
    public required Guid AgencyId { get; init; }
    public required string PackageSha256 { get; init; }

    /// <summary>The receiver as the package spelled it; empty for a whole package.</summary>
    public required string ReceiverCode { get; init; }

    /// <summary>Natural key of R9, by which a mended document is known; null where the package could not be read.</summary>
    public string? FamilyKey { get; init; }

    /// <summary>How people name the document; null where it could not be read, and of what is marked secret.</summary>
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }
    public DateOnly? PromulgationDate { get; init; }

    /// <summary>When it was last settled; null while it is open.</summary>
    public DateTimeOffset? RestSince { get; init; }
    public int EventSequence { get; init; }
    public DateTimeOffset? EventEffectiveAt { get; init; }

    public RefusalCaseKey Key => new(AgencyId, PackageSha256, ReceiverCode);
}

/// <summary>One entry of its history; effective when recorded, for the hub itself says so.</summary>
internal sealed record RefusalEventRow
{
    public required Guid CaseId { get; init; }
    public required int Sequence { get; init; }

    /// <summary>One of <see cref="RefusalKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Copies that were refused at once; 0 for everything else.</summary>
    public int Copies { get; init; }
    public required string Source { get; init; }

    /// <summary>Code of the finding; of a closure the reason; of what was said, see <see cref="SaidDetail"/>.</summary>
    public string? Detail { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required DateTimeOffset EffectiveAt { get; init; }
}

/// <summary>Kinds of entries. Evidence: a name is never changed or reused.</summary>
internal static class RefusalKinds
{
    /// <summary>The door refused it, or refused it again.</summary>
    public const string Refused = "REFUSED";

    /// <summary>A document of its family was accepted.</summary>
    public const string SentAgain = "SENT_AGAIN";

    /// <summary>A person has closed it.</summary>
    public const string Closed = "CLOSED";

    /// <summary>The agency says by when it will be dealt with (<see cref="SaidDetail"/>).</summary>
    public const string Promised = "PROMISED";

    /// <summary>The agency says that others have to act (<see cref="SaidDetail"/>).</summary>
    public const string WaitsForOther = "WAITS_FOR_OTHER";
}

/// <summary>Key of a case.</summary>
internal readonly record struct RefusalCaseKey(Guid AgencyId, string PackageSha256, string ReceiverCode);

/// <summary>What settles open cases: an accepted document, by its family or by its bytes.</summary>
internal sealed record RefusalFamily(Guid AgencyId, string? FamilyKey, string PackageSha256);
