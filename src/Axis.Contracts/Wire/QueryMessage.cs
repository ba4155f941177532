namespace Axis.Contracts.Wire;

/// <summary>Hub to receiver's adapter: a barrier behind everything published before (protocol.md 6).</summary>
/// <param name="Number">Query number, per adapter.</param>
/// <param name="Items">1..500 lines.</param>
public sealed record QueryMessage(long Number, IReadOnlyList<QueryItem> Items);

/// <summary>One line of a query.</summary>
/// <param name="DeliveryId">Delivery asked about.</param>
/// <param name="Attempt">Attempt published.</param>
public sealed record QueryItem(Guid DeliveryId, int Attempt);
