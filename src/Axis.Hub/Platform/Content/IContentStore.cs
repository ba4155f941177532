namespace Axis.Hub.Platform.Content;

/// <summary>
/// Port: large bytes by their SHA-256, each owner seeing only what it uploaded itself (protocol.md 7). Hashes are 64 lower-case hex digits.
/// </summary>
internal interface IContentStore
{
    /// <summary>
    /// Takes the bytes from <paramref name="offset"/> to the content's end. When it answers <see cref="PutOutcome.Complete"/>, content
    /// and note lie in their final place, synced; of content that may not be kept, the note alone. A body that breaks off throws what its
    /// stream throws; what came is kept and can be resumed.
    /// </summary>
    /// <param name="owner">Who uploads.</param>
    /// <param name="sha256">The hash that the content must have.</param>
    /// <param name="offset">Where this body begins; 0 starts again.</param>
    /// <param name="body">The rest of the content.</param>
    /// <param name="read">Reads the whole content once, while it arrives, and returns the note to keep with it.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<PutOutcome> PutAsync(
        string owner, string sha256, long offset, Stream body, ReadContent read, CancellationToken cancellation);

    /// <summary>How far this owner's upload has come, or null when it has none. Renews the life of what it finds.</summary>
    ContentProgress? Find(string owner, string sha256);

    /// <summary>The note of content that this owner uploaded whole, its bytes kept or not, or null. Renews its life.</summary>
    Task<byte[]?> FindNoteAsync(string owner, string sha256, CancellationToken cancellation);

    /// <summary>The bytes for reading, seekable, or null. Who may read them is the caller's to judge.</summary>
    Stream? OpenRead(string sha256);

    /// <summary>Removes this owner's half upload if what came of it may not be kept. Nothing happens while somebody uploads that content.</summary>
    Task<bool> DropHalfAsync(string owner, string sha256, JudgeHalf mayNotStay, CancellationToken cancellation);

    /// <summary>Removes half uploads, and content that nothing refers to, once their life has passed.</summary>
    Task<SweptContent> SweepAsync(FindReferenced referenced, CancellationToken cancellation);
}

/// <summary>Reads content from its first byte and returns the note to keep with it.</summary>
/// <param name="content">The content while it arrives, once.</param>
/// <param name="again">Opens as much of it as has been read, for whoever must look twice.</param>
/// <param name="cancellation">Gives up.</param>
internal delegate Task<ContentNote> ReadContent(Stream content, Func<Stream> again, CancellationToken cancellation);

/// <summary>True when the beginning of a content may not be kept.</summary>
internal delegate Task<bool> JudgeHalf(Stream beginning, CancellationToken cancellation);

/// <summary>What a reading leaves behind.</summary>
/// <param name="Text">The note.</param>
/// <param name="KeepsBytes">False when the content itself may not be kept: only the note is.</param>
internal readonly record struct ContentNote(byte[] Text, bool KeepsBytes = true);

/// <summary>Those of the given hashes that something refers to.</summary>
internal delegate Task<IReadOnlySet<string>> FindReferenced(IReadOnlyCollection<string> sha256, CancellationToken cancellation);

/// <summary>How far an upload has come.</summary>
internal readonly record struct ContentProgress(long Offset, bool IsComplete);

/// <summary>What a sweep removed.</summary>
internal readonly record struct SweptContent(int Uploads, int Contents);
