namespace Agency.Adapter.AgencySystem.Folder;

/// <summary>
/// Which files of an outbox nobody writes to any more: size and time of writing have not changed for a while, by the adapter's clock.
/// The disk's own clock is only compared with itself.
/// </summary>
internal sealed class StableFiles(TimeSpan rest, TimeProvider time)
{
    private readonly Dictionary<string, Seen> seen = [];

    /// <summary>Looks at the files again and returns those at rest, oldest first.</summary>
    public IReadOnlyList<FileInfo> Look(string outbox)
    {
        var now = time.GetUtcNow();
        var files = new DirectoryInfo(outbox).EnumerateFiles().Where(IsOffered).ToArray();
        var names = files.Select(file => file.Name).ToHashSet();
        foreach (var gone in seen.Keys.Where(name => !names.Contains(name)).ToArray())
        {
            seen.Remove(gone);
        }

        foreach (var file in files)
        {
            if (!seen.TryGetValue(file.Name, out var before) || before.Length != file.Length || before.WrittenAt != file.LastWriteTimeUtc)
            {
                seen[file.Name] = new(file.Length, file.LastWriteTimeUtc, now);
            }
        }

        return [.. files.Where(file => now - seen[file.Name].Since >= rest).OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>True when the file, which has been moved, is still as it was seen.</summary>
    public bool IsUnchanged(string name, FileInfo moved) =>
        seen.TryGetValue(name, out var before) && before.Length == moved.Length && before.WrittenAt == moved.LastWriteTimeUtc;

    /// <summary>
    /// Hidden files and the usual names of half-written ones are nobody's yet; links lead out of the tree; a name whose bytes are not UTF-8 leads
    /// nowhere.
    /// </summary>
    public static bool IsOffered(FileInfo file) =>
        file.Name[0] is not ('.' or '~') && file is { Exists: true, LinkTarget: null }
        && Path.GetExtension(file.Name).ToLowerInvariant() is not (".tmp" or ".part" or ".filepart" or ".crdownload");

    private sealed record Seen(long Length, DateTime WrittenAt, DateTimeOffset Since);
}
