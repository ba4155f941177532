namespace Axis.Simulator.Nation;

/// <summary>The nation's day: Asia/Ho_Chi_Minh, UTC+7 without daylight saving (domain.md 1).</summary>
internal static class NationDate
{
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
}
