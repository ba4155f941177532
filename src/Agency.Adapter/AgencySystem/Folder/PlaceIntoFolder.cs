using System.Security.Cryptography;
using Agency.Adapter.Incoming;
using Agency.Adapter.Marks;
using Axis.Contracts;
using Axis.Contracts.Sealing;

namespace Agency.Adapter.AgencySystem.Folder;

/// <summary>
/// Shows arriving packages in the agency's folders (protocol.md 10, row 13). The name is made of the delivery alone, so however often a
/// step runs again there is one file.
/// </summary>
internal sealed class PlaceIntoFolder : IPlacePackages
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public InboundInterface Interface => InboundInterface.Folder;

    public async Task StageAsync(InboxItem item, Stream package, AgencyOptions agency, CancellationToken cancellation)
    {
        var tree = new FolderTree(agency.Folder);
        tree.Create();
        await using (var file = new FileStream(PartOf(tree, item.DeliveryId), FileMode.Create, FileAccess.Write, FileShare.None, 128 * 1024, useAsync: true))
        {
            await package.CopyToAsync(file, cancellation);
            file.Flush(flushToDisk: true);
        }

        SyncedFolder.Sync(tree.Parts);
    }

    public Task PlaceAsync(InboxItem item, AgencyOptions agency, CancellationToken cancellation)
    {
        var tree = new FolderTree(agency.Folder);
        var part = PartOf(tree, item.DeliveryId);
        var folder = item.Kind == Manifest.Status ? tree.Status : tree.Inbox;
        if (File.Exists(part))
        {
            // A file of this name is this delivery: it can only be there when a higher attempt brings the same bytes once more.
            SyncedFolder.Move(part, Path.Combine(folder, NameOf(item)));
        }
        else
        {
            SyncedFolder.Sync(folder);
        }

        SyncedFolder.Sync(tree.Parts);
        return Task.CompletedTask;
    }

    public async Task WithdrawAsync(InboxItem item, Marking why, AgencyOptions agency, CancellationToken cancellation)
    {
        var tree = new FolderTree(agency.Folder);
        File.Delete(PartOf(tree, item.DeliveryId));
        if (!item.Taken)
        {
            // Never shown: there is nothing to say.
            return;
        }

        // A tree that is away is not made anew: what lies in it would be taken for removed.
        var folder = item.Kind == Manifest.Status ? tree.Status : tree.Inbox;
        var shown = Directory.EnumerateFiles(folder, $"*_{item.DeliveryId:N}.edxml").ToArray();
        foreach (var path in shown)
        {
            var isOurs = await IsOursAsync(path, item.PackageSha256, cancellation);
            await DestroyedNote.WriteAsync(path, item, why, isOurs ? FileFate.Removed : FileFate.Changed, cancellation);
            if (isOurs)
            {
                File.Delete(path);
            }
        }

        if (shown.Length == 0)
        {
            await DestroyedNote.WriteAsync(Path.Combine(folder, NameOf(item)), item, why, FileFate.Moved, cancellation);
        }

        SyncedFolder.Sync(folder);
    }

    public Task DiscardAsync(Guid deliveryId, AgencyOptions agency, CancellationToken cancellation)
    {
        File.Delete(PartOf(new(agency.Folder), deliveryId));
        return Task.CompletedTask;
    }

    /// <summary>Time of arrival in Vietnam, sender, code, delivery id: sorts by arrival, and no two deliveries share it.</summary>
    public static string NameOf(InboxItem item)
    {
        var about = item.Metadata.StatusCode is { } status ? $"{status}_{item.Metadata.Code}" : item.Metadata.Code ?? "";
        return $"{item.ReceivedAt.ToOffset(Vietnam):yyyyMMdd-HHmmss}_{SafeName.Part(item.Metadata.SenderCode)}_{SafeName.Part(about)}_{item.DeliveryId:N}.edxml";
    }

    /// <summary>True when the file is the package as it was put there; a link leads to something else.</summary>
    private static async Task<bool> IsOursAsync(string path, string sha256, CancellationToken cancellation)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            return false;
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, useAsync: true);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) == sha256;
    }

    private static string PartOf(FolderTree tree, Guid deliveryId) => Path.Combine(tree.Parts, deliveryId.ToString("N"));
}
