using System.Text.Json;
using System.Text.RegularExpressions;
using Axis.Contracts.Wire;

namespace Axis.Hub.Platform.Bus.Management;

/// <summary>
/// Everything the axis has on the broker, stated once and made as often as asked: exchanges, queues, bindings, policies and rights
/// (architecture.md 3, protocol.md 6). Only the queue type and single active consumer are arguments, for arguments can never be changed.
/// </summary>
internal sealed partial class Topology(ManagementApi api, string virtualHost)
{
    /// <summary>Deliveries of one message to the hub before the broker gives it up.</summary>
    public const int HubDeliveryLimit = 100;

    /// <summary>Above policies that cover everything, which installations tend to have.</summary>
    private const int PolicyPriority = 10;

    /// <summary>Tags of the user that <c>serve</c> runs as: reads queues, and may move messages that carry another's user id.</summary>
    public const string HubTags = "monitoring,impersonator";

    /// <summary>The hub's queues with the keys that lead into them.</summary>
    public static IReadOnlyDictionary<string, string> HubQueues { get; } = new Dictionary<string, string>
    {
        [WireNames.Submit] = WireNames.SubmitQueue,
        [WireNames.Acknowledge] = WireNames.AcknowledgeQueue,
        [WireNames.Heartbeat] = WireNames.HeartbeatQueue,
    };

    /// <summary>Queues of dead letters.</summary>
    public static IReadOnlyList<string> DeadQueues { get; } =
        [.. HubQueues.Values.Select(WireNames.DeadQueue), WireNames.OutboundDeadQueue];

    /// <summary>Rights of the hub's user.</summary>
    public static BrokerRights HubRights { get; } = new(@"^axis\.", @"^axis\.", @"^axis\.");

    /// <summary>Arguments of a hub queue and of the dead letter queues.</summary>
    public static IReadOnlyDictionary<string, object> QuorumArguments { get; } = new Dictionary<string, object> { ["x-queue-type"] = "quorum" };

    /// <summary>Arguments of an adapter's queue: it is consumed in order, by one spool at a time.</summary>
    public static IReadOnlyDictionary<string, object> OutboundArguments { get; } =
        new Dictionary<string, object> { ["x-queue-type"] = "quorum", ["x-single-active-consumer"] = true };

    /// <summary>Rights of an adapter: write to its exchange, read its queue, nothing else. Dots of the code are escaped.</summary>
    public static BrokerRights AdapterRights(string adapter) => new(
        "^$", $"^{Regex.Escape(WireNames.InboundExchange(adapter))}$", $"^{Regex.Escape(WireNames.OutboundQueue(adapter))}$");

    /// <summary>True for a name that can stand for an adapter: letters, digits, dots and hyphens, at most 35, and not <c>dead</c>.</summary>
    public static bool IsAdapterCode(string code) => CodeForm().IsMatch(code) && code != "dead";

    /// <summary>The policies for a broker version. A delivery limit of -1 is refused by 3.x and means none in 4.x, whose default is 20.</summary>
    public static IReadOnlyList<BrokerPolicy> Policies(int major)
    {
        var policies = HubQueues.Values.Select(queue => Policy(
            "axis-hub-" + queue["axis.".Length..], $"^{Regex.Escape(queue)}$",
            DeadLettering(WireNames.DeadQueue(queue)), ("delivery-limit", HubDeliveryLimit))).ToList();
        (string, object)[] unlimited = major >= 4 ? [("delivery-limit", -1)] : [];
        policies.Add(Policy("axis-out", @"^axis\.out\.(?!dead$)", [.. DeadLettering(WireNames.OutboundDeadQueue), .. unlimited]));
        policies.Add(Policy("axis-dead", @"^axis\.(submit|acknowledge|heartbeat|out)\.dead$", [("overflow", "reject-publish"), .. unlimited]));
        return policies;
    }

    /// <summary>Makes what belongs to the hub. Needs an administrator for the policies.</summary>
    public async Task EnsureHubAsync(CancellationToken cancellation)
    {
        var overview = await api.OverviewAsync(cancellation);
        foreach (var policy in Policies(overview.Major))
        {
            await api.PutPolicyAsync(virtualHost, policy, cancellation);
        }

        foreach (var queue in HubQueues.Values.Concat(DeadQueues))
        {
            await EnsureQueueAsync(queue, QuorumArguments, cancellation);
        }
    }

    /// <summary>Makes an adapter's exchange and queue.</summary>
    public async Task EnsureAdapterAsync(string adapter, CancellationToken cancellation)
    {
        var inbound = WireNames.InboundExchange(adapter);
        await api.PutExchangeAsync(virtualHost, inbound, "direct", cancellation);
        foreach (var (key, queue) in HubQueues)
        {
            await api.BindAsync(virtualHost, inbound, queue, key, cancellation);
        }

        await EnsureQueueAsync(WireNames.OutboundQueue(adapter), OutboundArguments, cancellation);
    }

    /// <summary>Makes an adapter's user, or gives it a new password, with its rights here.</summary>
    public async Task EnsureAdapterUserAsync(string adapter, string password, CancellationToken cancellation)
    {
        await api.PutUserAsync(adapter, password, "", cancellation);
        await api.PutRightsAsync(virtualHost, adapter, AdapterRights(adapter), cancellation);
    }

    /// <summary>Makes the user that <c>serve</c> runs as, or gives it a new password.</summary>
    public async Task EnsureHubUserAsync(string user, string password, CancellationToken cancellation)
    {
        await api.PutUserAsync(user, password, HubTags, cancellation);
        await api.PutRightsAsync(virtualHost, user, HubRights, cancellation);
    }

    /// <summary>Takes an adapter's rights away and ends its connections; its exchange, queue and what lies in it stay.</summary>
    public async Task SuspendAdapterAsync(string adapter, CancellationToken cancellation)
    {
        await api.PutRightsAsync(virtualHost, adapter, new BrokerRights("^$", "^$", "^$"), cancellation);
        await api.CloseConnectionsAsync(adapter, "adapter suspended", cancellation);
    }

    /// <summary>Gives a suspended adapter its rights back.</summary>
    public Task ResumeAdapterAsync(string adapter, CancellationToken cancellation) =>
        api.PutRightsAsync(virtualHost, adapter, AdapterRights(adapter), cancellation);

    // Exchange and queue of one name, as MassTransit itself declares them; a queue is sent to by its exchange.
    private async Task EnsureQueueAsync(string queue, IReadOnlyDictionary<string, object> arguments, CancellationToken cancellation)
    {
        await api.PutExchangeAsync(virtualHost, queue, "fanout", cancellation);
        await api.PutQueueAsync(virtualHost, queue, arguments, cancellation);
        await api.BindAsync(virtualHost, queue, queue, "", cancellation);
    }

    private static (string, object)[] DeadLettering(string exchange) =>
        [("dead-letter-exchange", exchange), ("dead-letter-strategy", "at-least-once"), ("overflow", "reject-publish")];

    private static BrokerPolicy Policy(string name, string pattern, (string Key, object Value)[] entries, params (string Key, object Value)[] more) =>
        new(name, pattern, entries.Concat(more).ToDictionary(entry => entry.Key, entry => JsonSerializer.SerializeToElement(entry.Value)), PolicyPriority);

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9.-]{0,34}$")]
    private static partial Regex CodeForm();
}
