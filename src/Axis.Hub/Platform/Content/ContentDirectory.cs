using Axis.Contracts;
using Axis.Hub.Platform.Security;

namespace Axis.Hub.Platform.Content;

/// <summary>
/// Content in a folder, which hubs may share. Bytes come to their final name by a rename after they were synced, and an owner is
/// entered last, so whatever an interrupted process leaves behind is invisible.
/// </summary>
internal sealed partial class ContentDirectory : IContentStore
{
    private readonly ContentPaths paths;
    private readonly long limit;
    private readonly TimeSpan life;
    private readonly TimeProvider time;

    /// <param name="folder">Made if absent.</param>
    /// <param name="limit">Largest content in bytes.</param>
    /// <param name="life">How long half uploads and unreferenced content live without a renewal.</param>
    /// <param name="time">The nation's clock.</param>
    public ContentDirectory(string folder, long limit, TimeSpan life, TimeProvider time)
    {
        paths = new(folder);
        this.limit = limit;
        this.life = life;
        this.time = time;
        PrivateFiles.CreateFolder(paths.Folder);
        Directory.CreateDirectory(paths.Recent);
        Directory.CreateDirectory(paths.Uploads);
        Directory.CreateDirectory(paths.Locks);
        SyncedFolder.Sync(paths.Folder);
    }

    public async Task<PutOutcome> PutAsync(
        string owner, string sha256, long offset, Stream body, ReadContent read, CancellationToken cancellation)
    {
        if (FindComplete(owner, sha256) is { } whole)
        {
            return new PutOutcome.Complete(whole);
        }

        using ContentLock? held = ContentLock.TryTake(paths.LockOf(sha256));
        if (held is null)
        {
            return new PutOutcome.Busy();
        }

        string part = paths.PartOf(owner, sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(part)!);
        Received received = await ReceiveAsync(part, sha256, offset, body, read, cancellation);
        if (received.Refusal is { } refusal)
        {
            if (refusal is not PutOutcome.OffsetWrong)
            {
                File.Delete(part);
            }

            return refusal;
        }

        CrashPoint.Pass(HubCrashPoints.ContentNotPlaced);
        Place(owner, sha256, part, received.Note);
        CrashPoint.Pass(HubCrashPoints.ContentNotAnswered);
        return new PutOutcome.Complete(received.Length);
    }

    public ContentProgress? Find(string owner, string sha256)
    {
        if (FindComplete(owner, sha256) is { } length)
        {
            return new(length, IsComplete: true);
        }

        string part = paths.PartOf(owner, sha256);
        return Touch(part) ? new(new FileInfo(part).Length, IsComplete: false) : null;
    }

    public async Task<byte[]?> FindNoteAsync(string owner, string sha256, CancellationToken cancellation) =>
        FindComplete(owner, sha256) is not null ? await File.ReadAllBytesAsync(paths.NoteOf(sha256), cancellation)
        : File.Exists(paths.OwnerOf(owner, sha256)) ? await ReadWithheldAsync(sha256, cancellation)
        : null;

    public async Task<bool> DropHalfAsync(string owner, string sha256, JudgeHalf mayNotStay, CancellationToken cancellation)
    {
        using var held = ContentLock.TryTake(paths.LockOf(sha256));
        string part = paths.PartOf(owner, sha256);
        if (held is null || !File.Exists(part))
        {
            return false;
        }

        bool drops;
        await using (var beginning = File.OpenRead(part))
        {
            drops = await mayNotStay(beginning, cancellation);
        }

        if (drops)
        {
            File.Delete(part);
        }

        return drops;
    }

    public Stream? OpenRead(string sha256)
    {
        try
        {
            return new FileStream(
                paths.BytesOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0,
                FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// Length of what this owner uploaded whole. The renewal comes before the look at the bytes: a sweep that has just taken them away
    /// looks for renewals afterwards, so one of the two notices the other.
    /// </summary>
    private long? FindComplete(string owner, string sha256)
    {
        if (!Touch(paths.OwnerOf(owner, sha256)))
        {
            return null;
        }

        var bytes = new FileInfo(paths.BytesOf(sha256));
        return bytes.Exists ? bytes.Length : null;
    }

    private async Task<Received> ReceiveAsync(
        string part, string sha256, long offset, Stream body, ReadContent read, CancellationToken cancellation)
    {
        using var file = File.OpenHandle(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, FileOptions.Asynchronous);
        long kept = RandomAccess.GetLength(file);
        if (offset > kept)
        {
            return new(0, default, new PutOutcome.OffsetWrong(kept));
        }

        RandomAccess.SetLength(file, offset);
        await using var content = new UploadStream(file, offset, body, limit);
        ContentNote note;
        try
        {
            note = await read(content, () => new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), cancellation);
            await content.DrainAsync(cancellation);
        }
        catch (UploadTooLargeException)
        {
            return new(0, default, new PutOutcome.TooLarge(limit));
        }
        finally
        {
            Touch(part);
        }

        string hash = content.Sha256;
        if (hash != sha256)
        {
            return new(0, default, new PutOutcome.HashMismatch(hash));
        }

        RandomAccess.FlushToDisk(file);
        return new(content.Position, note, null);
    }

    private void Place(string owner, string sha256, string part, ContentNote note)
    {
        string bytes = paths.BytesOf(sha256);
        string inner = Path.GetDirectoryName(bytes)!;
        Directory.CreateDirectory(paths.OwnersOf(sha256));
        WriteSynced(paths.RecentOf(sha256), []);
        SyncedFolder.Sync(paths.Recent);
        Bring(sha256);
        if (!note.KeepsBytes)
        {
            WriteSynced(paths.WithheldOf(sha256), note.Text);
            File.Delete(part);
        }
        else if (File.Exists(bytes))
        {
            File.Delete(part);
        }
        else
        {
            WriteSynced(paths.NoteOf(sha256), note.Text);
            File.Move(part, bytes);
        }

        SyncedFolder.Sync(inner);
        string mine = paths.OwnerOf(owner, sha256);
        WriteSynced(mine, []);
        Touch(mine);
        SyncedFolder.Sync(paths.OwnersOf(sha256));
        SyncedFolder.Sync(Path.GetDirectoryName(inner)!);
        SyncedFolder.Sync(paths.Folder);
    }

    /// <summary>Puts back what a removal that did not end had moved aside.</summary>
    private void Bring(string sha256)
    {
        if (File.Exists(paths.LeavingOf(sha256)) && !File.Exists(paths.BytesOf(sha256)))
        {
            File.Move(paths.LeavingOf(sha256), paths.BytesOf(sha256));
        }
    }

    private async Task<byte[]?> ReadWithheldAsync(string sha256, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(paths.WithheldOf(sha256), cancellation);
        }
        catch (FileNotFoundException)
        {
            // The bytes were swept away, or are just coming.
            return null;
        }
    }

    private static DateTimeOffset RenewedAt(string path) => new(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);

    /// <summary>Sets a file's time to now; false when there is none.</summary>
    private bool Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private void WriteSynced(string path, byte[] bytes)
    {
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, bytes, 0);
            RandomAccess.FlushToDisk(file);
        }

        Touch(path);
    }

    private readonly record struct Received(long Length, ContentNote Note, PutOutcome? Refusal);
}
