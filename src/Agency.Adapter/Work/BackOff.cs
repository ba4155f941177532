namespace Agency.Adapter.Work;

/// <summary>Pauses before something is tried again: doubling, capped, with jitter so that a nation does not come back in one second.</summary>
internal static class BackOff
{
    /// <summary>Pause after this many failures before the present one.</summary>
    public static TimeSpan After(AdapterOptions options, int failures)
    {
        var doubled = options.RetryFirst * Math.Pow(2, Math.Min(failures, 16));
        var capped = doubled < options.RetryLongest ? doubled : options.RetryLongest;
        return capped * (0.75 + (Random.Shared.NextDouble() * 0.5));
    }
}
