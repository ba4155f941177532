using System.Diagnostics;
using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Dapper;

namespace Agency.Adapter.Outgoing;

/// <summary>
/// Gets time stamps for what was sealed and spooled, urgent first, before any of it leaves. Where stamps are required a package waits
/// here as long as it takes; where they are wished it goes without one after a few tries. A package that waited is sealed
/// anew first, for its stamp has to bear sealed-at out (<see cref="TimeStampRules"/>).
/// </summary>
/// <param name="stamper"><c>null</c> when no authority is configured (any more): what waits goes without.</param>
internal sealed class TimeStampPump(
    SpoolDatabase database, SealPackage seals, TimeStampWatch watch, Pulses pulses, AdapterMetrics metrics, AdapterOptions options, TimeProvider time,
    ILogger<TimeStampPump> log, TimeStamper? stamper = null) : Pump(pulses.TimeStamp, metrics, time, options, log)
{
    private const int Together = 64;
    private const int AtOnce = 8;
    private const int MostRepeats = 2;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Pulses pulses = pulses;

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        var due = database.Read(spool => spool.Query<SubmissionRow>(
            SpoolSql.ListUnstamped, new { Now = Time.Now().Stamp(), Limit = Together }).AsList());
        if (due.Count == 0)
        {
            return Until(database.Read(spool => spool.ExecuteScalar<long?>(SpoolSql.FindNextUnstamped)));
        }

        var asked = new Asked[due.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, due.Count, parallel, async (index, token) => asked[index] = await AskAsync(due[index], token));
        await database.WriteAsync(transaction =>
        {
            foreach (var (row, answer) in due.Zip(asked))
            {
                Write(transaction, row, answer);
            }

            transaction.AfterCommit(pulses.Upload.Set);
            transaction.AfterCommit(pulses.Submit.Set);
        });
        return TimeSpan.Zero;
    }

    private async Task<Asked> AskAsync(SubmissionRow row, CancellationToken cancellation)
    {
        if (stamper is null)
        {
            return new Asked(row.Manifest, row.Seal, null);
        }

        var (manifest, seal) = (row.Manifest, row.Seal);
        var sealedAt = ((ManifestOutcome.Accepted)Manifest.Read(manifest)).Value.SealedAt;
        if ((Time.Now() - sealedAt).Duration() > Fresh)
        {
            (manifest, seal, sealedAt) = seals.Renew(manifest);
        }

        using var step = AdapterActivity.Step("stamp", row.Id, Options, ActivityKind.Client);
        switch (await stamper.StampAsync(seal, sealedAt, cancellation))
        {
            case TimeStampOutcome.Stamped stamped:
                Metrics.TimeStampAsked(null);
                watch.Record(null);
                return new Asked(manifest, stamped.Seal, null);
            case TimeStampOutcome.Failed failed:
                step?.Fail(failed.Finding.Code);
                Metrics.TimeStampAsked(failed.Finding);
                watch.Record(failed.Finding);
                return new Asked(row.Manifest, row.Seal, failed.Finding);
            case var unknown:
                throw new InvalidOperationException($"Unknown outcome {unknown}.");
        }
    }

    private void Write(SpoolTransaction transaction, SubmissionRow row, Asked asked)
    {
        var waits = asked.Fault is not null && (Options.RequireTimeStamps || row.Sends < MostRepeats);
        if (waits)
        {
            OutgoingLog.Waits(log, row.SubmissionId, row.Try, asked.Fault!.Code + " " + asked.Fault.English);
            transaction.Execute(SpoolSql.MarkSubmissionWaiting, new
            {
                row.SubmissionId,
                row.Try,
                DueAt = (Time.Now() + BackOff.After(Options, row.Sends)).Stamp(),
                WaitsFor = asked.Fault.Code + " " + asked.Fault.English,
            });
            return;
        }

        var findings = row.Findings;
        if (stamper is null || asked.Fault is not null)
        {
            OutgoingLog.Unstamped(log, row.SubmissionId, row.Try);
            findings = OutgoingStore.WriteFindings(
                [.. OutgoingStore.ReadFindings(row.Findings), Finding.Warn(ErrorCatalogue.TimeStampMissing, "")]);
        }

        transaction.Execute(SpoolSql.MarkSubmissionStamped, new
        {
            row.SubmissionId,
            row.Try,
            asked.Manifest,
            asked.Seal,
            Findings = findings,
            Now = Time.Now().Stamp(),
        });
    }

    /// <summary>What is to be sent, and what stood in the way of a stamp.</summary>
    private sealed record Asked(byte[] Manifest, byte[] Seal, Finding? Fault);
}
