using System.Runtime.ExceptionServices;
using System.Text;
using Agency.Adapter.Outgoing;
using Axis.Contracts;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Folder;

/// <summary>
/// Sends what lies in one agency's outbox. A file is claimed by renaming it into <c>.claimed/&lt;claim&gt;/</c> and handed over under its
/// claim, which the spool keeps in the row: whatever step a crash cut off is done again with the same result (protocol.md 10, row 13).
/// </summary>
internal sealed class Outbox(
    AgencyOptions agency, AdapterOptions options, ISubmitPackages submit, ITrackSubmissions track, TimeProvider time, ILogger log)
{
    private readonly FolderTree tree = new(agency.Folder);
    private readonly StableFiles files = new(options.FolderRest, time);
    private readonly HashSet<string> foreign = new(StringComparer.Ordinal);

    /// <summary>
    /// Finishes what was claimed, claims what is at rest, and looks for answers of the hub. A file that cannot be used does not hold up the others;
    /// what was wrong with the first is thrown at the end.
    /// </summary>
    public async Task StepAsync(CancellationToken cancellation)
    {
        tree.Create();
        var held = new List<Exception>();
        var room = await EachAsync(Directory.EnumerateDirectories(tree.Claimed).Order(StringComparer.Ordinal), claim => ResumeAsync(claim, cancellation), held)
            && await EachAsync(files.Look(tree.Outbox), file => ClaimAsync(file, cancellation), held);
        foreach (var mark in room ? Directory.GetFiles(tree.Open) : [])
        {
            await AnswerAsync(mark, cancellation);
        }

        if (held.Count > 0)
        {
            ExceptionDispatchInfo.Throw(held[0]);
        }
    }

    /// <summary>False when there is no room in the spool: everything behind it would meet the same.</summary>
    private static async Task<bool> EachAsync<T>(IEnumerable<T> items, Func<T, Task<bool>> step, List<Exception> held)
    {
        foreach (var item in items)
        {
            try
            {
                if (!await step(item))
                {
                    return false;
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                held.Add(fault);
            }
        }

        return true;
    }

    private async Task<bool> ResumeAsync(string claim, CancellationToken cancellation)
    {
        var isUnsure = claim.EndsWith(FolderTree.Unsure, StringComparison.Ordinal);
        if (!Guid.TryParseExact(Path.GetFileName(isUnsure ? claim[..^FolderTree.Unsure.Length] : claim), "N", out var id))
        {
            Leave(claim);
            return true;
        }

        if (!isUnsure)
        {
            return await FinishAsync(claim, id, cancellation);
        }

        // A crash came before the look that says whether the file was still written to.
        GiveBack(claim, id);
        return true;
    }

    private async Task<bool> ClaimAsync(FileInfo file, CancellationToken cancellation)
    {
        var id = MassTransit.NewId.NextSequentialGuid();
        return Claim(file, id) is not { } claim || await FinishAsync(claim, id, cancellation);
    }

    private string? Claim(FileInfo file, Guid id)
    {
        var claim = Path.Combine(tree.Claimed, id.ToString("N"));
        var unsure = claim + FolderTree.Unsure;
        Directory.CreateDirectory(unsure);
        var claimed = Path.Combine(unsure, file.Name);
        File.Move(file.FullName, claimed);
        if (!files.IsUnchanged(file.Name, new FileInfo(claimed)))
        {
            // Somebody wrote on: it has to come to rest again.
            GiveBack(unsure, id);
            return null;
        }

        Directory.Move(unsure, claim);
        SyncedFolder.Sync(claim);
        SyncedFolder.Sync(tree.Claimed);
        CrashPoint.Pass(AdapterCrashPoints.FileClaimed);
        return claim;
    }

    /// <summary>
    /// Puts a file back into the outbox, under its name or, when another has that by now, with its claim behind it.
    /// </summary>
    private void GiveBack(string unsure, Guid id)
    {
        if (Held(unsure) is [var path] && !SyncedFolder.TryMove(path, Path.Combine(tree.Outbox, Path.GetFileName(path))))
        {
            SyncedFolder.Move(path, Path.Combine(tree.Outbox, NameOf(path, id)));
        }

        Remove(unsure);
    }

    /// <summary>
    /// The file of a claim: one, or none when it was claimed and not yet moved here, or moved on already. What would not have been taken out of the
    /// outbox is not it; among several nobody knows which.
    /// </summary>
    private static string[] Held(string claim) => [.. new DirectoryInfo(claim).EnumerateFiles().Where(StableFiles.IsOffered).Select(file => file.FullName)];

    /// <summary>Ends a claim. What somebody else has put there stays, and the folder with it.</summary>
    private void Remove(string claim)
    {
        if (Directory.EnumerateFileSystemEntries(claim).Any())
        {
            Leave(claim);
            return;
        }

        Directory.Delete(claim);
        foreign.Remove(claim);
    }

    /// <summary>Tells once of what the adapter has not made, or no longer understands; it is the operator's to remove.</summary>
    private void Leave(string path)
    {
        if (foreign.Add(path))
        {
            FolderLog.Foreign(log, agency.Code, Path.GetRelativePath(tree.Root, Path.GetDirectoryName(path)!));
        }
    }

    /// <summary>Hands a claimed file over and puts it where it belongs. False when there is no room for it now.</summary>
    private async Task<bool> FinishAsync(string claim, Guid id, CancellationToken cancellation)
    {
        if (Held(claim) is not [var path])
        {
            Remove(claim);
            return true;
        }

        var original = Path.GetFileName(path);
        switch (submit.FindClaim(id) ?? await SubmitAsync(id, path, cancellation))
        {
            case SubmitOutcome.Accepted accepted:
                Keep(claim, path, id, accepted.SubmissionId);
                return true;
            case SubmitOutcome.Repeated repeated:
                Keep(claim, path, id, repeated.SubmissionId);
                return true;
            case SubmitOutcome.Refused refused:
                await RefuseAsync(claim, path, id, original, refused.Findings, cancellation);
                return true;
            case SubmitOutcome.Conflict conflict:
                await RefuseAsync(claim, path, id, original, [conflict.Finding], cancellation);
                return true;
            case SubmitOutcome.DiskFull full:
                FolderLog.NoRoom(log, agency.Code, full.Finding.Code);
                return false;
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other}.");
        }
    }

    private async Task<SubmitOutcome> SubmitAsync(Guid claim, string path, CancellationToken cancellation)
    {
        await using var package = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, useAsync: true);
        var outcome = await submit.SubmitAsync(new SubmitRequest(agency.Code, Claim: claim), package, cancellation);
        CrashPoint.Pass(AdapterCrashPoints.FileSubmitted);
        return outcome;
    }

    private void Keep(string claim, string path, Guid id, Guid submission)
    {
        var name = NameOf(path, id);

        // The mark first: a file in sent without one would never be told what the hub says.
        using (var mark = new FileStream(Path.Combine(tree.Open, $"{submission:N}~{id:N}"), FileMode.Create, FileAccess.Write))
        {
            mark.Write(Encoding.UTF8.GetBytes(name));
            mark.Flush(flushToDisk: true);
        }

        SyncedFolder.Sync(tree.Open);
        CrashPoint.Pass(AdapterCrashPoints.FileMarked);
        Finish(claim, path, Path.Combine(tree.Sent, name));
        FolderLog.Sent(log, agency.Code, submission);
    }

    private async Task RefuseAsync(
        string claim, string path, Guid id, string original, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        var name = NameOf(path, id);
        await RefusalNote.WriteAsync(tree.Refused, name, original, findings, refused: true, time.GetUtcNow(), cancellation);
        CrashPoint.Pass(AdapterCrashPoints.FileNoted);
        Finish(claim, path, Path.Combine(tree.Refused, name));
        FolderLog.Refused(log, agency.Code, findings[0].Code);
    }

    private void Finish(string claim, string path, string target)
    {
        SyncedFolder.Move(path, target);
        CrashPoint.Pass(AdapterCrashPoints.FileMoved);
        Remove(claim);
    }

    /// <summary>What the hub answered to a file that was sent: a refusal moves it, refused receivers are noted beside it.</summary>
    private async Task AnswerAsync(string mark, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(Path.GetFileName(mark).Split('~')[0], "N", out var submission))
        {
            Leave(mark);
            return;
        }

        var name = await File.ReadAllTextAsync(mark, cancellation);
        if (track.Find(agency.Code, submission) is not { } view)
        {
            // The spool was replaced: nobody will ever answer.
            FolderLog.Unknown(log, agency.Code, submission);
            File.Delete(mark);
            return;
        }

        if (view.State is SubmissionState.Waiting or SubmissionState.Sent)
        {
            return;
        }

        var findings = view.Receipt!.Findings.Concat(view.Receipt.Receivers.Select(line => line.Finding).OfType<Finding>())
            .Where(finding => finding.Severity != Severity.Information).Distinct().ToArray();
        var refused = view.State != SubmissionState.Accepted;
        if (refused || findings.Length > 0)
        {
            var folder = refused ? tree.Refused : tree.Sent;
            await RefusalNote.WriteAsync(folder, name, name, findings, refused, view.Receipt.DecidedAt, cancellation);
        }

        var sent = Path.Combine(tree.Sent, name);
        if (refused && File.Exists(sent))
        {
            CrashPoint.Pass(AdapterCrashPoints.FileAnswered);
            SyncedFolder.Move(sent, Path.Combine(tree.Refused, name));
            FolderLog.Refused(log, agency.Code, findings.FirstOrDefault()?.Code ?? "");
        }

        File.Delete(mark);
    }

    /// <summary>The file's own name with the start of its claim: nothing that lies there is overwritten, and a crash finds the same name again.</summary>
    private static string NameOf(string path, Guid claim)
    {
        var name = SafeName.Of(Path.GetFileName(path), "package.edxml");
        return $"{Path.GetFileNameWithoutExtension(name)}~{claim.ToString("N")}{Path.GetExtension(name)}";
    }
}
