namespace Axis.Simulator.Clerks;

/// <summary>An official letter as a clerk would register it, before it is a package.</summary>
internal sealed record Letter
{
    public required string SenderCode { get; init; }
    public required string SenderName { get; init; }
    public required IReadOnlyList<Addressee> Receivers { get; init; }
    public required int Number { get; init; }
    public required string Notation { get; init; }
    public required DateOnly Date { get; init; }
    public required string TypeName { get; init; }
    public required int TypeCode { get; init; }
    public required string Subject { get; init; }
    public required string Place { get; init; }
    public required string Competence { get; init; }
    public required string Position { get; init; }
    public required string Signer { get; init; }
    public int Priority { get; init; }
    public bool Steering { get; init; }

    /// <summary>Size of a scanned annex, which makes the package a large one; 0: there is none.</summary>
    public int AnnexBytes { get; init; }

    /// <summary>The form real packages use: agency, date, number/notation (domain.md 1.5).</summary>
    public string DocumentId => FormattableString.Invariant($"{SenderCode},{Date:yyyy/MM/dd},{Number}/{Notation}");
}

/// <summary>A receiving agency.</summary>
internal sealed record Addressee(string Code, string Name);
