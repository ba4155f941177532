using System.Globalization;
using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Agency.Adapter.Statements;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Dapper;

namespace Agency.Adapter.Incoming;

/// <summary>Verifies what lies complete in the spool and offers it to its agency; what cannot be judged now waits.</summary>
internal sealed class VerifyPump(
    SpoolDatabase database, VerifyDelivery verify, Pulses pulses, AdapterMetrics metrics, AdapterOptions options, TimeProvider time,
    ILogger<VerifyPump> log) : Pump(pulses.Verify, metrics, time, options, log)
{
    private const int Together = 128;

    private readonly Pulse place = pulses.Place;
    private readonly Pulse acknowledge = pulses.Acknowledge;

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        var due = database.Read(spool => spool.Query<DeliveryRow>(
            SpoolSql.ListDueDeliveries, new { Phase = nameof(DeliveryPhase.Received), Now = Time.Now().Stamp(), Limit = Together }).AsList());
        if (due.Count == 0)
        {
            return Until(database.Read(spool => spool.ExecuteScalar<long?>(
                SpoolSql.FindNextDeliveryDue, new { Phase = nameof(DeliveryPhase.Received) })));
        }

        var judged = new Judgement[due.Count];
        await Parallel.ForAsync(0, due.Count, cancellation, async (index, token) => judged[index] = await JudgeAsync(due[index], token));
        await database.WriteAsync(transaction =>
        {
            foreach (var (row, judgement) in due.Zip(judged))
            {
                Write(transaction, row, judgement);
            }
        });
        return TimeSpan.Zero;
    }

    private async Task<Judgement> JudgeAsync(DeliveryRow row, CancellationToken cancellation)
    {
        using var step = AdapterActivity.Step("verify", row, Options);
        try
        {
            var judgement = await verify.JudgeAsync(row, cancellation);
            if (judgement is Judgement.Bad bad)
            {
                step?.Fail(bad.Finding.Code);
            }

            return judgement;
        }
        catch (Exception hindered) when (hindered is HubAwayException or HubRefusedException or IOException)
        {
            step?.Fail("held");

            // One delivery that cannot be judged now must not hold up the others.
            return new Judgement.Undecided(hindered.Message);
        }
    }

    private void Write(SpoolTransaction transaction, DeliveryRow row, Judgement judgement)
    {
        // A cancel or a newer attempt may have come while the bytes were judged.
        var now = Time.Now();
        if (IncomingStore.Find(transaction.Connection, row.Id) is not { Phase: DeliveryPhase.Received } current
            || current.PackageSha256 != row.PackageSha256)
        {
            return;
        }

        switch (judgement)
        {
            case Judgement.Good good:
                transaction.Execute(SpoolSql.MarkAvailable, new
                {
                    row.DeliveryId,
                    current.Attempt,
                    Agency = good.Agency.Code,
                    Cursor = transaction.Find<long>(SpoolSql.NextCursor),
                    Metadata = OutgoingStore.WriteJson(good.Metadata),
                    DueAt = good.Agency.Interface == InboundInterface.Rest ? (long?)null : now.Stamp(),
                    DocumentNumber = good.Metadata.DocumentId,
                    DocumentCode = good.Metadata.Code,
                    DocumentDate = good.Metadata.PromulgationDate?.ToString("O", CultureInfo.InvariantCulture),
                });
                StatementFiles.Save(transaction, good.Statements, now);
                IncomingLog.Available(log, row.Id, good.Agency.Code);
                transaction.AfterCommit(place.Set);
                break;
            case Judgement.Bad bad:
                IncomingLog.Failed(log, row.Id, current.Attempt, bad.Finding.Code);
                IncomingStore.Fail(transaction, current, now, bad.Finding.Code + " " + bad.Finding.English);
                transaction.AfterCommit(() => Metrics.DeliveryFailed(row.Kind, bad.Finding.Code));
                transaction.AfterCommit(acknowledge.Set);
                break;
            case Judgement.Undecided undecided:
                IncomingLog.Waits(log, row.Id, undecided.Reason);
                transaction.Execute(SpoolSql.DelayDelivery, new
                {
                    row.DeliveryId,
                    Phase = nameof(DeliveryPhase.Received),
                    DueAt = (now + BackOff.After(Options, current.Tries)).Stamp(),
                    WaitsFor = undecided.Reason,
                });
                break;
            default:
                throw new InvalidOperationException($"Unknown judgement {judgement}.");
        }
    }
}
