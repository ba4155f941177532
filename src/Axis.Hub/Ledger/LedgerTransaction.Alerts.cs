using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>Alerts. Rows under one key are locked in the order of keys, and the counter of case numbers after them.</summary>
internal sealed partial class LedgerTransaction
{
    private const string EndedByItself = "its cause has ended";

    public Task RaiseAlertsAsync(IReadOnlyCollection<AlertRow> rows, CancellationToken cancellation) =>
        RaiseAsync([.. rows.Select(row => new Raise(row, null))], cancellation);

    public async Task OpenAlertItemsAsync(IReadOnlyCollection<AlertCause> causes, DateTimeOffset at, CancellationToken cancellation)
    {
        if (causes.Count == 0)
        {
            return;
        }

        var facts = (await QueryByIdAsync<AlertFacts, Guid>(LedgerSql.FindAlertFacts, [.. causes.Select(cause => cause.DeliveryId).Distinct()], cancellation))
            .ToDictionary(fact => fact.DeliveryId);
        await RaiseAsync([.. causes.Select(cause => new Raise(RowOf(cause, facts[cause.DeliveryId], at), cause))], cancellation);
    }

    public async Task EndAlertItemsAsync(IReadOnlyCollection<AlertEnd> ends, DateTimeOffset at, CancellationToken cancellation)
    {
        if (ends.Count == 0)
        {
            return;
        }

        var open = await session.QueryAsync<AlertItemRow>(LedgerSql.LockOpenAlertItems, new { rows = SqlJson.Write(ends) }, cancellation);
        await WriteAsync(LedgerSql.SaveAlertItems, [.. open.Select(item => item with { ClosedAt = at })], cancellation);
        await SettleAlertsAsync([.. open.Select(item => item.AlertId).Distinct()], at, cancellation);
    }

