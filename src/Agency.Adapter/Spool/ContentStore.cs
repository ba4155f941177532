using System.Buffers;
using System.Security.Cryptography;
using Axis.Contracts;
using Dapper;
using MassTransit;

namespace Agency.Adapter.Spool;

/// <summary>
/// Package bytes beside the rows that name them. Large ones lie in files, sharded by hash, which are in place and synced before a
/// row names them; a file without a row (protocol.md 10, row 2) is swept at the next start, when nothing else runs.
/// </summary>
internal sealed class ContentStore
{
    private const int Block = 64 * 1024;
    private const string Fetching = ".fetch";

    private readonly SpoolDatabase database;
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> placed = [];
    private readonly string folder;
    private readonly string half;
    private readonly int inlineLimit;

    public ContentStore(SpoolDatabase database, AdapterOptions options)
    {
        this.database = database;
        inlineLimit = options.InlineLimit;
        folder = Path.Combine(Path.GetFullPath(options.SpoolFolder), "content");
        half = Path.Combine(Path.GetFullPath(options.SpoolFolder), "half");
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(half);
        Sweep();
    }

    /// <summary>Takes bytes in and measures them; <c>null</c> when there are more than <paramref name="limit"/>.</summary>
    public async Task<StagedContent?> StageAsync(Stream source, long limit, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = ArrayPool<byte>.Shared.Rent(Math.Max(Block, inlineLimit + 1));
        FileStream? file = null;
        string? path = null;
        var kept = false;
        try
        {
            var held = 0;
            long length = 0;
            int count;
            while ((count = await source.ReadAsync(block.AsMemory(held), cancellation)) > 0)
            {
                hash.AppendData(block, held, count);
                held += count;
                length += count;
                if (length > limit)
                {
                    return null;
                }

                if (length > inlineLimit)
                {
                    path ??= Path.Combine(half, NewId.NextSequentialGuid().ToString("N"));
                    file ??= new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 0, FileOptions.Asynchronous);
                    await file.WriteAsync(block.AsMemory(0, held), cancellation);
                    held = 0;
                }
            }

            var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            kept = true;
            return file is null
                ? new StagedContent(sha256, length, block[..held], null)
                : new StagedContent(sha256, length, null, path, this);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
            if (file is not null)
            {
                await file.DisposeAsync();
                if (!kept)
                {
                    File.Delete(path!);
                }
            }
        }
    }

    /// <summary>Puts staged bytes where a row may name them: synced, renamed, folder synced. Small ones go with the row itself.</summary>
    public void Place(StagedContent staged)
    {
        if (staged.File is null)
        {
            return;
        }

        using (var handle = File.OpenHandle(staged.File, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(handle);
        }

        var target = PathOf(staged.Sha256);
        var shard = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(shard))
        {
            Directory.CreateDirectory(shard);
            SyncedFolder.Sync(folder);
        }

        lock (gate)
        {
            placed[staged.File] = staged.Sha256;
            SyncedFolder.Move(staged.File, target);
        }

        CrashPoint.Pass(AdapterCrashPoints.ContentNotNamed);
    }

    /// <summary>Writes the row of placed content, in the transaction of the row that names it.</summary>
    public static void Add(SpoolTransaction transaction, StagedContent staged) =>
        transaction.Execute(SpoolSql.AddContent, new { staged.Sha256, staged.Length, staged.Bytes });

    /// <summary>Something new names this content: whatever was to become of it, its time begins anew.</summary>
    public static void Wake(SpoolTransaction transaction, string sha256) => transaction.Execute(SpoolSql.WakeContent, new { Sha256 = sha256 });

    /// <summary>
    /// Takes the bytes from a delivery for good, and out of the spool unless something else here is the same bytes.
    /// </summary>
    /// <returns>The hash of the content whose row went and whose file may go; <c>null</c> when it stays.</returns>
    public static string? Destroy(SpoolTransaction transaction, DeliveryRow row, DateTimeOffset now)
    {
        transaction.Execute(SpoolSql.DestroyDelivery, new { row.DeliveryId, Now = now.Stamp() });
        var removed = transaction.Find<string>(SpoolSql.DestroyContent, new { Sha256 = row.PackageSha256 });
        if (removed is not null)
        {
            Wake(transaction, removed);
        }

        return removed;
    }

    /// <summary>Whether the content is here, and its bytes when they are small.</summary>
    public (bool IsHere, byte[]? Bytes) FindSmall(string sha256) => Find(sha256) is { } row ? (true, row.Bytes) : (false, null);

    /// <summary>True when the content is here.</summary>
    public bool Has(string sha256) => Find(sha256) is not null;

    /// <summary>Opens content that something unresolved names, so that it is here.</summary>
    public Stream OpenRead(string sha256) =>
        TryOpen(sha256) ?? throw new FileNotFoundException($"The spool has no content {sha256}.");

    /// <summary>Opens content, or returns <c>null</c> when it was removed after it had come to rest.</summary>
    public Stream? TryOpen(string sha256)
    {
        if (Find(sha256) is not { } row)
        {
            return null;
        }

        try
        {
            return row.Bytes is { } bytes
                ? new MemoryStream(bytes, writable: false)
                : new FileStream(
                    PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Block, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (FileNotFoundException) when (!Has(sha256))
        {
            return null;
        }
    }

    /// <summary>Where a half fetched content grows, so that it is resumed.</summary>
    public string HalfOf(string sha256) => Path.Combine(half, sha256 + Fetching);

    /// <summary>Half fetched contents that nothing has been added to since a time of this machine's disk.</summary>
    public IEnumerable<(string Sha256, string Path)> ListHalves(DateTimeOffset before) => Directory.EnumerateFiles(half, "*" + Fetching)
        .Where(path => File.GetLastWriteTimeUtc(path) < before.UtcDateTime)
        .Select(path => (Path.GetFileNameWithoutExtension(path), path));

    /// <summary>
    /// Removes the file of content whose row was removed; small content has none. One that came again meanwhile stays: its row is there, or is about to be
    /// written.
    /// </summary>
    public void RemoveFile(string sha256)
    {
        lock (gate)
        {
            if (!placed.ContainsValue(sha256) && !Has(sha256) && File.Exists(PathOf(sha256)))
            {
                File.Delete(PathOf(sha256));
            }
        }
    }

    /// <summary>Removes what was fetched in part; absent is fine.</summary>
    public void RemoveHalf(string sha256) => File.Delete(HalfOf(sha256));

    /// <summary>The row that names placed content is written, or never will be.</summary>
    internal void Release(string stagedFile)
    {
        lock (gate)
        {
            placed.Remove(stagedFile);
        }
    }

    private ContentRow? Find(string sha256) =>
        database.Read(spool => spool.QueryFirstOrDefault<ContentRow>(SpoolSql.FindContent, new { Sha256 = sha256 }));

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);

    private void Sweep()
    {
        var named = database.Read(spool => spool.Query<string>(SpoolSql.ListContentFiles)).ToHashSet(StringComparer.Ordinal);
        foreach (var orphan in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !named.Contains(Path.GetFileName(file))))
        {
            File.Delete(orphan);
        }

        foreach (var left in Directory.EnumerateFiles(half).Where(file => !file.EndsWith(Fetching, StringComparison.Ordinal)))
        {
            File.Delete(left);
        }
    }

    private sealed record ContentRow
    {
        public string Sha256 { get; init; } = "";
        public long Length { get; init; }
        public byte[]? Bytes { get; init; }
    }
}
