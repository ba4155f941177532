namespace Axis.Contracts.Edxml;

/// <summary>One hop of a package (TraceHeader).</summary>
/// <param name="OrganId">Agency of the hop.</param>
/// <param name="Timestamp">Time of the hop, read as UTC+7; <c>null</c> when absent or unreadable.</param>
public sealed record TraceHeader(string OrganId, DateTimeOffset? Timestamp)
{
    /// <summary>The time as the package spells it.</summary>
    public string? TimestampText { get; init; }
}
