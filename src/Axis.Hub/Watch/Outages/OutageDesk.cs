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

        if (OutageSpan.Judge(order.From ?? now, order.To, now) is { } objection)
        {
            errors.Add(objection.English);
        }

        return errors.Count > 0 ? (null, errors) : ((await KeepAsync(order, agency, actor, reason, cancellation)).OutageId, []);
    }

    /// <summary>Keeps an outage that was judged. The same that is announced already, by whom and for what reason too, is not announced twice.</summary>
    public Task<OutageView> KeepAsync(OutageOrder order, AgencyEntry? agency, string actor, string reason, CancellationToken cancellation)
    {
        var now = SqlTime.Cut(time.GetUtcNow());
        var outage = new OutageView
        {
            OutageId = NewId.NextSequentialGuid(), AgencyCode = agency?.Code, AdapterCode = order.Adapter, FromAt = SqlTime.Cut(order.From ?? now), ToAt = SqlTime.Cut(order.To!.Value), Reason = reason,
            AnnouncedBy = actor,
        };
        return database.WriteAsync("outage-announce", async (session, token) =>
        {
            // Two hubs that are told the same at the same time look one after the other.
            await session.QueryAsync<Guid>(OutageSql.LockOutages, new { now }, token);
            var standing = await session.QueryAsync<OutageView>(OutageSql.ListOutages, new { now, all = false }, token);
            if (standing.FirstOrDefault(one => one with { OutageId = outage.OutageId, FromAt = order.From is null ? outage.FromAt : one.FromAt } == outage) is { } same)
            {
                return same;
            }

            await session.ExecuteAsync(OutageSql.InsertOutage, new
            {
                outageId = outage.OutageId, agencyId = agency?.AgencyId, adapterCode = outage.AdapterCode, fromAt = outage.FromAt, toAt = outage.ToAt, reason, announcedBy = actor, announcedAt = now,
            }, token);
            await new LedgerTransaction(session).AppendAuditAsync(actor, "outage-announce", order.Agency ?? order.Adapter!, $"{outage.OutageId} until {outage.ToAt:u}: {reason}", now, token);
            return outage;
        }, cancellation);
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
