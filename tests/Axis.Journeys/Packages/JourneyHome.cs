namespace Axis.Journeys.Packages;

/// <summary>
/// The one nation of a class of journeys, started by the first that needs it. They share it one after another: each has agencies of its own, or looks
/// at its own deliveries only.
/// </summary>
public abstract class JourneyHome : IAsyncLifetime
{
    private Task<IJourneyNation>? nation;

    internal Task<IJourneyNation> NationAsync() => nation ??= StartAsync();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (nation is { IsCompletedSuccessfully: true })
        {
            await (await nation).DisposeAsync();
        }

        await EndAsync();
    }

    /// <summary>Ends what the nation was told to use.</summary>
    private protected virtual ValueTask EndAsync() => ValueTask.CompletedTask;

    private protected abstract Task<IJourneyNation> StartAsync();
}
