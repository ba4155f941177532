namespace Axis.Contracts.Edxml;

/// <summary>The MessageHeader of a status package (domain.md 1.3).</summary>
public sealed record StatusHeader
{
    /// <summary>Answering agency.</summary>
    public required Organization From { get; init; }

    /// <summary>The document answered; its OrganId is where the status goes.</summary>
    public required ResponseReference ResponseFor { get; init; }

    /// <summary>Who acted, or <c>null</c>.</summary>
    public StaffInfo? Staff { get; init; }

    /// <summary>National code: 01 to 06, 13, 15 or 16 (<see cref="StatusCodes"/>).</summary>
    public required string StatusCode { get; init; }

    /// <summary>Reason or remark, or <c>null</c>.</summary>
    public string? Description { get; init; }

    /// <summary>When the status was set; without zone in the package and read as UTC+7. <c>null</c> when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The time as the package spells it.</summary>
    public string? TimestampText { get; init; }
}
