using System.Text.Json;
using Axis.Contracts.Tls;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Bus.Management;
using RabbitMQ.Client.Exceptions;

namespace Axis.Hub.Operate.Doctor;

/// <summary>The broker: reachable both ways, with the topology, policies and rights that the axis needs and no others.</summary>
internal sealed class BrokerCheck(ManagementApi api, BrokerAddress hub, BrokerAddress administrator, ServerTrust trust, TimeProvider time)
{
    private const string Migrate = "run axis-hub migrate";
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>Whether the broker answers at all; without it nothing else is asked.</summary>
    public async Task<(IReadOnlyList<Diagnosis> Found, bool Usable)> ReachAsync(CancellationToken cancellation)
    {
        var found = new List<Diagnosis>();
        var usable = true;
        try
        {
            var overview = await api.OverviewAsync(cancellation);
            found.Add(Diagnosis.Well("broker management", $"RabbitMQ {overview.RabbitmqVersion} as {administrator.User}"));
            if (await api.FindClockAsync(cancellation) is { } clock)
            {
                found.Add(Clock.Compare("clock of the broker", clock, time.GetUtcNow(), Tolerance));
            }
        }
        catch (BrokerRefusedException refused)
        {
            found.Add(Diagnosis.Wrong("broker management", refused.Message, BrokerTlsCheck.RemedyOf(refused.Finding)));
            usable = false;
        }
        catch (Exception away) when (away is HttpRequestException or Polly.Timeout.TimeoutRejectedException)
        {
            found.Add(Diagnosis.Wrong("broker management", away.Message, "start the broker with rabbitmq_management; check --management and the administrator of --admin"));
            usable = false;
        }

        var judge = trust.For(hub.Host);
        try
        {
            await using var connection = await BrokerTls.Factory(hub, judge).CreateConnectionAsync(cancellation);
            found.Add(Diagnosis.Well("broker login", hub.ToString()));
        }
        catch (BrokerUnreachableException refused) when (judge.Explain(refused) is { } finding)
        {
            found.Add(Diagnosis.Wrong("broker login", $"{hub}: {finding.Code} {finding.English}", BrokerTlsCheck.RemedyOf(finding)));
        }
        catch (Exception refused) when (refused is BrokerUnreachableException or OperationInterruptedException)
        {
            found.Add(Diagnosis.Wrong("broker login", $"{hub}: {(refused.InnerException ?? refused).Message}", "start the broker; " + Migrate + " with --admin, which makes serve's user"));
        }

        return (found, usable);
    }

    public async Task<IReadOnlyList<Diagnosis>> InspectHubAsync(CancellationToken cancellation)
    {
        var found = new List<Diagnosis>();
        foreach (var name in Topology.HubQueues.Values.Concat(Topology.DeadQueues))
        {
            // One by one: the broker answers the whole list from a cache.
            found.Add(await QueueAsync(name, singleActive: false, cancellation));
        }

        found.AddRange(await PoliciesAsync(cancellation));
        found.Add(await HubUserAsync(cancellation));
        return found;
    }

    public async Task<IReadOnlyList<Diagnosis>> InspectAdapterAsync(AdapterRow adapter, CancellationToken cancellation)
    {
        var check = "adapter " + adapter.Code;
        var found = new List<Diagnosis>();
        var inbound = WireNames.InboundExchange(adapter.Code);
        var exchange = await api.FindExchangeAsync(hub.VirtualHost, inbound, cancellation);
        if (exchange is not { Type: "direct", Durable: true })
        {
            found.Add(Diagnosis.Wrong(check, exchange is null ? $"exchange {inbound} is missing" : $"exchange {inbound} is {exchange.Type}", Migrate));
        }

        foreach (var (key, target) in Topology.HubQueues)
        {
            var keys = await api.ListKeysAsync(hub.VirtualHost, inbound, target, cancellation);
            if (keys is not [var only] || only != key)
            {
                found.Add(Diagnosis.Wrong(check, $"{inbound} leads to {target} with [{string.Join(", ", keys)}], not with {key} alone", keys.Count == 0 ? Migrate : "remove the other bindings at the broker"));
            }
        }

        var outbound = WireNames.OutboundQueue(adapter.Code);
        found.Add(await QueueAsync(outbound, singleActive: true, cancellation));
        found.Add(await AdapterRightsAsync(adapter, check, cancellation));
        return [.. found.Where(diagnosis => diagnosis.Health != Health.Well).DefaultIfEmpty(Diagnosis.Well(check, "exchange, queue, bindings and rights as they should be"))];
    }

    /// <summary>Users with rights in the axis's virtual host that the registry does not know.</summary>
    public async Task<IReadOnlyList<Diagnosis>> FindStrangersAsync(IReadOnlyList<AdapterRow> adapters, CancellationToken cancellation)
    {
        var known = adapters.Select(adapter => adapter.Code).Append(hub.User).Append(administrator.User).ToHashSet(StringComparer.Ordinal);
        var strangers = (await api.ListRightsAsync(hub.VirtualHost, cancellation)).Where(right => !known.Contains(right.User)).ToList();
        return [.. strangers
            .Select(right => Diagnosis.Doubtful("rights", $"user {right.User} has rights in {hub.VirtualHost} and is no adapter (write {right.Write}, read {right.Read})", $"take them away if nobody can say what they are for: rabbitmqctl clear_permissions -p {hub.VirtualHost} {right.User}"))
            .DefaultIfEmpty(Diagnosis.Well("rights", $"nobody but the hub, the administrator and {adapters.Count} adapters has rights"))];
    }

