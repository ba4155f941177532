namespace Axis.Contracts.Tests;

/// <summary>
/// Text that outsiders see, kept in the tree and reviewed in the diff. <c>AXIS_APPROVE=1</c> writes it anew instead of comparing.
/// </summary>
internal static class Approved
{
    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("AXIS_APPROVE") == "1";

    /// <summary>Root of the working copy.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Compares <paramref name="text"/> with the file at <paramref name="path"/>, relative to the root.</summary>
    public static void Matches(string path, string text)
    {
        var file = Path.Combine(Root, path);
        var now = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Rewrite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, now);
            return;
        }

        var before = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (before != now)
        {
            Assert.Fail(Explain(path, before.Split('\n'), now.Split('\n')));
        }
    }

    private static string Explain(string path, string[] before, string[] now)
    {
        var line = 0;
        while (line < before.Length && line < now.Length && before[line] == now[line])
        {
            line++;
        }

        var suite = Path.GetRelativePath(Root, Path.Combine(AppContext.BaseDirectory, AppDomain.CurrentDomain.FriendlyName + ".dll"));
        return $"""
            {path} is not what the code says; first difference in line {line + 1}:
              approved: {before.ElementAtOrDefault(line) ?? "(end of file)"}
              now:      {now.ElementAtOrDefault(line) ?? "(end of file)"}
            If the change is meant, write the approved files anew and review the diff:
              AXIS_APPROVE=1 dotnet {suite}
            """;
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
