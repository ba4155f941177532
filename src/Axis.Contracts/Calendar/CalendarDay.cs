namespace Axis.Contracts.Calendar;

/// <summary>Why a day differs from the plain week.</summary>
public enum CalendarDayKind
{
    /// <summary>Statutory holiday.</summary>
    Holiday,

    /// <summary>Day in lieu of a holiday on a weekend.</summary>
    Compensation,

    /// <summary>Working day given off by a swap.</summary>
    SwappedOff,

    /// <summary>Day of a weekend worked for it.</summary>
    WorkedSaturday,
}

/// <summary>How well a row of the calendar is known.</summary>
public enum CalendarConfidence
{
    /// <summary>Read in a public document.</summary>
    Verified,

    /// <summary>By rule from verified facts.</summary>
    Derived,

    /// <summary>Known, not found in a document.</summary>
    Memory,

    /// <summary>From the law and the lunar calendar only; the decision of that year may differ.</summary>
    Computed,
}

/// <summary>One row of the working calendar.</summary>
/// <param name="Date">Day in Vietnam.</param>
/// <param name="Kind">Why it differs.</param>
/// <param name="Vietnamese">Name for people.</param>
/// <param name="English">The same in English.</param>
/// <param name="Confidence">How well it is known.</param>
/// <param name="Source">Where it was read.</param>
public sealed record CalendarDay(
    DateOnly Date, CalendarDayKind Kind, string Vietnamese, string English, CalendarConfidence Confidence, string Source);
