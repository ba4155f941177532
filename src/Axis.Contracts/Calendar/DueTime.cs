namespace Axis.Contracts.Calendar;

/// <summary>When something is due. What happens exactly then is in time.</summary>
/// <param name="Instant">The instant, in Vietnam's zone.</param>
/// <param name="IsProvisional">True when it rests on a day of which the calendar may still change (<see cref="WorkingCalendar.IsProvisional"/>).</param>
public readonly record struct DueTime(DateTimeOffset Instant, bool IsProvisional);
