using Axis.TestKit;

namespace Agency.Adapter.Tests.AgencySystem;

/// <summary>Waits for a condition, or for the test to be given up.</summary>
internal static class Until
{
    public static Task Async(Func<Task<bool>> condition, Func<string>? describe = null) =>
        Eventually.Async(condition, describe: describe, cancellation: TestContext.Current.CancellationToken);

    public static Task Async(Func<bool> condition, Func<string>? describe = null) =>
        Eventually.Async(condition, describe: describe, cancellation: TestContext.Current.CancellationToken);
}
