namespace Axis.Hub.Platform.Content;

/// <summary>One upload of a content at a time, over all hubs of a shared folder; a process that dies gives it back.</summary>
internal sealed class ContentLock : IDisposable
{
    private readonly FileStream file;

    private ContentLock(FileStream file) => this.file = file;

    /// <summary>The lock, or null while somebody else holds it.</summary>
    public static ContentLock? TryTake(string path)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
