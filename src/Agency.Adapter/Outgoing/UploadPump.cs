using System.Diagnostics;
using Agency.Adapter.HubLink;
using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts;
using Dapper;

namespace Agency.Adapter.Outgoing;

/// <summary>Brings large packages to the hub before their submission names them; small ones overtake, for they need no bytes there.</summary>
internal sealed class UploadPump(
    SpoolDatabase database, ContentStore contents, IHubApi hub, Pulses pulses, AdapterMetrics metrics, AdapterOptions options, TimeProvider time,
    ILogger<UploadPump> log) : Pump(pulses.Upload, metrics, time, options, log)
{
    private const int Together = 4;
    private const int AtOnce = 2;

    private readonly Pulse submit = pulses.Submit;

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        var due = database.Read(spool => spool.Query<SubmissionRow>(
            SpoolSql.ListDueSubmissions, new { Now = Time.Now().Stamp(), NeedsUpload = true, Limit = Together }).AsList());
        if (due.Count == 0)
        {
            return Until(database.Read(spool =>
                spool.ExecuteScalar<long?>(SpoolSql.FindNextSubmissionDue, new { NeedsUpload = true })));
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(due.DistinctBy(row => row.PackageSha256), parallel, async (row, token) => await UploadAsync(row, token));
        return TimeSpan.Zero;
    }

    private async Task UploadAsync(SubmissionRow row, CancellationToken cancellation)
    {
        using var step = AdapterActivity.Step("upload", row.Id, Options, ActivityKind.Client);
        try
        {
            await using var content = contents.OpenRead(row.PackageSha256);
            await hub.UploadAsync(row.PackageSha256, content, cancellation);
            CrashPoint.Pass(AdapterCrashPoints.UploadNotMarked);
            Metrics.Uploaded(TransferOutcome.Complete);
            await database.WriteAsync(transaction =>
            {
                transaction.Execute(SpoolSql.MarkSubmissionUploaded, new { row.PackageSha256, Now = Time.Now().Stamp() });
                transaction.AfterCommit(submit.Set);
            });
        }
        catch (Exception hindered) when (hindered is HubAwayException or IOException)
        {
            step?.Fail("held");
            Metrics.Uploaded(TransferOutcome.Held);
            await WaitAsync(row, hindered.Message);
        }
        catch (HubRefusedException refused)
        {
            step?.Fail(AdapterMetrics.Known(refused.Finding.Code));
            Metrics.Uploaded(TransferOutcome.Refused);
            await WaitAsync(row, refused.Finding.Code + " " + refused.Finding.English);
        }
    }

    private Task<int> WaitAsync(SubmissionRow row, string reason)
    {
        OutgoingLog.Waits(log, row.SubmissionId, row.Try, reason);
        return database.WriteAsync(transaction => transaction.Execute(SpoolSql.MarkSubmissionWaiting, new
        {
            row.SubmissionId,
            row.Try,
            DueAt = (Time.Now() + BackOff.After(Options, row.Sends)).Stamp(),
            WaitsFor = reason,
        }));
    }
}
