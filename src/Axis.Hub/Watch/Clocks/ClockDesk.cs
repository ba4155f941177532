using Axis.Contracts.Checks;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using MassTransit;

namespace Axis.Hub.Watch.Clocks;

/// <summary>A rule as an operator asks for it; what is null counts for all.</summary>
/// <param name="Agency">Code of the agency that has to act, any spelling.</param>
/// <param name="Clock">A word of <see cref="ClockDesk.Clocks"/>.</param>
/// <param name="Priority">0 to 4.</param>
/// <param name="Type">Document type by key, name or abbreviation, or <c>status</c>.</param>
/// <param name="Steering">SteeringType.</param>
/// <param name="Watched">What is watched, or what is not.</param>
/// <param name="Warn">Percent of the time.</param>
/// <param name="Breach">Percent of the time.</param>
internal sealed record ClockOrder(string? Agency, string? Clock, int? Priority, string? Type, int? Steering, bool? Watched, int Warn, int Breach);

/// <summary>What an operator decides about clocks and watched documents. Each is one transaction with its line in the audit trail; with one thing wrong nothing is done.</summary>
internal sealed class ClockDesk(ClockStore store, IAgencyRegistry registry, ILedger ledger, TimeProvider time)
{
    /// <summary>Words for clocks, by their place.</summary>
    public static readonly IReadOnlyList<string> Clocks = ["processing", "arrived", "answered", "processed", "amendment"];

    private const int MostPercent = 500;

    /// <summary>What was done, or everything that kept it from being done.</summary>
    public sealed record Outcome(Guid? Id, IReadOnlyList<string> Errors)
    {
        public static Outcome Done(Guid id) => new(id, []);
    }

    public async Task<Outcome> SetAsync(ClockOrder order, string actor, string reason, CancellationToken cancellation)
    {
        var errors = new List<string>();
        var clock = order.Clock is { } word ? IndexOf(word, errors) : null;
        var agency = await AgencyAsync(order.Agency, errors, cancellation);
        var type = TypeOf(order.Type, errors);
        if (order.Priority is < 0 or > 4)
        {
            errors.Add("priority: 0 to 4");
        }

        if (order.Warn < 1 || order.Breach > MostPercent || order.Warn > order.Breach)
        {
            errors.Add($"warn and breach: percent of the time from start to due time, 1 to {MostPercent}, warn no later than breach");
        }

        if (errors.Count > 0)
        {
            return new(null, errors);
        }

        var row = new ClockRuleRow
        {
            ClockRuleId = NewId.NextSequentialGuid(), AgencyId = agency, Clock = clock, Priority = order.Priority, TypeKey = type, SteeringType = order.Steering, Watched = order.Watched,
            WarnPercent = order.Warn, BreachPercent = order.Breach, SetBy = actor, Reason = reason, SetAt = SqlTime.Cut(time.GetUtcNow()),
        };
        await store.AddAsync(row, actor, cancellation);
        return Outcome.Done(row.ClockRuleId);
    }

    public Task<bool> RemoveRuleAsync(Guid id, string actor, string reason, CancellationToken cancellation) =>
        store.RemoveRuleAsync(id, actor, reason, SqlTime.Cut(time.GetUtcNow()), cancellation);

    /// <summary>Watches one document, or what a sender sends of a type from now on.</summary>
    public async Task<Outcome> WatchAsync(Guid? document, string? sender, string? type, string actor, string reason, CancellationToken cancellation)
    {
        var errors = new List<string>();
        if (document is null == sender is null)
        {
            errors.Add("name either a document or a sender");
        }

        if (document is { } id && (await ledger.ReadAsync("watched-document", (reader, token) => reader.FindDocumentFactsAsync([id], token), cancellation)).Count == 0)
        {
            errors.Add($"there is no document {id}");
        }

        var (agency, key) = (await AgencyAsync(sender, errors, cancellation), TypeOf(type, errors));
        if (errors.Count > 0)
        {
            return new(null, errors);
        }

        var row = new WatchTagRow
        {
            WatchTagId = NewId.NextSequentialGuid(), DocumentId = document, SenderAgencyId = agency, TypeKey = key, SetBy = actor, Reason = reason, SetAt = SqlTime.Cut(time.GetUtcNow()),
        };
        await store.AddAsync(row, actor, cancellation);
        return Outcome.Done(row.WatchTagId);
    }

    public Task<bool> RemoveTagAsync(Guid id, string actor, string reason, CancellationToken cancellation) =>
        store.RemoveTagAsync(id, actor, reason, SqlTime.Cut(time.GetUtcNow()), cancellation);

    private static WatchClock? IndexOf(string word, List<string> errors)
    {
        var place = Clocks.ToList().IndexOf(word);
        if (place >= 0)
        {
            return (WatchClock)place;
        }

        errors.Add($"clock {word}: one of {string.Join(", ", Clocks)}");
        return null;
    }

    /// <summary>A whole family of types is no type: a rule for each of them says the same.</summary>
    private static string? TypeOf(string? entry, List<string> errors)
    {
        if (entry is null)
        {
            return null;
        }

        var key = DelegationScope.Find(entry);
        if (key is not null && (key == DelegationScope.Status || DocumentTypes.All.Any(type => type.Key == key)))
        {
            return key;
        }

        errors.Add($"type {entry}: no document type, nor {DelegationScope.Status}");
        return null;
    }

    private async Task<Guid?> AgencyAsync(string? code, List<string> errors, CancellationToken cancellation)
    {
        if (code is null)
        {
            return null;
        }

        var agency = (await registry.LatestAsync(cancellation)).Resolve(code, time.GetUtcNow());
        if (agency is null)
        {
            errors.Add($"there is no agency {code}");
        }

        return agency?.AgencyId;
    }
}