    public async Task<int> ReleaseAlertsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var waiting = await session.QueryAsync<AlertRow>(LedgerSql.LockMutedAlerts, null, cancellation);
        AlertRow[] opened = [.. waiting.Select(row => row with { OpenedAt = now, LastSeenAt = now })];
        var muted = await MutedAsync(opened, cancellation);
        var numbered = await NumberAsync([.. opened.Except(muted)], cancellation);
        await WriteAsync(LedgerSql.SaveAlerts, [.. numbered.Select(row => row with { Muted = false, Version = 1 })], cancellation);
        return numbered.Count;
    }

    public Task EndMendedAlertsAsync(DateTimeOffset at, CancellationToken cancellation) =>
        session.ExecuteAsync(LedgerSql.EndMendedAlerts, new { at, reason = "sent again or closed" }, cancellation);

    public Task EndQuietAlertsAsync(DateTimeOffset before, DateTimeOffset at, CancellationToken cancellation) =>
        session.ExecuteAsync(LedgerSql.EndQuietAlerts, new { before, at, reason = "not met again" }, cancellation);

    public async Task EndAlertsAsync(IReadOnlyCollection<string> keys, DateTimeOffset at, CancellationToken cancellation)
    {
        if (keys.Count > 0)
        {
            await session.ExecuteAsync(LedgerSql.EndAlerts, new { keys = SqlJson.Write(keys), at, reason = EndedByItself }, cancellation);
        }
    }

    public async Task<IReadOnlyList<Guid>> FindReturnedBeforeAsync(IReadOnlyCollection<FamilyReceiver> keys, CancellationToken cancellation) =>
        [.. (await QueryAsync<ReplacedRow, FamilyReceiver>(LedgerSql.FindReturnedBefore, keys, cancellation)).Select(row => row.DeliveryId)];

    public async Task<AlertRow?> FindAlertAsync(string caseNumber, CancellationToken cancellation) =>
        (await QueryAsync<AlertRow, string>(LedgerSql.LockAlertCases, [caseNumber], cancellation)) is [var row] ? row : null;

    public async Task CloseAlertAsync(AlertRow row, string by, string reason, bool hush, DateTimeOffset at, CancellationToken cancellation)
    {
        await session.ExecuteAsync(LedgerSql.CloseAlertItems, new { alertId = row.AlertId, at }, cancellation);
        await WriteAsync(LedgerSql.SaveAlerts, [row with
        {
            ClosedAt = at, ClosedBy = by, ClosedReason = reason, Hushed = hush, OpenItems = 0, LastSeenAt = at, Version = row.Version + 1, TellAt = row.Muted ? null : at,
        }], cancellation);
    }

    private static AlertRow RowOf(AlertCause cause, AlertFacts facts, DateTimeOffset at)
    {
        var whom = facts.Watched ? $"{facts.DocumentId}" : $"{facts.SenderAgencyId}/{facts.ReceiverAgencyId}";
        var row = AlertRow.New(cause.Kind, $"{whom}/{cause.Cause}", facts.SenderAdapter, AlertFindings.Of(cause.Kind, cause.Severity, facts), at);
        return row with
        {
            AgencyId = facts.SenderAgencyId,
            CounterpartId = facts.ReceiverAgencyId,
            CounterAdapterCode = facts.ReceiverAdapter,
            DocumentId = facts.Watched ? facts.DocumentId : null,
            Cause = cause.Cause,
            Severity = cause.Severity,
        };
    }

    /// <summary>Opens what is not open under its key, and counts up what is; each in the state in which another hub has left it.</summary>
    private async Task RaiseAsync(IReadOnlyList<Raise> raises, CancellationToken cancellation)
    {
        var groups = raises.GroupBy(raise => raise.Row.AlertKey, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        var known = (await QueryAsync<AlertRow, string>(LedgerSql.LockOpenAlerts, [.. groups.Select(group => group.Key)], cancellation)).ToLookup(row => row.AlertKey);
        var items = await FindItemsAsync(raises, known, cancellation);
        var (fresh, changed, saved) = (new List<AlertRow>(), new List<AlertRow>(), new List<AlertItemRow>());
        foreach (var group in groups)
        {
            var open = known[group.Key].FirstOrDefault(row => row.ClosedAt is null);
            if (open is null && known[group.Key].Any())
            {
                // A person has closed it while it lasts: it is only noted that it does.
                changed.AddRange(known[group.Key].Select(row => row with { LastSeenAt = group.Max(raise => raise.Row.LastSeenAt) }));
                continue;
            }

            var alert = open ?? group.First().Row with { Seen = 0 };
            var comers = group.Where(raise => raise.Cause is { IsNew: true } && !(items.TryGetValue((alert.AlertId, raise.Cause.DeliveryId), out var item) && item.ClosedAt is null))
                .DistinctBy(raise => raise.Cause!.DeliveryId).ToArray();
            var here = group.Where(raise => raise.Cause is null || comers.Contains(raise) || items.GetValueOrDefault((alert.AlertId, raise.Cause.DeliveryId)) is { ClosedAt: null }).ToArray();
            if (here.Length == 0)
            {
                continue;
            }

            saved.AddRange(comers.Select(raise => new AlertItemRow { AlertId = alert.AlertId, DeliveryId = raise.Cause!.DeliveryId, OpenedAt = raise.Row.OpenedAt }));
            var heaviest = here.MaxBy(raise => raise.Row.Severity)!.Row;
            var rises = open is not null && (heaviest.Severity > alert.Severity || AlertKinds.IsHeavier(alert.Kind, alert.Cause, heaviest.Cause));
            alert = alert with
            {
                Seen = alert.Seen + comers.Length + here.Where(raise => raise.Cause is null).Sum(raise => raise.Row.Seen),
                OpenItems = alert.OpenItems + comers.Length,

                // Another hub, or a clock a little behind, may have met it before the one that came first.
                OpenedAt = new[] { alert.OpenedAt, here.Min(raise => raise.Row.OpenedAt) }.Min(),
                LastSeenAt = heaviest.LastSeenAt > alert.LastSeenAt ? heaviest.LastSeenAt : alert.LastSeenAt,
                Severity = heaviest.Severity > alert.Severity || open is null ? heaviest.Severity : alert.Severity,
                Cause = rises ? heaviest.Cause : alert.Cause,
                Finding = rises || open is null ? heaviest.Finding : alert.Finding,
                Version = alert.Version + (rises ? 1 : 0),
                TellAt = rises && !alert.Muted ? heaviest.LastSeenAt : alert.TellAt,
            };
            (open is null ? fresh : changed).Add(alert);
        }

        var muted = await MutedAsync(fresh, cancellation);
        await WriteAsync(LedgerSql.InsertAlerts, await NumberAsync([.. fresh.Except(muted)], cancellation), cancellation);
        await WriteAsync(LedgerSql.InsertAlerts, [.. muted.Select(row => row with { Muted = true })], cancellation);
        await WriteAsync(LedgerSql.SaveAlerts, changed, cancellation);
        await WriteAsync(LedgerSql.SaveAlertItems, saved, cancellation);
    }

    private async Task<Dictionary<(Guid Alert, Guid Delivery), AlertItemRow>> FindItemsAsync(
        IReadOnlyList<Raise> raises, ILookup<string, AlertRow> known, CancellationToken cancellation)
    {
        var keys = raises.Where(raise => raise.Cause is not null)
            .SelectMany(raise => known[raise.Row.AlertKey].Select(row => new { row.AlertId, raise.Cause!.DeliveryId })).Distinct().ToArray();
        return keys.Length == 0 ? [] : (await session.QueryAsync<AlertItemRow>(LedgerSql.FindAlertItems, new { keys = SqlJson.Write(keys) }, cancellation))
            .ToDictionary(item => (item.AlertId, item.DeliveryId));
    }

    /// <summary>Those whose blame falls on somebody who is out.</summary>
    private async Task<IReadOnlyList<AlertRow>> MutedAsync(IReadOnlyList<AlertRow> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var outages = await session.QueryAsync<OutageRow>(LedgerSql.ListOutagesOn, new { at = rows.Max(row => row.OpenedAt) }, cancellation);
        return [.. rows.Where(row => outages.Any(outage => outage.Covers(row)))];
    }

    /// <summary>Gives case numbers, in the order of the rows; what has one is to be told.</summary>
    private async Task<IReadOnlyList<AlertRow>> NumberAsync(List<AlertRow> fresh, CancellationToken cancellation)
    {
        var numbered = new List<AlertRow>(fresh.Count);
        foreach (var year in fresh.GroupBy(row => VietnamTime.DateOf(row.OpenedAt).Year))
        {
            var rows = year.ToArray();
            var last = await session.FindAsync<long>(LedgerSql.TakeCaseNumbers, new { caseYear = year.Key, count = rows.Length }, cancellation);
            numbered.AddRange(rows.Select((row, place) => row with
            {
                CaseNumber = string.Create(CultureInfo.InvariantCulture, $"{year.Key:0000}-{last - rows.Length + 1 + place:000000}"),
                TellAt = row.OpenedAt,
            }));
        }

        return numbered;
    }

    private async Task SettleAlertsAsync(IReadOnlyCollection<Guid> alertIds, DateTimeOffset at, CancellationToken cancellation)
    {
        if (alertIds.Count > 0)
        {
            await session.ExecuteAsync(LedgerSql.SettleAlerts, new { ids = SqlJson.Write(alertIds), at, reason = EndedByItself }, cancellation);
        }
    }

    /// <summary>An alert to be raised.</summary>
    /// <param name="Row">As it is if it is not open.</param>
    /// <param name="Cause">The delivery that gives cause, or null.</param>
    private sealed record Raise(AlertRow Row, AlertCause? Cause);
}
