using Agency.Adapter.Incoming.Requests;
using Agency.Adapter.Marks;
using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts;
using Axis.Contracts.Wire;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Incoming;

/// <summary>The inbox over the spool.</summary>
internal sealed class Inbox(
    SpoolDatabase database, ContentStore contents, ArriveStatus arrive, Pulses pulses, AdapterMetrics metrics, AdapterOptions options, TimeProvider time) : IInbox
{
    public IReadOnlyList<InboxItem> List(string agency, string? kind, long? after, int limit) => database.Read(spool =>
        spool.Query<DeliveryRow>(SpoolSql.ListInbox, new { Agency = agency, Kind = kind, After = after ?? 0, Limit = limit })
            .Select(row => Show(spool, row)).AsList());

    public InboxItem? Find(string agency, Guid deliveryId) => database.Read(spool =>
        IncomingStore.Find(spool, deliveryId) is { Metadata: not null } row && row.Agency == agency
            ? Show(spool, row) with
            {
                Destroyed = row.DestroyedAt is null ? null : MarkStore.FindDestroyed(spool, deliveryId),
                Requests = RequestStore.ListAbout(spool, deliveryId),
            }
            : null);

    public OfferedDelivery? FindOffer(Guid deliveryId) => database.Read(spool =>
        spool.QueryFirstOrDefault<OfferedDelivery>(SpoolSql.FindOffer, new { DeliveryId = deliveryId.Key() }));

    public async Task<OpenOutcome> OpenPackageAsync(string agency, Guid deliveryId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var since = TimeProvider.System.GetUtcNow();
        var taken = await database.WriteAsync(transaction =>
            transaction.Find<DeliveryRow>(SpoolSql.MarkTaken, new { DeliveryId = deliveryId.Key(), Agency = agency }));
        CrashPoint.Pass(AdapterCrashPoints.PackageNotSent);
        if (taken is null)
        {
            return database.Read(spool => MarkStore.FindDestroyed(spool, deliveryId)) is { } why
                ? new OpenOutcome.Destroyed(why)
                : new OpenOutcome.GivenBack();
        }

        using var step = AdapterActivity.Step("take", taken, options, since: since);
        if (contents.TryOpen(taken.PackageSha256) is not { } package)
        {
            return new OpenOutcome.Removed(taken.PackageSha256);
        }

        metrics.DeliveryPlaced(taken.Kind, InboundInterface.Rest);
        return new OpenOutcome.Opened(package);
    }

    public async Task<AnswerOutcome> AcknowledgeAsync(string agency, Guid deliveryId, Answer answer, CancellationToken cancellation)
    {
        var at = time.Now();
        var row = database.Read(spool => IncomingStore.Find(spool, deliveryId));
        if (row is not { Metadata: not null } || row.Agency != agency)
        {
            return row is { Phase: DeliveryPhase.Cancelled } ? AnswerOutcome.GivenBack : AnswerOutcome.NotFound;
        }

        using var step = AdapterActivity.Step("acknowledge", row, options);

        // Written and sealed before the write, and thrown away if the answer does not stand.
        using var arrival = answer is Answer.Done && row.Kind == Axis.Contracts.Sealing.Manifest.Edoc && IncomingStore.Show(row).Metadata.SenderCode != options.AxisCode
            ? await arrive.WriteAsync(row, at, cancellation)
            : null;
        CrashPoint.Pass(AdapterCrashPoints.AnswerNotWritten);
        var outcome = await database.WriteAsync(transaction =>
        {
            var current = IncomingStore.Find(transaction.Connection, deliveryId)!;
            var judged = AnswerRules.Judge(current, answer);
            if (judged == AnswerOutcome.Recorded)
            {
                Record(transaction, current, answer, arrival, at);
                transaction.AfterCommit(() => metrics.DeliveryAcknowledged(current.Kind, answer is Answer.Done ? AcknowledgeKind.Done : AcknowledgeKind.Fail));
            }

            return judged;
        });
        CrashPoint.Pass(AdapterCrashPoints.AnswerNotAnswered);
        step?.Tag(AdapterActivity.Outcome, outcome);
        return outcome;
    }

    private static InboxItem Show(SqliteConnection spool, DeliveryRow row)
    {
        var item = IncomingStore.Show(row);
        return item with { Asks = RequestStore.Find(spool, row, item.Metadata) };
    }

    private void Record(SpoolTransaction transaction, DeliveryRow row, Answer answer, ArrivalPackage? arrival, DateTimeOffset at)
    {
        if (answer is Answer.Fail fail)
        {
            IncomingStore.Close(transaction, row, DeliveryPhase.Failed, at, fail.Reason, FailCause.Agency);
            IncomingStore.Owe(transaction, new(
                row.Id, row.Attempt, AcknowledgeKind.Fail, at, row.PackageSha256, fail.Reason, FailCause.Agency));
        }
        else
        {
            IncomingStore.Close(transaction, row, DeliveryPhase.Done, at);
            IncomingStore.Owe(transaction, new(row.Id, row.Attempt, AcknowledgeKind.Done, at, row.PackageSha256));
            CrashPoint.Pass(AdapterCrashPoints.ArrivalNotWritten);
            if (arrival is not null)
            {
                if (arrival.Spool(transaction, at))
                {
                    transaction.AfterCommit(() => metrics.SubmissionSpooled(arrival.Package.Kind));
                }

                transaction.AfterCommit(arrival.Package.Next(pulses).Set);
            }
        }

        transaction.AfterCommit(pulses.Acknowledge.Set);
    }
}
