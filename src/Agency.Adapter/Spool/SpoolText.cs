namespace Agency.Adapter.Spool;

/// <summary>How ids and times are written in the spool.</summary>
internal static class SpoolText
{
    public static string Key(this Guid id) => id.ToString("D");

    public static long Stamp(this DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static DateTimeOffset Time(this long stamp) => DateTimeOffset.FromUnixTimeMilliseconds(stamp);
}
