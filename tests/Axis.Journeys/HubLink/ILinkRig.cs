using Agency.Adapter.HubLink;

namespace Axis.Journeys.HubLink;

/// <summary>A link and the other end of it, for the contract suite.</summary>
internal interface ILinkRig : IAsyncDisposable
{
    /// <summary>The link under test, not running yet.</summary>
    IHubLink Link { get; }

    /// <summary>Takes what has arrived at the hub's submit queue, in order.</summary>
    Task<IReadOnlyList<byte[]>> TakeArrivedAsync(CancellationToken cancellation);

    /// <summary>The hub publishes to the adapter's queue.</summary>
    Task SendAsync(string kind, byte[] body, CancellationToken cancellation);

    /// <summary>From now on the broker refuses what the adapter publishes.</summary>
    Task RefuseAsync(CancellationToken cancellation);

    /// <summary>The broker takes it again.</summary>
    Task AcceptAsync(CancellationToken cancellation);

    /// <summary>Messages of this adapter among the dead letters.</summary>
    Task<int> CountDeadAsync(CancellationToken cancellation);
}
