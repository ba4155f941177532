using System.Diagnostics;

namespace Axis.TestKit;

/// <summary>Waits for a condition instead of sleeping.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Long enough for a slow machine, short enough to notice.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Returns when <paramref name="condition"/> holds.</summary>
    /// <param name="condition">Asked again and again; what it throws ends the wait.</param>
    /// <param name="describe">Says what was seen last, for the failure's message.</param>
    /// <exception cref="TimeoutException">It did not hold in time.</exception>
    public static async Task Async(
        Func<Task<bool>> condition, TimeSpan? timeout = null, Func<string>? describe = null, CancellationToken cancellation = default)
    {
        var limit = timeout ?? DefaultTimeout;
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > limit)
            {
                throw new TimeoutException($"Not within {limit.TotalSeconds:0.#} s{(describe is null ? "" : ": " + describe())}");
            }

            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }
    }

    /// <summary>The same for a condition without waiting.</summary>
    public static Task Async(
        Func<bool> condition, TimeSpan? timeout = null, Func<string>? describe = null, CancellationToken cancellation = default) =>
        Async(() => Task.FromResult(condition()), timeout, describe, cancellation);

    /// <summary>Returns the first value that is not null.</summary>
    public static async Task<T> FindAsync<T>(
        Func<Task<T?>> find, TimeSpan? timeout = null, Func<string>? describe = null, CancellationToken cancellation = default) where T : class
    {
        T? found = null;
        await Async(async () => (found = await find()) is not null, timeout, describe, cancellation);
        return found!;
    }
}
