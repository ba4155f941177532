using Agency.Adapter.Tests.AgencySystem;

namespace Agency.Adapter.Tests.Folder;

/// <summary>An adapter whose agency H41 connects by folder and G22 by REST.</summary>
internal static class FolderRig
{
    public static Task<AdapterRig> StartAsync(Action<AdapterOptions>? set = null) => AdapterRig.StartAsync(options =>
    {
        options.FolderScanEvery = TimeSpan.FromMilliseconds(20);
        options.FolderRest = TimeSpan.FromMilliseconds(100);
        options.Agencies.Add(new AgencyOptions
        {
            Code = "H41",
            Interface = InboundInterface.Folder,
            Folder = TreeOf(options),
        });
        set?.Invoke(options);
    });

    public static string TreeOf(AdapterOptions options) => Path.Combine(options.SpoolFolder, "..", "h41");

    public static string Tree(this AdapterRig rig) => Path.Combine(rig.Root, "h41");

    /// <summary>Names in a folder of H41, without hidden ones.</summary>
    public static string[] Names(this AdapterRig rig, string folder)
    {
        var path = Path.Combine(rig.Tree(), folder);
        return Directory.Exists(path)
            ? [.. Directory.GetFiles(path).Select(file => Path.GetFileName(file)).Where(name => name[0] != '.').Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Everything in a folder of H41, hidden ones too.</summary>
    public static string[] All(this AdapterRig rig, params string[] folder) =>
        Directory.Exists(Path.Combine([rig.Tree(), .. folder])) ? Directory.GetFileSystemEntries(Path.Combine([rig.Tree(), .. folder])) : [];

    public static async Task PutAsync(this AdapterRig rig, string name, byte[] package)
    {
        Directory.CreateDirectory(Path.Combine(rig.Tree(), "outbox"));
        await File.WriteAllBytesAsync(Path.Combine(rig.Tree(), "outbox", name), package, TestContext.Current.CancellationToken);
    }
}
