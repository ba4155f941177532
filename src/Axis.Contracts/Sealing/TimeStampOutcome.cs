using Axis.Contracts.Errors;

namespace Axis.Contracts.Sealing;

/// <summary>What became of asking for a time stamp.</summary>
public abstract record TimeStampOutcome
{
    private TimeStampOutcome()
    {
    }

    /// <summary>The seal bears a stamp that every verifier with the same authorities accepts.</summary>
    /// <param name="Seal">The seal with the stamp; in all else the bytes given.</param>
    /// <param name="StampedAt">The time vouched for, UTC.</param>
    public sealed record Stamped(byte[] Seal, DateTimeOffset StampedAt) : TimeStampOutcome;

    /// <summary>There is no stamp, or none that would be accepted; the seal is as it was.</summary>
    /// <param name="Finding">The authority is away, refuses, or gave a stamp that is no good.</param>
    public sealed record Failed(Finding Finding) : TimeStampOutcome;
}
