namespace Axis.Hub.Platform.Content;

/// <summary>Where things lie in the content folder. Two levels of folders by hash keep each one small.</summary>
internal sealed class ContentPaths(string folder)
{
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>One empty file per content that a sweep has still to judge.</summary>
    public string Recent => Path.Combine(Folder, ".recent");

    public string Uploads => Path.Combine(Folder, ".uploads");

    public string Locks => Path.Combine(Folder, ".locks");

    public string RecentOf(string sha256) => Path.Combine(Recent, sha256);

    public string PartOf(string owner, string sha256) => Path.Combine(Uploads, NameOf(owner), sha256);

    /// <summary>Lock files are shared by hashes and never removed: a removed lock is no lock.</summary>
    public string LockOf(string sha256) => Path.Combine(Locks, sha256[..4]);

    public string BytesOf(string sha256) => Path.Combine(Folder, sha256[..2], sha256[2..4], sha256);

    public string NoteOf(string sha256) => BytesOf(sha256) + ".note";

    /// <summary>The note of content whose bytes may not be kept.</summary>
    public string WithheldOf(string sha256) => BytesOf(sha256) + ".withheld";

    public string LeavingOf(string sha256) => BytesOf(sha256) + ".leaving";

    public string OwnersOf(string sha256) => BytesOf(sha256) + ".by";

    /// <summary>Its presence says that this owner uploaded the content, its time when that was last renewed.</summary>
    public string OwnerOf(string owner, string sha256) => Path.Combine(OwnersOf(sha256), NameOf(owner));

    private static string NameOf(string owner) => "@" + Uri.EscapeDataString(owner);
}
