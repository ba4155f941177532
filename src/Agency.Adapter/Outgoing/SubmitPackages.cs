using Agency.Adapter.Outgoing.Change;
using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Agency.Adapter.Outgoing;

/// <summary>Collect, check, seal, spool: the way of a package from an agency's system into the spool.</summary>
internal sealed class SubmitPackages(
    SpoolDatabase database, ContentStore contents, DiskSpace disk, CheckPackage check, SealPackage seal, FindTarget targets, JudgeRequests requests,
    Pulses pulses, AdapterMetrics metrics, AdapterOptions options, TimeProvider time) : ISubmitPackages
{
    public async Task<SubmitOutcome> SubmitAsync(SubmitRequest request, Stream package, CancellationToken cancellation) =>
        Count(await TakeAsync(request, package, cancellation));

    public async Task<SubmitOutcome> SubmitStatusAsync(SubmitRequest request, StatusRequest status, CancellationToken cancellation) =>
        Count(await TakeStatusAsync(request, status, cancellation));

    public SubmitOutcome? FindClaim(Guid claim) => database.Read(spool =>
        OutgoingStore.FindClaim(spool, claim) is { } id && OutgoingStore.Find(spool, id) is { } row
            ? new SubmitOutcome.Repeated(id, OutgoingStore.ReadFindings(row.Findings))
            : null);

    private SubmitOutcome Count(SubmitOutcome outcome)
    {
        metrics.PackageHandedOver(outcome);
        return outcome;
    }

    private async Task<SubmitOutcome> TakeAsync(SubmitRequest request, Stream package, CancellationToken cancellation)
    {
        if (request.Claim is { } claim && FindClaim(claim) is { } earlier)
        {
            return earlier;
        }

        return await StageAsync(request, package, cancellation);
    }

    private async Task<SubmitOutcome> TakeStatusAsync(SubmitRequest request, StatusRequest status, CancellationToken cancellation)
    {
        var (firstTime, removed) = status.Timestamp is null ? await FirstTimeAsync(request, cancellation) : (null, null);
        if (removed is not null)
        {
            return new SubmitOutcome.Refused([removed]);
        }

        var (draft, target, refusals) = StatusWriting.Draft(request.Agency, status, targets, firstTime ?? time.Now());
        if (draft is null)
        {
            return new SubmitOutcome.Refused(refusals);
        }

        using var bytes = new MemoryStream();
        await PackageWriter.WriteStatusAsync(bytes, draft, cancellation);
        bytes.Position = 0;
        return await StageAsync(request with { Target = target }, bytes, cancellation);
    }

    /// <summary>When the status that stands under this key was set: a repeat without a time of its own has to be the same package.</summary>
    private async Task<(DateTimeOffset? Time, Finding? Removed)> FirstTimeAsync(SubmitRequest request, CancellationToken cancellation)
    {
        var standing = request.IdempotencyKey is { } key
            ? database.Read(spool => OutgoingStore.Find(spool, SubmissionIds.OfKey(request.Agency, key)))
            : null;
        if (standing is null || standing.Kind != Axis.Contracts.Sealing.Manifest.Status)
        {
            return (null, null);
        }

        await using var package = contents.TryOpen(standing.PackageSha256);
        return package is null
            ? (null, Finding.Refuse(ErrorCatalogue.ContentRemoved, "", standing.PackageSha256))
            : ((await PackageReader.ReadAsync(package, ReadLimits.Default, null, cancellation) as ReadOutcome.Read)?.Package.Status?.Timestamp, null);
    }

    private async Task<SubmitOutcome> StageAsync(SubmitRequest request, Stream package, CancellationToken cancellation)
    {
        if (!disk.HasRoomFor(0))
        {
            return new SubmitOutcome.DiskFull(DiskSpace.Refusal);
        }

        try
        {
            using var staged = await contents.StageAsync(package, options.BodyLimit, cancellation);
            return staged is null
                ? new SubmitOutcome.Refused([Finding.Refuse(ErrorCatalogue.PackageTooLarge, "", options.BodyLimit)])
                : await SubmitAsync(request, staged, cancellation);
        }
        catch (Exception fault) when (DiskSpace.IsFull(fault))
        {
            return new SubmitOutcome.DiskFull(DiskSpace.Refusal);
        }
    }

    private async Task<SubmitOutcome> SubmitAsync(SubmitRequest request, StagedContent staged, CancellationToken cancellation)
    {
        var since = TimeProvider.System.GetUtcNow();
        var package = await check.CheckAsync(request.Agency, staged, cancellation);
        if (package.IsRefused)
        {
            return new SubmitOutcome.Refused(package.Findings);
        }

        var (target, refusal) = (request.Target, (Finding?)null);
        if (package.Package!.Status is { } status)
        {
            (target, refusal) = requests.Answer(request.Agency, status, target ?? targets.Find(request.Agency, status));
        }

        while (true)
        {
            // Sealed outside the writer, for it takes longer than the write; judged again inside, for only there it is certain.
            var handOver = database.Read(spool => OutgoingStore.Judge(spool, request, staged.Sha256));
            using var step = AdapterActivity.Step("spool", handOver.SubmissionId, options, since: since)?.Tag(AdapterActivity.Outcome, handOver.Kind);
            SealedPackage? sealedPackage = null;
            if (handOver.Kind is HandOverKind.New or HandOverKind.Afresh)
            {
                // A repeat is answered as before, whatever has become of what it speaks of.
                if ((refusal ?? requests.Refuse(request.Agency, package.Package)) is { } why)
                {
                    return new SubmitOutcome.Refused([why]);
                }

                sealedPackage = seal.Seal(handOver.SubmissionId, staged, package, target, request.Checker);
                contents.Place(staged);
            }
            else if (handOver.Kind == HandOverKind.Repeat && !contents.Has(staged.Sha256))
            {
                // It has come to rest, or the spool has lost it: which of them is seen where it is written.
                contents.Place(staged);
            }

            CrashPoint.Pass(AdapterCrashPoints.SubmissionNotWritten);
            if (await SpoolAsync(request, staged, handOver, sealedPackage) is { } outcome)
            {
                CrashPoint.Pass(AdapterCrashPoints.SubmissionNotAnswered);
                return outcome;
            }
        }
    }

    private Task<SubmitOutcome?> SpoolAsync(SubmitRequest request, StagedContent staged, HandOver judged, SealedPackage? package) =>
        database.WriteAsync<SubmitOutcome?>(transaction =>
        {
            if (OutgoingStore.Judge(transaction.Connection, request, staged.Sha256) != judged)
            {
                return null;
            }

            if (judged.Kind == HandOverKind.Conflict)
            {
                return new SubmitOutcome.Conflict(
                    judged.SubmissionId, Finding.Refuse(ErrorCatalogue.SubmissionConflict, "", judged.SubmissionId));
            }

            if (judged.Kind == HandOverKind.Repeat)
            {
                OutgoingStore.AddClaim(transaction, request.Claim, judged.SubmissionId);
                var standing = OutgoingStore.Find(transaction.Connection, judged.SubmissionId)!;
                if (standing.State is SubmissionState.Waiting or SubmissionState.Sent)
                {
                    ContentStore.Add(transaction, staged);
                }

                return new SubmitOutcome.Repeated(judged.SubmissionId, OutgoingStore.ReadFindings(standing.Findings));
            }

            OutgoingStore.Save(transaction, judged, package!, request, time.Now());
            transaction.AfterCommit(() => metrics.SubmissionSpooled(package!.Kind));
            transaction.AfterCommit(package!.Next(pulses).Set);
            return judged.Kind == HandOverKind.New
                ? new SubmitOutcome.Accepted(judged.SubmissionId, package!.Findings)
                : new SubmitOutcome.Repeated(judged.SubmissionId, package!.Findings);
        });
}
