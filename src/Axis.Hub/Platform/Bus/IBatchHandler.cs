namespace Axis.Hub.Platform.Bus;

/// <summary>
/// What a stage does with a batch. It decides per message and throws only for the infrastructure; when it returns,
/// everything is durable and the batch may be acknowledged to the broker.
/// </summary>
internal interface IBatchHandler<T> where T : class
{
    Task HandleAsync(IReadOnlyList<Incoming<T>> batch, CancellationToken cancellation);
}
