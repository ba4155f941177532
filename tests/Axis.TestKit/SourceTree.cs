namespace Axis.TestKit;

/// <summary>Where the sources lie: suites run from below them.</summary>
public static class SourceTree
{
    /// <summary>Folder of <c>Axis.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>Path of a file of the tree.</summary>
    public static string At(params string[] names) => Path.Combine([Root, .. names]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Axis.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No Axis.sln above " + AppContext.BaseDirectory);
    }
}
