using System.Security.Cryptography;
using Agency.Adapter.AgencySystem.Folder;
using Agency.Adapter.Outgoing;
using Axis.Simulator.Clerks;

namespace Axis.TestKit.Processes;

/// <summary>A document system that reads and writes files: puts packages into the outbox and books every file that it is shown.</summary>
internal sealed class FolderDesk(string root, AgencyBook book)
{
    private readonly HashSet<string> seen = [];

    public FolderTree Tree { get; } = new(root);

    /// <summary>Puts a package into the outbox as the folder's README asks: written under a hidden name, then renamed.</summary>
    /// <returns>The submission id that the adapter gives to bytes without a key.</returns>
    public Guid Send(string name, byte[] package)
    {
        var sha256 = Put(name, package);
        var id = SubmissionIds.OfBytes(book.Agency.Code, sha256, 0);
        book.LetterSent(id, sha256);
        return id;
    }

    /// <summary>Puts a file into the outbox that the adapter will not take; nobody books it.</summary>
    /// <returns>SHA-256 of the bytes.</returns>
    public string Put(string name, byte[] package)
    {
        Directory.CreateDirectory(Tree.Outbox);
        var hidden = Path.Combine(Tree.Outbox, "." + name);
        File.WriteAllBytes(hidden, package);
        File.Move(hidden, Path.Combine(Tree.Outbox, name));
        return Convert.ToHexStringLower(SHA256.HashData(package));
    }

    /// <summary>Books what lies in <c>inbox</c> and <c>status</c>, every file once, however many speak of one delivery.</summary>
    public void Read()
    {
        foreach (var (folder, kind) in new[] { (Tree.Inbox, "edoc"), (Tree.Status, "status") })
        {
            foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
            {
                if (seen.Add(path))
                {
                    book.Received(DeliveryOf(path), kind, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
                }
            }
        }
    }

    /// <summary>Files that show this delivery.</summary>
    public IReadOnlyList<string> FilesOf(Guid deliveryId) =>
        [.. new[] { Tree.Inbox, Tree.Status }.Where(Directory.Exists).SelectMany(Directory.GetFiles).Where(path => DeliveryOf(path) == deliveryId)];

    // Arrival, sender, code and delivery id, separated by "_".
    private static Guid DeliveryOf(string path) => Guid.ParseExact(Path.GetFileNameWithoutExtension(path).Split('_')[^1], "N");
}
