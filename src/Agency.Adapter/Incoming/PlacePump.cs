using Agency.Adapter.Marks;
using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Incoming;

/// <summary>
/// Runs the push interfaces: stage, commit PLACING, place, commit DONE (protocol.md 10, row 13). What was PLACING when the process
/// died is placed first: the part is either still there or was shown already. What the hub has marked to be destroyed is taken away again.
/// </summary>
internal sealed class PlacePump(
    SpoolDatabase database, ContentStore contents, ServedAgencies served, IInbox inbox, IEnumerable<IPlacePackages> interfaces, Pulses pulses,
    AdapterMetrics metrics, AdapterOptions options, TimeProvider time, ILogger<PlacePump> log) : Pump(pulses.Place, metrics, time, options, log)
{
    private const int Together = 16;

    private readonly Pulse acknowledge = pulses.Acknowledge;
    private readonly Dictionary<InboundInterface, IPlacePackages> ways = interfaces.ToDictionary(way => way.Interface);

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        var due = List(DeliveryPhase.Placing);
        if (due.Count == 0)
        {
            due = List(DeliveryPhase.Available);
        }

        foreach (var row in due)
        {
            await PlaceAsync(row, cancellation);
        }

        // After them, in the one loop that shows: what was destroyed while it was being shown is taken away again.
        var marks = database.Read(spool => spool.Query<MarkRow>(SpoolSql.ListDueMarks, new { Now = Time.Now().Stamp(), Limit = Together }).AsList());
        foreach (var mark in marks)
        {
            await WithdrawAsync(mark, cancellation);
        }

        return due.Count + marks.Count > 0
            ? TimeSpan.Zero
            : Until(database.Read(spool => Earlier(
                Earlier(NextDue(spool, DeliveryPhase.Placing), NextDue(spool, DeliveryPhase.Available)),
                spool.ExecuteScalar<long?>(SpoolSql.FindNextMarkDue))));
    }

    /// <summary>A row that met a broken folder in PLACING waits like one that was never begun.</summary>
    private static long? NextDue(SqliteConnection spool, DeliveryPhase phase) =>
        spool.ExecuteScalar<long?>(SpoolSql.FindNextDeliveryDue, new { Phase = phase.ToString() });

    private static long? Earlier(long? one, long? other) => one is null || other < one ? other : one;

    private async Task PlaceAsync(DeliveryRow row, CancellationToken cancellation)
    {
        // The interface of an agency may have been changed to one that fetches since the row was written.
        if (served.Find(row.Agency!) is not { } agency || !ways.TryGetValue(agency.Interface, out var way))
        {
            await database.WriteAsync(transaction => transaction.Execute(SpoolSql.OfferToFetch, new { row.DeliveryId }));
            return;
        }

        using var step = AdapterActivity.Step("place", row, Options);
        var item = IncomingStore.Show(row);
        try
        {
            if (row.Phase == DeliveryPhase.Available)
            {
                await using (var package = contents.OpenRead(row.PackageSha256))
                {
                    await way.StageAsync(item, package, agency, cancellation);
                }

                CrashPoint.Pass(AdapterCrashPoints.PartStaged);
                if (await database.WriteAsync(transaction => transaction.Execute(SpoolSql.MarkPlacing, new { row.DeliveryId })) == 0)
                {
                    await way.DiscardAsync(row.Id, agency, cancellation);
                    return;
                }
            }

            CrashPoint.Pass(AdapterCrashPoints.PartNotRenamed);
            await way.PlaceAsync(item, agency, cancellation);
            CrashPoint.Pass(AdapterCrashPoints.PlacedNotDone);
            Metrics.DeliveryPlaced(row.Kind, way.Interface);
            await inbox.AcknowledgeAsync(agency.Code, row.Id, new Answer.Done(), cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            step?.Fail("held");
            IncomingLog.Waits(log, row.Id, fault.Message);
            await database.WriteAsync(transaction => transaction.Execute(SpoolSql.DelayPlacing, new
            {
                row.DeliveryId,
                DueAt = (Time.Now() + BackOff.After(Options, row.Tries)).Stamp(),
                WaitsFor = fault.Message,
            }));
        }
    }

    private async Task WithdrawAsync(MarkRow mark, CancellationToken cancellation)
    {
        var row = database.Read(spool => IncomingStore.Find(spool, mark.Id))!;
        try
        {
            if (served.Find(row.Agency!) is { } agency && ways.TryGetValue(agency.Interface, out var way))
            {
                await way.WithdrawAsync(IncomingStore.Show(row), MarkStore.Show(mark), agency, cancellation);
            }

            await database.WriteAsync(transaction =>
            {
                MarkStore.Settle(transaction, mark.Id, mark.Kind, Time.Now());
                transaction.AfterCommit(acknowledge.Set);
            });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            MarkLog.Waits(log, mark.Id, row.Agency!, fault.Message);
            await database.WriteAsync(transaction => transaction.Execute(SpoolSql.DelayMark, new
            {
                mark.DeliveryId,
                Kind = mark.Kind.ToString(),
                DueAt = (Time.Now() + BackOff.After(Options, mark.Tries)).Stamp(),
                WaitsFor = fault.Message,
            }));
        }
    }

    private List<DeliveryRow> List(DeliveryPhase phase) => database.Read(spool => spool.Query<DeliveryRow>(
        SpoolSql.ListDueDeliveries, new { Phase = phase.ToString(), Now = Time.Now().Stamp(), Limit = Together }).AsList());
}
