namespace Agency.Adapter.Tests.Kit;

/// <summary>Waits on a condition with a time-out.</summary>
internal static class Wait
{
    /// <summary>Nothing that is waited for takes this long, also where the machine has more to do.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    public static async Task<T> ForAsync<T>(Func<T> look, Func<T, bool> until, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var seen = look();
            if (until(seen))
            {
                return seen;
            }

            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"Waited in vain until {what}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
        }
    }

    public static Task UntilAsync(Func<bool> condition, string what) => ForAsync(condition, met => met, what);
}
