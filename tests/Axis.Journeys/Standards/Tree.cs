using System.Diagnostics;

namespace Axis.Journeys.Standards;

/// <summary>The working copy as a reader sees it.</summary>
internal static class Tree
{
    /// <summary>Root of the working copy.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Source files of a folder, without what a build makes, as paths relative to the root.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>What is tracked; null where the copy is no checkout (a source archive).</summary>
    public static IReadOnlyList<string>? Tracked()
    {
        if (!Path.Exists(Path.Combine(Root, ".git")))
        {
            return null;
        }

        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Root, "ls-files", "-z"]) { RedirectStandardOutput = true })!;
        var listed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return listed.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Axis.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Axis.sln above {start}.");
    }
}
