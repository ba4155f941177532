using Axis.Journeys.Packages;

namespace Axis.Journeys.Changes;

/// <summary>A part of the nation that is off until it returns, or until the journey ends.</summary>
internal sealed class Absence : IAsyncDisposable
{
    private readonly Func<Task> start;
    private bool isOver;

    private Absence(Func<Task> start) => this.start = start;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="nation">Where it is.</param>
    /// <param name="adapter">Code of the adapter; null: none is off.</param>
    public static async Task<Absence> OfAdapterAsync(IJourneyNation nation, string? adapter)
    {
        if (adapter is null)
        {
            return new(() => Task.CompletedTask);
        }

        await nation.StopAdapterAsync(adapter, Cancellation);
        return new(() => nation.StartAdapterAsync(adapter, Cancellation));
    }

    public static async Task<Absence> OfHubAsync(IJourneyNation nation)
    {
        await nation.StopHubAsync(Cancellation);
        return new(() => nation.StartHubAsync(Cancellation));
    }

    public async Task ReturnAsync()
    {
        isOver = true;
        await start();
    }

    public async ValueTask DisposeAsync()
    {
        if (!isOver)
        {
            await ReturnAsync();
        }
    }
}
