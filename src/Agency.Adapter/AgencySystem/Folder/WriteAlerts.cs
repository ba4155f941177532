using System.Text;
using System.Text.Json;
using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.Alerts;
using Axis.Contracts;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Agency.Adapter.AgencySystem.Folder;

/// <summary>
/// Shows alerts in an agency's folder, by case number: a text for the clerk, then JSON for a program. Each is written under a hidden name, synced and renamed, so whoever reads
/// sees one version whole.
/// </summary>
internal sealed class WriteAlerts(AgencyOptions agency) : IAlertWay
{
    private readonly FolderTree tree = new(agency.Folder);

    public string Name => "folder";

    public AgencyOptions Agency => agency;

    /// <summary>A share that is away is waited for without end (protocol.md 8).</summary>
    public TimeSpan? Patience => null;

    public Task<Finding?> TellAsync(Alert alert, CancellationToken cancellation) => TryAsync(async () =>
    {
        tree.Create();
        await WriteAsync(PathOf(alert, ".txt"), Encoding.UTF8.GetBytes(AlertNote.Text(alert)), cancellation);
        await WriteAsync(PathOf(alert, ".json"), JsonSerializer.SerializeToUtf8Bytes(alert, RestJson.Options), cancellation);
    });

    public Task<Finding?> ForgetAsync(Alert alert, CancellationToken cancellation) => TryAsync(() =>
    {
        // A tree that is away is not taken for an empty one.
        File.Delete(PathOf(alert, ".json"));
        File.Delete(PathOf(alert, ".txt"));
        SyncedFolder.Sync(tree.Alerts);
        return Task.CompletedTask;
    });

    private static async Task<Finding?> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Finding.Refuse(ErrorCatalogue.AlertFileUnusable, "", fault.Message);
        }
    }

    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellation)
    {
        var half = Path.Combine(Path.GetDirectoryName(path)!, "." + Path.GetFileName(path) + ".tmp");
        await using (var file = new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None, 4096, useAsync: true))
        {
            await file.WriteAsync(bytes, cancellation);
            file.Flush(flushToDisk: true);
        }

        SyncedFolder.Move(half, path);
    }

    private string PathOf(Alert alert, string ending) => Path.Combine(tree.Alerts, SafeName.Part(AlertNote.NameOf(alert)) + ending);
}
