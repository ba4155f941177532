using System.Text.Json;
using System.Text.Json.Serialization;

namespace Axis.Hub.Platform.Bus.Management;

/// <summary>The broker about itself.</summary>
internal sealed record BrokerOverview(string RabbitmqVersion, string ClusterName)
{
    public int Major => Version.TryParse(RabbitmqVersion.Split('-')[0], out var version) ? version.Major : 0;
}

/// <summary>A user and its tags.</summary>
internal sealed record BrokerUser(string Name, JsonElement Tags)
{
    /// <summary>3.8 and older write one text with commas, later versions a list.</summary>
    public IReadOnlyList<string> TagList => Tags.ValueKind == JsonValueKind.Array
        ? [.. Tags.EnumerateArray().Select(tag => tag.GetString() ?? "")]
        : (Tags.GetString() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What a user may do in a virtual host: three regular expressions over names.</summary>
internal sealed record BrokerRights(string Configure, string Write, string Read);

/// <summary>One user's rights in a virtual host.</summary>
internal sealed record BrokerUserRights(string User, string Configure, string Write, string Read);

/// <summary>A policy over queues. Keys of the definition are RabbitMQ's own.</summary>
internal sealed record BrokerPolicy(string Name, string Pattern, IReadOnlyDictionary<string, JsonElement> Definition, int Priority = 0)
{
    [JsonPropertyName("apply-to")]
    public string ApplyTo { get; init; } = "queues";

    public bool ForQuorumQueues => ApplyTo is "queues" or "quorum_queues" or "all";
}

/// <summary>An exchange.</summary>
internal sealed record BrokerExchange(string Name, string Type, bool Durable);

/// <summary>A binding.</summary>
internal sealed record BrokerBinding(string RoutingKey);

/// <summary>A queue as the broker last counted it.</summary>
internal sealed record QueueReading(
    string Name, string? Type, long Messages, long MessagesReady, long MessagesUnacknowledged, int Consumers, string? Policy,
    IReadOnlyDictionary<string, JsonElement>? Arguments)
{
    [JsonPropertyName("effective_policy_definition")]
    public JsonElement EffectivePolicy { get; init; }
}
