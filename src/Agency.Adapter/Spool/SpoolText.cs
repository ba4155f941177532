namespace Agency.Adapter.Spool;

/// <summary>How ids and times are written in the spool.</summary>
internal static class SpoolText
{
    public static string Key(this Guid id) => id.ToString("D");

    public static long Stamp(this DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static DateTimeOffset Time(this long stamp) => DateTimeOffset.FromUnixTimeMilliseconds(stamp);

    /// <summary>Now, to the millisecond that the spool keeps: a time told to the hub is the same wherever it is told.</summary>
    public static DateTimeOffset Now(this TimeProvider time) => time.GetUtcNow().Stamp().Time();
}
