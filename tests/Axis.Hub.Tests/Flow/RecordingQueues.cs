using System.Collections.Concurrent;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;

namespace Axis.Hub.Tests.Flow;

/// <summary>The adapters' queues in memory: everything confirmed is kept in order; a queue can be made to refuse.</summary>
internal sealed class RecordingQueues : IAdapterQueues
{
    private readonly ConcurrentQueue<(string Adapter, string Kind, object Message)> sent = new();

    /// <summary>Adapters whose queue takes nothing over.</summary>
    public ConcurrentDictionary<string, bool> Refusing { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<DeliverMessage> Deliveries(string adapter) => [.. Of<DeliverMessage>(adapter, WireNames.Deliver)];

    public IReadOnlyList<Receipt> Receipts(string adapter) =>
        [.. Of<SealedMessage>(adapter, WireNames.Receipts).SelectMany(message => WireJson.Read<ReceiptsBody>(message.Body).Items)];

    public IReadOnlyList<DeliveryState> States(string adapter) => [.. Of<StatesMessage>(adapter, WireNames.States).SelectMany(message => message.Items)];

    public IReadOnlyList<QueryMessage> Queries(string adapter) => [.. Of<QueryMessage>(adapter, WireNames.Query)];

    public IReadOnlyList<CancelBody> Cancels(string adapter) =>
        [.. Of<SealedMessage>(adapter, WireNames.Cancel).Select(message => WireJson.Read<CancelBody>(message.Body))];

    public IReadOnlyList<MarkBody> Marks(string adapter) =>
        [.. Of<SealedMessage>(adapter, WireNames.Mark).Select(message => WireJson.Read<MarkBody>(message.Body))];

    /// <summary>What an adapter was told of, message by message.</summary>
    public IReadOnlyList<IReadOnlyList<Alert>> Alerts(string adapter) =>
        [.. Of<SealedMessage>(adapter, WireNames.Alerts).Select(message => WireJson.Read<AlertsBody>(message.Body).Items)];

    /// <summary>What happens while a message of a kind is on its way.</summary>
    public Func<string, Task>? Meanwhile { get; set; }

    public async Task SendAsync<T>(string adapter, string kind, T message, CancellationToken cancellation) where T : class
    {
        if (Refusing.ContainsKey(adapter))
        {
            throw new PublishRefusedException($"The queue of {adapter} refuses.");
        }

        sent.Enqueue((adapter, kind, message));
        if (Meanwhile is { } happens)
        {
            await happens(kind);
        }
    }

    private IEnumerable<T> Of<T>(string adapter, string kind) =>
        sent.Where(item => item.Adapter == adapter && item.Kind == kind).Select(item => (T)item.Message);
}
