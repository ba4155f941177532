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
    public void Leaves_a_file_where_it_is_when_its_new_name_is_taken()
    {
        string from = Path.Combine(folder.FullName, "from"), to = Path.Combine(folder.FullName, "to");
        File.WriteAllText(from, "mine");
        File.WriteAllText(to, "another's");

        SyncedFolder.TryMove(from, to).ShouldBeFalse();
        (File.ReadAllText(from), File.ReadAllText(to)).ShouldBe(("mine", "another's"));
        File.Delete(to);
        SyncedFolder.TryMove(from, to).ShouldBeTrue();
        (File.Exists(from), File.ReadAllText(to)).ShouldBe((false, "mine"));
    }

    [Fact]
    public async Task Ends_a_move_that_a_crash_cut_off_between_the_new_name_and_the_old_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there two names are known for one file's.");
        string from = Path.Combine(folder.FullName, "từ"), to = Path.Combine(folder.FullName, "to");
        File.WriteAllText(from, "mine");
        using (var link = System.Diagnostics.Process.Start("ln", [from, to]))
        {
            await link.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        SyncedFolder.TryMove(from, to).ShouldBeTrue();

        (File.Exists(from), File.ReadAllText(to)).ShouldBe((false, "mine"));
    }

    [Fact]
    public void Does_not_take_a_copy_for_the_file()
    {
        string from = Path.Combine(folder.FullName, "from"), to = Path.Combine(folder.FullName, "to");
        File.WriteAllText(from, "the same");
        File.Copy(from, to);

        SyncedFolder.TryMove(from, to).ShouldBeFalse();

        File.Exists(from).ShouldBeTrue();
    }

    [Fact]
    public void Says_what_the_system_says_of_a_file_that_is_not_there() =>
        Should.Throw<IOException>(() => SyncedFolder.TryMove(Path.Combine(folder.FullName, "absent"), Path.Combine(folder.FullName, "to")));

    [Fact]
    public async Task Of_many_that_take_one_name_at_once_one_gets_it_and_nobody_loses_a_file()
    {
        // One round seldom meets the instant at which two have both found the name free.
        foreach (var round in Enumerable.Range(0, 200))
        {
            var inner = folder.CreateSubdirectory($"{round}").FullName;
            var to = Path.Combine(inner, "to");
            var files = Enumerable.Range(0, 4).Select(number => Path.Combine(inner, $"{number}")).ToList();
            files.ForEach(file => File.WriteAllText(file, file));
            using var start = new Barrier(files.Count);

            var moved = await Task.WhenAll(files.Select(file => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait(TestContext.Current.CancellationToken);
                    return SyncedFolder.TryMove(file, to);
                },
                TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

            moved.Count(done => done).ShouldBe(1);
            File.ReadAllText(to).ShouldBe(files[moved.IndexOf(true)]);
            files.Count(File.Exists).ShouldBe(files.Count - 1);
        }
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
