using System.Globalization;
using Axis.Contracts.Http;
using Axis.Contracts.Statements;
using Axis.Contracts.Why;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Trace;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements.Compose;
using Axis.Hub.Statements.Counting;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Watch.Why;

namespace Axis.Hub.Statements.OpenItems;

/// <summary>
/// What stands in agencies' stocks at this moment: the statement's rules on the rows as they are now. It costs what is open of these agencies, not what is in the ledger.
/// </summary>
internal sealed class OpenItemStore(IDatabase database, IAgencyRegistry registry, TimeProvider time)
{
    /// <summary>One page for these agencies.</summary>
    /// <param name="agencies">Whose stocks.</param>
    /// <param name="list">One stock, or null for all.</param>
    /// <param name="after">Where the page before ended, or null.</param>
    /// <param name="limit">Refusals and deliveries on a page; a delivery may stand in two stocks.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<OpenItemPage> ListAsync(IReadOnlyCollection<AgencyEntry> agencies, OpenItemList? list, ItemCursor? after, int limit, CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        var now = time.GetUtcNow();
        return await database.ReadAsync("open-items", async (session, token) =>
        {
            var ids = SqlJson.Write([.. agencies.Select(agency => agency.AgencyId)]);
            var counts = await session.QueryAsync<CountRow>(OpenItemSql.CountOpenItems, new { agencies = ids, hub = HubAgency.Id, now }, token);
            var refusals = after?.Since is null && list is null or OpenItemList.SendErrors ? await RefusalsAsync(ids, after?.Id ?? Guid.Empty, limit, directory, now, session, token) : [];
            var left = limit - refusals.Count;
            var found = left == 0 ? [] : await session.QueryAsync<Guid>(OpenItemSql.ListOpenItems, new
            {
                agencies = ids,
                hub = HubAgency.Id,
                now,
                since = after?.Since ?? DateTimeOffset.MinValue,
                after = after?.Since is null ? Guid.Empty : after.Id,
                limit = left,
                asSender = list is null or OpenItemList.SendErrors or OpenItemList.NotArrived or OpenItemList.Unanswered ? 1 : 0,
                asReceiver = list is null or OpenItemList.ReceiveErrors or OpenItemList.Backlog or OpenItemList.NoReply ? 1 : 0,
                failed = list is null or OpenItemList.SendErrors or OpenItemList.ReceiveErrors ? 1 : 0,
                backlog = list is null or OpenItemList.Backlog or OpenItemList.NotArrived ? 1 : 0,
                noReply = list is null or OpenItemList.NoReply or OpenItemList.Unanswered ? 1 : 0,
            }, token);
            var deliveries = await DeliveriesAsync(found, agencies, list, directory, now, session, token);
            return new OpenItemPage(
                now, [.. counts.Select(row => CountOf(row, directory)).OrderBy(count => count.Agency, StringComparer.Ordinal)], [.. refusals, .. deliveries.Items],
                (left == 0 ? new ItemCursor(null, refusals[^1].Id) : found.Count < left ? null : deliveries.Last)?.ToString());
        }, cancellation);
    }

    /// <summary>
    /// How every agency stands: those with anything in a stock, the most first, then those that have an adapter of their own and nothing to do, by code.
    /// </summary>
    public async Task<IReadOnlyList<OpenItemCount>> CountAsync(CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        var rows = await database.ReadAsync("open-items-all", (session, token) =>
            session.QueryAsync<CountRow>(OpenItemSql.CountAllOpenItems, new { hub = HubAgency.Id, now = time.GetUtcNow() }, token), cancellation);
        var standing = rows.Select(row => CountOf(row, directory)).Where(count => Standing(count) + count.NotArrived + count.Unanswered > 0).ToList();
        var known = standing.Select(count => count.Agency).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. standing.OrderByDescending(Standing).ThenBy(count => count.Agency, StringComparer.Ordinal),
            .. directory.Agencies.Where(agency => agency.AdapterCode is not null && !known.Contains(agency.Code)).OrderBy(agency => agency.Code, StringComparer.Ordinal)
                .Select(agency => CountOf(new() { AgencyId = agency.AgencyId }, directory)),
        ];
    }

    /// <summary>Days with statements of an agency, the newest first, each with its newest version.</summary>
    public Task<IReadOnlyList<IssuedDay>> ListStatementsAsync(Guid agencyId, DateOnly from, CancellationToken cancellation) =>
        database.ReadAsync("open-items-statements", (session, token) =>
            session.QueryAsync<IssuedDay>(OpenItemSql.ListStatementsOf, new { agencyId, from }, token), cancellation);

    /// <summary>What stands in the four stocks that must be zero.</summary>
    public static int Standing(OpenItemCount count) => count.SendErrors + count.ReceiveErrors + count.Backlog + count.NoReply;

    private static async Task<(IReadOnlyList<OpenItem> Items, ItemCursor? Last)> DeliveriesAsync(
        IReadOnlyList<Guid> found, IReadOnlyCollection<AgencyEntry> agencies, OpenItemList? list, AgencyDirectory directory, DateTimeOffset now, ISqlSession session,
        CancellationToken cancellation)
    {
        if (found.Count == 0)
        {
            return ([], null);
        }

        var reader = new LedgerTransaction(session);
        var ids = SqlJson.Write(found);
        var rows = (await reader.FindDeliveriesAsync(found, cancellation)).ToDictionary(row => row.DeliveryId);
        var documents = (await reader.FindDocumentsAsync([.. rows.Values.Select(row => row.DocumentId).Distinct()], cancellation)).ToDictionary(row => row.DocumentId);
        var replaced = await reader.FindReplacedAsync([.. rows.Values.Where(row => row.Transport == TransportState.Fail).Select(row => row.DeliveryId)], cancellation);
        var said = (await session.QueryAsync<HistoryEvent>(StatementSql.ListHistories, new { ids }, cancellation))
            .GroupBy(entry => entry.DeliveryId).ToDictionary(history => history.Key, history => Fold(history).Said);
        var why = new LiveWhy(
            directory, (await reader.ListAdapterLinksAsync(cancellation)).ToDictionary(link => link.AdapterCode, link => link.HeartbeatAt, StringComparer.Ordinal),
            (await session.QueryAsync<Guid>(TraceSql.FindAskedBack, new { ids }, cancellation)).ToHashSet(), now);
        var mine = agencies.Select(agency => agency.AgencyId).ToHashSet();
        var items = new List<OpenItem>();
        foreach (var id in found)
        {
            var row = rows[id];
            var (asSender, asReceiver) = ListsOf(row);
            Add(row, asSender, row.SenderAgencyId, row.ReceiverAgencyId);
            Add(row, asReceiver, row.ReceiverAgencyId, row.SenderAgencyId);
        }

        return (items, new(rows[found[^1]].Since, found[^1]));

        void Add(DeliveryRow row, OpenItemList stock, Guid own, Guid other)
        {
            if (mine.Contains(own) && (list is null || list == stock) && why.Of(row) is { } reason)
            {
                var document = documents[row.DocumentId];
                items.Add(new(
                    StatementItemKind.Delivery, row.DeliveryId, stock, Name(own, directory).Code, DocumentName.Of(document.CodeNumber, document.CodeNotation), row.Since, reason,
                    ItemRules.Of(row, replaced.Contains(row.DeliveryId)), Name(other, directory), document.PromulgationDate,
                    row.Transport switch { TransportState.Fail => null, TransportState.Done => row.AnswerDue, _ => row.ArriveDue },
                    own == row.SenderAgencyId ? document.SubmissionId : null, said.GetValueOrDefault(row.DeliveryId)));
            }
        }
    }

    private static async Task<IReadOnlyList<OpenItem>> RefusalsAsync(
        string ids, Guid after, int limit, AgencyDirectory directory, DateTimeOffset now, ISqlSession session, CancellationToken cancellation)
    {
        var cases = await session.QueryAsync<RefusalFacts>(OpenItemSql.ListOpenRefusals, new { agencies = ids, after, limit }, cancellation);
        var items = new List<OpenItem>();
        await ReadCounts.AddRefusalsAsync(cases, session, refusal =>
        {
            var (facts, isWhole, since) = (refusal.Facts, refusal.Facts.ReceiverCode.Length == 0, refusal.Stays()[^1].From);
            var (vi, en) = StatementWords.Refused(refusal, now.AddMilliseconds(1));
            items.Add(new(
                isWhole ? StatementItemKind.RefusedSubmission : StatementItemKind.RefusedReceiver, facts.CaseId, OpenItemList.SendErrors, Name(facts.AgencyId, directory).Code,
                DocumentName.Of(facts.CodeNumber, facts.CodeNotation), since, new WhyStuck("sender", "refused", since, false, null, vi, en), ItemRules.OfRefusal,
                isWhole ? null : new(facts.ReceiverCode, facts.ReceiverCode, facts.ReceiverCode), facts.PromulgationDate, Acts: refusal.SaidAt(now.AddMilliseconds(1))));
        }, cancellation);
        return items;
    }

    private static (OpenItemList AsSender, OpenItemList AsReceiver) ListsOf(DeliveryRow row) => row.Transport switch
    {
        TransportState.Fail => (OpenItemList.SendErrors, OpenItemList.ReceiveErrors),
        TransportState.Done => (OpenItemList.Unanswered, OpenItemList.NoReply),
        _ => (OpenItemList.NotArrived, OpenItemList.Backlog),
    };

    private static FoldedDelivery Fold(IEnumerable<HistoryEvent> history) =>
        history.Skip(1).Aggregate(FoldedDelivery.Begin(history.First()), (state, next) => state.After(next));

    private static OpenItemCount CountOf(CountRow row, AgencyDirectory directory)
    {
        var name = Name(row.AgencyId, directory);
        return new(
            name.Code, name.NameVi, name.NameEn, (int)row.SendErrors, (int)row.ReceiveErrors, (int)row.Backlog, (int)row.NoReply, (int)row.NotArrived, (int)row.Unanswered);
    }

    private static StatementAgency Name(Guid agencyId, AgencyDirectory directory) => directory.Find(agencyId) is { } agency
        ? new(agency.Code, agency.NameVi, agency.NameEn is { Length: > 0 } english ? english : agency.NameVi)
        : new(agencyId.ToString("D", CultureInfo.InvariantCulture), "", "");

    private sealed record CountRow
    {
        public required Guid AgencyId { get; init; }
        public long SendErrors { get; init; }
        public long ReceiveErrors { get; init; }
        public long Backlog { get; init; }
        public long NoReply { get; init; }
        public long NotArrived { get; init; }
        public long Unanswered { get; init; }
    }
}
