using System.Diagnostics;

namespace Agency.Adapter.Tests.AgencySystem;

/// <summary>Waits for a condition, or for the test to be given up.</summary>
internal static class Until
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task Async(Func<Task<bool>> condition, Func<string>? describe = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"Not within {Patience.TotalSeconds} s. {describe?.Invoke()}");
            }

            await Task.Delay(Pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public static Task Async(Func<bool> condition, Func<string>? describe = null) => Async(() => Task.FromResult(condition()), describe);
}