    private async Task<Diagnosis> AdapterRightsAsync(AdapterRow adapter, string check, CancellationToken cancellation)
    {
        if (await api.FindUserAsync(adapter.Code, cancellation) is not { } user)
        {
            return Diagnosis.Wrong(check, "its broker user is missing", $"axis-hub adapter add {adapter.Code}: makes it again with a new password");
        }

        if (user.TagList.Count > 0)
        {
            return Diagnosis.Wrong(check, $"its broker user has tags: {string.Join(", ", user.TagList)}", $"axis-hub adapter add {adapter.Code}: an adapter has none");
        }

        var wanted = adapter.Status == AdapterRow.ActiveStatus ? Topology.AdapterRights(adapter.Code) : new BrokerRights("^$", "^$", "^$");
        var rights = await api.FindRightsAsync(hub.VirtualHost, adapter.Code, cancellation);
        return rights == wanted
            ? Diagnosis.Well(check, "rights")
            : Diagnosis.Wrong(check, $"its rights are {rights?.ToString() ?? "none"}, not {wanted}", $"axis-hub adapter {(adapter.Status == AdapterRow.ActiveStatus ? "resume" : "suspend")} {adapter.Code} --reason \"doctor\"");
    }

    private async Task<Diagnosis> HubUserAsync(CancellationToken cancellation)
    {
        const string Check = "user of serve";
        var user = await api.FindUserAsync(hub.User, cancellation);
        if (user is null || await api.FindRightsAsync(hub.VirtualHost, hub.User, cancellation) is not { } rights)
        {
            return Diagnosis.Wrong(Check, $"{hub.User} is missing or has no rights in {hub.VirtualHost}", Migrate + " with --admin");
        }

        if (user.TagList.Contains("administrator"))
        {
            return Diagnosis.Doubtful(Check, $"{hub.User} is an administrator", "give serve a user of its own: set Broker to it and " + Migrate + " with --admin");
        }

        return user.TagList.Contains("impersonator") && user.TagList.Contains("monitoring") && rights == Topology.HubRights
            ? Diagnosis.Well(Check, $"{hub.User} ({Topology.HubTags})")
            : Diagnosis.Wrong(Check, $"{hub.User} has tags [{string.Join(", ", user.TagList)}] and {rights}", Migrate + " with --admin");
    }

    private async Task<IEnumerable<Diagnosis>> PoliciesAsync(CancellationToken cancellation)
    {
        var overview = await api.OverviewAsync(cancellation);
        var standing = await api.ListPoliciesAsync(hub.VirtualHost, cancellation);
        var found = new List<Diagnosis>();
        foreach (var wanted in Topology.Policies(overview.Major))
        {
            var policy = standing.FirstOrDefault(candidate => candidate.Name == wanted.Name);
            if (policy is null || policy.Pattern != wanted.Pattern || !Same(policy.Definition, wanted.Definition))
            {
                found.Add(Diagnosis.Wrong("policy " + wanted.Name, policy is null ? "missing" : "differs", Migrate));
            }
        }

        // Judged from the policies themselves: what a queue tells of its policy lags behind.
        foreach (var name in Topology.HubQueues.Values.Concat(Topology.DeadQueues).Append(WireNames.OutboundQueue("ANY")))
        {
            var wanted = Topology.Policies(overview.Major).First(policy => Matches(policy, name)).Name;
            var effective = standing.Where(policy => policy.ForQuorumQueues && Matches(policy, name)).MaxBy(policy => policy.Priority);
            if (effective is not null && effective.Name != wanted)
            {
                found.Add(Diagnosis.Wrong("policy " + wanted, $"{effective.Name} takes its place on {name}", $"remove {effective.Name} at the broker, or give it a lower priority"));
            }
        }

        return found.Count > 0 ? found : [Diagnosis.Well("policies", "dead letters at least once, refusing when full, delivery limits as needed")];
    }

    private static bool Matches(BrokerPolicy policy, string queue) => System.Text.RegularExpressions.Regex.IsMatch(queue, policy.Pattern);

    private static bool Same(IReadOnlyDictionary<string, JsonElement> left, IReadOnlyDictionary<string, JsonElement> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var value) && value.ToString() == pair.Value.ToString());

    /// <summary>A queue and the exchange of its name, by which everything is sent to it.</summary>
    private async Task<Diagnosis> QueueAsync(string name, bool singleActive, CancellationToken cancellation)
    {
        var check = "queue " + name;
        if (await api.FindQueueAsync(hub.VirtualHost, name, cancellation) is not { } queue)
        {
            return Diagnosis.Wrong(check, "missing", Migrate);
        }

        var single = queue.Arguments?.TryGetValue("x-single-active-consumer", out var value) == true && value.ValueKind == JsonValueKind.True;
        if (queue.Type != "quorum" || single != singleActive)
        {
            return Diagnosis.Wrong(check, $"{queue.Type}, single active consumer {single}", "arguments cannot change: empty the queue, delete it, " + Migrate);
        }

        if (await api.FindExchangeAsync(hub.VirtualHost, name, cancellation) is not { Type: "fanout", Durable: true })
        {
            return Diagnosis.Wrong(check, "its exchange of the same name is missing or no durable fanout, so nothing is sent to it", Migrate);
        }

        return (await api.ListKeysAsync(hub.VirtualHost, name, name, cancellation)).Count == 0
            ? Diagnosis.Wrong(check, "its exchange does not lead to it, so what is sent to it is lost or returned", Migrate)
            : Diagnosis.Well(check, $"{queue.Messages} messages, {queue.Consumers} consumers");
    }
}
