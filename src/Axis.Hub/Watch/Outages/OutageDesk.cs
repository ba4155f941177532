using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using MassTransit;

namespace Axis.Hub.Watch.Outages;

/// <summary>A planned outage as it is announced.</summary>
/// <param name="Agency">Code of the agency that is out, any spelling; or null.</param>
/// <param name="Adapter">The adapter that is out; or null.</param>
/// <param name="From">First instant; null: now.</param>
/// <param name="To">First instant at which it is over.</param>
internal sealed record OutageOrder(string? Agency, string? Adapter, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>Announces, lists and ends planned outages. Each act is one transaction with its line in the audit trail; with one thing wrong nothing is done.</summary>
internal sealed class OutageDesk(IDatabase database, IAgencyRegistry registry, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>Those that are on or to come; all of them: also those that were ended before their time.</summary>
    public Task<IReadOnlyList<OutageView>> ListAsync(bool all, CancellationToken cancellation) => database.ReadAsync("list-outages", (session, token) =>
        session.QueryAsync<OutageView>(OutageSql.ListOutages, new { now = SqlTime.Cut(time.GetUtcNow()), all }, token), cancellation);

    /// <summary>The outage, or everything that kept it from being announced.</summary>
    public async Task<(Guid? Id, IReadOnlyList<string> Errors)> AnnounceAsync(OutageOrder order, string actor, string reason, CancellationToken cancellation)
    {
        var (now, directory, errors) = (SqlTime.Cut(time.GetUtcNow()), await registry.LatestAsync(cancellation), new List<string>());
        if (order.Agency is null == order.Adapter is null)
        {
            errors.Add("name either an agency or an adapter");
        }

        var agency = order.Agency is { } code ? directory.Resolve(code, now) : null;
        if (order.Agency is not null && agency is null)
        {
            errors.Add($"there is no agency {order.Agency}");
        }

        if (order.Adapter is { } adapter && directory.FindAdapter(adapter) is null)
        {
            errors.Add($"there is no adapter {adapter}");
        }

        var from = SqlTime.Cut(order.From ?? now);
        if (order.To is not { } until || until <= from || until <= now || until - from > Longest)
        {
            errors.Add($"an outage ends after it begins and after now, and lasts at most {Longest.TotalDays:0} days; what is out for longer is suspended");
        }

        if (errors.Count > 0)
        {
            return (null, errors);
        }

        var id = NewId.NextSequentialGuid();
        var whom = order.Agency ?? order.Adapter!;
        await database.WriteAsync("outage-announce", async (session, token) =>
        {
            await session.ExecuteAsync(OutageSql.InsertOutage, new
            {
                outageId = id, agencyId = agency?.AgencyId, adapterCode = order.Adapter, fromAt = from, toAt = SqlTime.Cut(order.To!.Value), reason, announcedBy = actor, announcedAt = now,
            }, token);
            await new LedgerTransaction(session).AppendAuditAsync(actor, "outage-announce", whom, $"{id} until {order.To:u}: {reason}", now, token);
            return true;
        }, cancellation);
        return (id, []);
    }

    /// <summary>Ends one before its time; false when none is on or to come under this id.</summary>
    public Task<bool> EndAsync(Guid id, string actor, string reason, CancellationToken cancellation) => database.WriteAsync("outage-end", async (session, token) =>
    {
        var at = SqlTime.Cut(time.GetUtcNow());
        if (await session.ExecuteAsync(OutageSql.EndOutage, new { id, at, actor }, token) == 0)
        {
            return false;
        }

        await new LedgerTransaction(session).AppendAuditAsync(actor, "outage-end", $"{id}", reason, at, token);
        return true;
    }, cancellation);
}
