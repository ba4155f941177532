namespace Agency.Adapter.Work;

/// <summary>Pauses before something is tried again: doubling, capped, with jitter so that a nation does not come back in one second.</summary>
internal static class BackOff
{
    /// <summary>Pause after this many failures before the present one.</summary>
    public static TimeSpan After(AdapterOptions options, int failures) => After(options.RetryFirst, options.RetryLongest, failures);

    /// <summary>The same from a first to a longest pause.</summary>
    public static TimeSpan After(TimeSpan first, TimeSpan longest, int failures)
    {
        var doubled = first * Math.Pow(2, Math.Min(failures, 16));
        var capped = doubled < longest ? doubled : longest;
        return capped * (0.75 + (Random.Shared.NextDouble() * 0.5));
    }
}
