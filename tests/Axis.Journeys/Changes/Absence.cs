using Axis.Journeys.Packages;

namespace Axis.Journeys.Changes;

/// <summary>An adapter that is off until it returns, or until the journey ends.</summary>
internal sealed class Absence : IAsyncDisposable
{
    private readonly IJourneyNation nation;
    private readonly string? adapter;
    private bool isOver;

    private Absence(IJourneyNation nation, string? adapter) => (this.nation, this.adapter) = (nation, adapter);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="adapter">Code of the adapter; null: none is off.</param>
    public static async Task<Absence> OfAsync(IJourneyNation nation, string? adapter)
    {
        if (adapter is not null)
        {
            await nation.StopAdapterAsync(adapter, Cancellation);
        }

        return new(nation, adapter);
    }

    public async Task ReturnAsync()
    {
        isOver = true;
        if (adapter is not null)
        {
            await nation.StartAdapterAsync(adapter, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!isOver)
        {
            await ReturnAsync();
        }
    }
}
