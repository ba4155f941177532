using Axis.Contracts.Errors;

namespace Axis.Contracts.Sealing;

/// <summary>What came of reading manifest bytes: <see cref="Accepted"/> or <see cref="Refused"/>, nothing else.</summary>
public abstract record ManifestOutcome
{
    private ManifestOutcome()
    {
    }

    /// <summary>The manifest, or <c>null</c> when it was refused.</summary>
    public Manifest? Manifest => (this as Accepted)?.Value;

    /// <summary>The bytes are a manifest in canonical form.</summary>
    /// <param name="Value">What they say.</param>
    public sealed record Accepted(Manifest Value) : ManifestOutcome;

    /// <summary>The bytes are no manifest.</summary>
    /// <param name="Finding">Why, with the member's path.</param>
    public sealed record Refused(Finding Finding) : ManifestOutcome;
}
