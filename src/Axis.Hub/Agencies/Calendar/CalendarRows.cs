namespace Axis.Hub.Agencies.Calendar;

/// <summary>One version of what due times are counted by.</summary>
internal sealed record CalendarVersionRow
{
    public required int Number { get; init; }

    /// <summary>What was changed: a file, days, or the hours of agencies.</summary>
    public required string Subject { get; init; }

    /// <summary>SHA-256 of the days, lower-case hex; null where only hours were changed.</summary>
    public string? Sha256 { get; init; }
    public required string Reason { get; init; }
    public required string Actor { get; init; }
    public required DateTimeOffset AppliedAt { get; init; }
}

/// <summary>What office hours of an agency rest on.</summary>
internal sealed record HoursRow
{
    public required Guid AgencyId { get; init; }
    public Guid? ParentId { get; init; }
    public string? OfficeHours { get; init; }
}
