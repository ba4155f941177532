using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Agency.Adapter.HubLink;
using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts;
using Axis.Contracts.Errors;
using Dapper;

namespace Agency.Adapter.Incoming;

/// <summary>
/// Fetches the bytes of spooled deliveries from the hub, resuming by offset, with a retry of its own. Deliveries behind one adapter
/// that share content fetch it once (protocol.md 1).
/// </summary>
internal sealed class FetchPump(
    SpoolDatabase database, ContentStore contents, DiskSpace disk, IHubApi hub, Pulses pulses, AdapterMetrics metrics, AdapterOptions options,
    TimeProvider time, ILogger<FetchPump> log) : Pump(pulses.Fetch, metrics, time, options, log)
{
    private const int Together = 8;
    private const int AtOnce = 2;

    private readonly Pulse verify = pulses.Verify;
    private readonly Pulse acknowledge = pulses.Acknowledge;

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        var due = database.Read(spool => spool.Query<DeliveryRow>(SpoolSql.ListDueDeliveries, new
        {
            Phase = nameof(DeliveryPhase.ContentPending),
            Now = Time.Now().Stamp(),
            Limit = Together,
        }).AsList());
        if (due.Count == 0)
        {
            return Until(database.Read(spool => spool.ExecuteScalar<long?>(
                SpoolSql.FindNextDeliveryDue, new { Phase = nameof(DeliveryPhase.ContentPending) })));
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(due.DistinctBy(row => row.PackageSha256), parallel, async (row, token) => await FetchAsync(row, token));
        return TimeSpan.Zero;
    }

    private async Task FetchAsync(DeliveryRow row, CancellationToken cancellation)
    {
        using var step = AdapterActivity.Step("fetch", row, Options, ActivityKind.Client);
        try
        {
            if (!contents.Has(row.PackageSha256))
            {
                if (!disk.HasRoomFor(row.PackageLength))
                {
                    step?.Fail(DiskSpace.Refusal.Code);
                    Metrics.Fetched(TransferOutcome.Held);
                    await DelayAsync(row, DiskSpace.Refusal.English);
                    return;
                }

                if (await DownloadAsync(row, cancellation) is { } finding)
                {
                    step?.Fail(finding.Code);
                    Metrics.Fetched(TransferOutcome.Refused);
                    await FailAsync(row, finding);
                    return;
                }

                Metrics.Fetched(TransferOutcome.Complete);
            }

            await database.WriteAsync(transaction =>
            {
                transaction.Execute(SpoolSql.MarkContentHere, new { row.PackageSha256, Now = Time.Now().Stamp() });
                transaction.AfterCommit(verify.Set);
            });
        }
        catch (HubAwayException away)
        {
            step?.Fail("held");
            Metrics.Fetched(TransferOutcome.Held);
            await DelayAsync(row, away.Message);
        }
        catch (HubRefusedException refused)
        {
            step?.Fail(AdapterMetrics.Known(refused.Finding.Code));
            Metrics.Fetched(TransferOutcome.Refused);
            await FailAsync(row, refused.Finding);
        }
    }

    private async Task<Finding?> DownloadAsync(DeliveryRow row, CancellationToken cancellation)
    {
        var path = contents.HalfOf(row.PackageSha256);
        await using (var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read))
        {
            file.Seek(0, SeekOrigin.End);
            if (file.Position < row.PackageLength)
            {
                await using var arriving = await hub.DownloadAsync(row.PackageSha256, file.Position, cancellation);
                if (arriving is null)
                {
                    return Finding.Refuse(ErrorCatalogue.DeliveredContentMissing, "", row.PackageSha256);
                }

                await CopyAsync(arriving, file, row.PackageLength, cancellation);
            }
        }

        string sha256;
        long length;
        await using (var whole = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan))
        {
            length = whole.Length;
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(whole, cancellation));
        }

        if (length < row.PackageLength)
        {
            throw new HubAwayException(string.Create(CultureInfo.InvariantCulture, $"The content broke off at {length} of {row.PackageLength} bytes."));
        }

        var isWanted = true;
        using (var staged = new StagedContent(sha256, length, null, path, contents))
        {
            if (sha256 != row.PackageSha256 || length != row.PackageLength)
            {
                return Finding.Refuse(ErrorCatalogue.PackageHashMismatch, "");
            }

            contents.Place(staged);
            isWanted = await database.WriteAsync(transaction => Add(transaction, staged));
        }

        if (!isWanted)
        {
            contents.RemoveFile(sha256);
        }

        return null;
    }

    /// <summary>False when all that wanted it were given back or destroyed meanwhile.</summary>
    private static bool Add(SpoolTransaction transaction, StagedContent staged)
    {
        var isWanted = transaction.Find<int>(SpoolSql.CountPending, new { PackageSha256 = staged.Sha256 }) > 0;
        if (isWanted)
        {
            ContentStore.Add(transaction, staged);
        }

        return isWanted;
    }

    /// <summary>Copies, but never more than was announced: a hub gone wrong must not fill the disk.</summary>
    private static async Task CopyAsync(Stream from, FileStream to, long upTo, CancellationToken cancellation)
    {
        var block = new byte[64 * 1024];
        int count;
        while (to.Position <= upTo && (count = await HubFaults.ReadAsync(from, block, cancellation)) > 0)
        {
            await to.WriteAsync(block.AsMemory(0, count), cancellation);
            CrashPoint.Pass(AdapterCrashPoints.FetchBlock);
        }
    }

    private Task FailAsync(DeliveryRow row, Finding finding) => database.WriteAsync(transaction =>
    {
        // All that share the content, each under the attempt it stands for.
        var sharing = transaction.List<DeliveryRow>(SpoolSql.ListDueDeliveries, new
        {
            Phase = nameof(DeliveryPhase.ContentPending),
            Now = long.MaxValue,
            Limit = int.MaxValue,
        });
        foreach (var one in sharing.Where(one => one.PackageSha256 == row.PackageSha256))
        {
            IncomingLog.Failed(log, one.Id, one.Attempt, finding.Code);
            IncomingStore.Fail(transaction, one, Time.Now(), finding.Code + " " + finding.English);
            transaction.AfterCommit(() => Metrics.DeliveryFailed(one.Kind, finding.Code));
        }

        transaction.AfterCommit(acknowledge.Set);
    });

    private Task<int> DelayAsync(DeliveryRow row, string reason)
    {
        IncomingLog.Waits(log, row.Id, reason);
        return database.WriteAsync(transaction => transaction.Execute(SpoolSql.DelayContent, new
        {
            row.PackageSha256,
            DueAt = (Time.Now() + BackOff.After(Options, row.Tries)).Stamp(),
            WaitsFor = reason,
        }));
    }
}
