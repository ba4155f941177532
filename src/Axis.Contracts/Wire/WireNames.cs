namespace Axis.Contracts.Wire;

/// <summary>Every name that appears on the wire: exchanges, queues, keys, headers, message kinds.</summary>
public static class WireNames
{
    /// <summary>Wire version spoken here. The hub accepts this one and the one before (protocol.md 3).</summary>
    public const int Version = 1;

    /// <summary>Most lines in one message that holds an array (protocol.md 3).</summary>
    public const int MaxItems = 500;

    /// <summary>Content type of every message.</summary>
    public const string ContentType = "application/json";

    /// <summary>Header that carries the wire version as text.</summary>
    public const string VersionHeader = "axis-version";

    /// <summary>Header that carries the message kind.</summary>
    public const string KindHeader = "axis-kind";

    /// <summary>Kinds, which are also the routing keys of an adapter's inbound exchange for the first three.</summary>
    public const string Submit = "submit";

    /// <summary>Adapter to hub: what became of deliveries.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>Adapter to hub: alive, with clock and backlog.</summary>
    public const string Heartbeat = "heartbeat";

    /// <summary>Hub to receiver's adapter: one delivery.</summary>
    public const string Deliver = "deliver";

    /// <summary>Hub to sender's adapter: answers to submissions.</summary>
    public const string Receipts = "receipts";

    /// <summary>Hub to sender's adapter: current states of deliveries.</summary>
    public const string States = "states";

    /// <summary>Hub to receiver's adapter: give a delivery back.</summary>
    public const string Cancel = "cancel";

    /// <summary>Hub to receiver's adapter: what do you hold?</summary>
    public const string Query = "query";

    /// <summary>Hub to adapter: keep a sent document as it is, or remove a received one.</summary>
    public const string Mark = "mark";

    /// <summary>Hub to adapter: what its agencies are to be told of. Sent only to adapters that say in their heartbeats that they take it.</summary>
    public const string Alerts = "alerts";

    /// <summary>Hub queue of submissions.</summary>
    public const string SubmitQueue = "axis.submit";

    /// <summary>Hub queue of acknowledgements.</summary>
    public const string AcknowledgeQueue = "axis.acknowledge";

    /// <summary>Hub queue of heartbeats.</summary>
    public const string HeartbeatQueue = "axis.heartbeat";

    /// <summary>Dead letters of the adapters' queues.</summary>
    public const string OutboundDeadQueue = "axis.out.dead";

    /// <summary>Direct exchange that one adapter may write to; its name is the sender's identity.</summary>
    public static string InboundExchange(string adapter) => "axis.in." + adapter;

    /// <summary>Quorum queue that one adapter may read.</summary>
    public static string OutboundQueue(string adapter) => "axis.out." + adapter;

    /// <summary>Dead letters of a hub queue.</summary>
    public static string DeadQueue(string queue) => queue + ".dead";

    /// <summary>Adapter code of an inbound exchange name, or <c>null</c> if the name is no such exchange.</summary>
    public static string? AdapterOfInbound(string? exchange) =>
        exchange is not null && exchange.StartsWith("axis.in.", StringComparison.Ordinal) ? exchange["axis.in.".Length..] : null;
}
