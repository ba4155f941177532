using Agency.Adapter.AgencySystem.Folder;
using Axis.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Agency.Adapter.Tests.Folder;

public sealed class StableFilesTests : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly TempFolder folder = new();
    private readonly FakeTimeProvider time = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Leaves_a_file_alone_while_it_is_written_and_takes_it_once_it_has_rested()
    {
        var files = new StableFiles(Rest, time);
        await using (var slow = File.Create(folder.At("slow.edxml")))
        {
            foreach (var length in Enumerable.Range(1, 5))
            {
                await slow.WriteAsync(new byte[length], TestContext.Current.CancellationToken);
                await slow.FlushAsync(TestContext.Current.CancellationToken);
                files.Look(folder.Path).ShouldBeEmpty();
                time.Advance(Rest - TimeSpan.FromMilliseconds(1));
                files.Look(folder.Path).ShouldBeEmpty();
            }
        }

        time.Advance(TimeSpan.FromMilliseconds(1));
        files.Look(folder.Path).ShouldHaveSingleItem().Name.ShouldBe("slow.edxml");
    }

    [Fact]
    public async Task Sees_that_a_file_was_written_on_after_it_had_rested()
    {
        var files = new StableFiles(Rest, time);
        var path = folder.At("rested.edxml");
        await File.WriteAllBytesAsync(path, new byte[10], TestContext.Current.CancellationToken);
        files.Look(folder.Path).ShouldBeEmpty();
        time.Advance(Rest);
        files.Look(folder.Path).ShouldHaveSingleItem();
        files.IsUnchanged("rested.edxml", new FileInfo(path)).ShouldBeTrue();

        await File.AppendAllTextAsync(path, "more", TestContext.Current.CancellationToken);

        files.IsUnchanged("rested.edxml", new FileInfo(path)).ShouldBeFalse();
    }
}
