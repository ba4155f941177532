namespace Axis.Contracts.Tests;

/// <summary>That an entry outlives a power cut cannot be tested here; that the calls are made and say what goes wrong can.</summary>
public sealed class SyncedFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("axis-synced-");

    [Fact]
    public void Moves_a_file_over_what_is_there()
    {
        string from = Path.Combine(folder.FullName, "from"), to = Path.Combine(folder.FullName, "to");
        File.WriteAllText(from, "new");
        File.WriteAllText(to, "old");

        SyncedFolder.Move(from, to);

        File.Exists(from).ShouldBeFalse();
        File.ReadAllText(to).ShouldBe("new");
    }

    [Fact]
    public void Syncs_a_folder_whose_name_is_not_ascii()
    {
        DirectoryInfo named = folder.CreateSubdirectory("công văn đến");
        Should.NotThrow(() => SyncedFolder.Sync(named.FullName));
    }

    [Fact]
    public void Says_what_the_system_says_of_a_folder_that_is_not_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has nothing to sync.");
        Should.Throw<IOException>(() => SyncedFolder.Sync(Path.Combine(folder.FullName, "absent"))).Message.ShouldContain("No such file or directory");
    }

    public void Dispose() => folder.Delete(recursive: true);
}
