namespace Agency.Adapter.Spool;

/// <summary>Bytes taken in and measured, not named by any row yet: in memory when small, else in a file that is not synced.</summary>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Bytes">The bytes when small.</param>
/// <param name="File">The file when not.</param>
/// <param name="Store">Where the file is placed; <c>null</c> for small ones.</param>
internal sealed record StagedContent(string Sha256, long Length, byte[]? Bytes, string? File, ContentStore? Store = null) : IDisposable
{
    /// <summary>Opens them from the start.</summary>
    public Stream OpenRead() => Bytes is { } bytes
        ? new MemoryStream(bytes, writable: false)
        : new FileStream(File!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, FileOptions.SequentialScan);

    /// <summary>Throws away what was not kept, and lets the store remove what was, once it has come to rest.</summary>
    public void Dispose()
    {
        if (File is not null)
        {
            System.IO.File.Delete(File);
            Store?.Release(File);
        }
    }
}
