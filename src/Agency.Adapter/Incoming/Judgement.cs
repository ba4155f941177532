using Agency.Adapter.Statements;
using Axis.Contracts.Errors;

namespace Agency.Adapter.Incoming;

/// <summary>What verification said of a delivery.</summary>
internal abstract record Judgement
{
    private Judgement()
    {
    }

    /// <summary>Intact, under its sender's seal, for an agency served here.</summary>
    public sealed record Good(AgencyOptions Agency, PackageMetadata Metadata) : Judgement
    {
        /// <summary>Statements of the axis that it brings.</summary>
        public IReadOnlyList<StatementFileRow> Statements { get; init; } = [];
    }

    /// <summary>Never to be shown to an agency.</summary>
    public sealed record Bad(Finding Finding) : Judgement;

    /// <summary>The hub, which knows the certificate, was not reached.</summary>
    public sealed record Undecided(string Reason) : Judgement;
}
