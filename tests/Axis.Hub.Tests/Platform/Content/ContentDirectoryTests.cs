using System.Security.Cryptography;
using Axis.Hub.Platform.Content;
using Microsoft.Extensions.Time.Testing;

namespace Axis.Hub.Tests.Platform.Content;

public sealed class ContentDirectoryTests : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly string folder = Directory.CreateTempSubdirectory("axis-content-").FullName;
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
    private readonly byte[] content = RandomNumberGenerator.GetBytes(300_000);
    private readonly string sha256;
    private int readings;
    private bool isWithheld;

    public ContentDirectoryTests() => sha256 = Convert.ToHexStringLower(SHA256.HashData(content));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ContentDirectory Store => new(folder, 1_000_000, Day, time);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_put_can_be_read_and_its_note_too()
    {
        (await PutAsync("H37", 0, content)).ShouldBe(new PutOutcome.Complete(content.Length));
        (await ReadAsync()).ShouldBe(content);
        (await Store.FindNoteAsync("H37", sha256, Cancelled)).ShouldBe(BitConverter.GetBytes(content.Length));
        Store.Find("H37", sha256).ShouldBe(new ContentProgress(content.Length, true));
    }

    [Fact]
    public async Task A_broken_upload_is_invisible_and_goes_on_where_it_stopped()
    {
        await Should.ThrowAsync<IOException>(() => PutAsync("H37", 0, content[..200_000], broken: true));
        Store.Find("H37", sha256).ShouldBe(new ContentProgress(200_000, false));
        Store.OpenRead(sha256).ShouldBeNull();
        (await Store.FindNoteAsync("H37", sha256, Cancelled)).ShouldBeNull();

        (await PutAsync("H37", 200_000, content[200_000..])).ShouldBe(new PutOutcome.Complete(content.Length));
        (await ReadAsync()).ShouldBe(content);
        (await Store.FindNoteAsync("H37", sha256, Cancelled)).ShouldBe(BitConverter.GetBytes(content.Length));
    }

    [Fact]
    public async Task A_gap_is_refused_and_told_and_an_overlap_is_written_again()
    {
        await Should.ThrowAsync<IOException>(() => PutAsync("H37", 0, content[..200_000], broken: true));
        (await PutAsync("H37", 250_000, content[250_000..])).ShouldBe(new PutOutcome.OffsetWrong(200_000));
        (await PutAsync("H37", 100_000, content[100_000..])).ShouldBe(new PutOutcome.Complete(content.Length));
    }

    [Fact]
    public async Task Another_hash_throws_the_upload_away()
    {
        byte[] other = [.. content];
        other[7] ^= 1;
        (await PutAsync("H37", 0, other)).ShouldBeOfType<PutOutcome.HashMismatch>();
        Store.Find("H37", sha256).ShouldBeNull();
        Store.OpenRead(sha256).ShouldBeNull();
    }

    [Fact]
    public async Task Too_much_is_refused() =>
        (await PutAsync("H37", 0, new byte[1_000_001])).ShouldBe(new PutOutcome.TooLarge(1_000_000));

    [Fact]
    public async Task A_repeat_reads_nothing()
    {
        await PutAsync("H37", 0, content);
        (await PutAsync("H37", 0, [], broken: true)).ShouldBe(new PutOutcome.Complete(content.Length));
        readings.ShouldBe(1);
    }

    [Fact]
    public async Task Another_owner_knows_nothing_until_it_has_sent_every_byte()
    {
        await PutAsync("H37", 0, content);
        Store.Find("H41", sha256).ShouldBeNull();
        (await Store.FindNoteAsync("H41", sha256, Cancelled)).ShouldBeNull();
        (await PutAsync("H41", 200_000, content[200_000..])).ShouldBe(new PutOutcome.OffsetWrong(0));

        (await PutAsync("H41", 0, content)).ShouldBe(new PutOutcome.Complete(content.Length));
        Store.Find("H41", sha256)!.Value.IsComplete.ShouldBeTrue();
        Directory.GetFiles(Path.Combine(folder, ".uploads"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_uploads_of_one_content_do_not_mix()
    {
        using var gate = new GatedStream(content);
        Task<PutOutcome> first = Store.PutAsync("H37", sha256, 0, gate, CountAsync, Cancelled);
        await gate.Entered.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancelled);
        (await PutAsync("H37", 0, content)).ShouldBeOfType<PutOutcome.Busy>();
        gate.Open.SetResult();
        (await first).ShouldBe(new PutOutcome.Complete(content.Length));
    }

    [Fact]
    public async Task A_reader_that_has_seen_enough_does_not_cut_the_content()
    {
        (await Store.PutAsync("H37", sha256, 0, new MemoryStream(content), (_, _, _) => Task.FromResult(new ContentNote([])), Cancelled))
            .ShouldBe(new PutOutcome.Complete(content.Length));
        (await ReadAsync()).ShouldBe(content);
    }

    [Fact]
    public async Task Half_uploads_go_after_a_day_and_not_before()
    {
        await Should.ThrowAsync<IOException>(() => PutAsync("H37", 0, content[..10], broken: true));
        time.Advance(Day - TimeSpan.FromMinutes(1));
        (await SweepAsync()).ShouldBe(new SweptContent(0, 0));
        time.Advance(TimeSpan.FromMinutes(2));
        (await SweepAsync()).ShouldBe(new SweptContent(1, 0));
        Store.Find("H37", sha256).ShouldBeNull();
    }

    [Fact]
    public async Task Unreferenced_content_goes_a_day_after_its_last_renewal()
    {
        await PutAsync("H37", 0, content);
        time.Advance(Day / 2);
        Store.Find("H37", sha256).ShouldNotBeNull();
        time.Advance(Day / 2 + TimeSpan.FromMinutes(1));
        (await SweepAsync()).ShouldBe(new SweptContent(0, 0));
        time.Advance(Day / 2);
        (await SweepAsync()).ShouldBe(new SweptContent(0, 1));
        Store.OpenRead(sha256).ShouldBeNull();
        Store.Find("H37", sha256).ShouldBeNull();
        (await PutAsync("H37", 0, content)).ShouldBe(new PutOutcome.Complete(content.Length));
    }

    [Fact]
    public async Task Referenced_content_stays_for_ever()
    {
        await PutAsync("H37", 0, content);
        time.Advance(2 * Day);
        (await SweepAsync(sha256)).ShouldBe(new SweptContent(0, 0));
        time.Advance(2 * Day);
        (await SweepAsync()).ShouldBe(new SweptContent(0, 0));
        (await ReadAsync()).ShouldBe(content);
    }

    [Fact]
    public async Task A_renewal_during_a_sweep_saves_the_content()
    {
        await PutAsync("H37", 0, content);
        time.Advance(2 * Day);
        await Store.SweepAsync(async (_, _) =>
        {
            (await Store.FindNoteAsync("H37", sha256, Cancelled)).ShouldNotBeNull();
            return new HashSet<string>();
        }, Cancelled);
        (await ReadAsync()).ShouldBe(content);
    }

    [Fact]
    public async Task A_removal_that_died_half_way_is_brought_back_by_an_upload()
    {
        await PutAsync("H37", 0, content);
        string bytes = Path.Combine(folder, sha256[..2], sha256[2..4], sha256);
        File.Move(bytes, bytes + ".leaving");
        Store.Find("H37", sha256).ShouldBeNull();
        (await PutAsync("H37", 0, content)).ShouldBe(new PutOutcome.Complete(content.Length));
        (await ReadAsync()).ShouldBe(content);
    }

    [Fact]
    public async Task Of_what_may_not_be_kept_the_note_alone_is()
    {
        isWithheld = true;
        (await PutAsync("H37", 0, content)).ShouldBe(new PutOutcome.Complete(content.Length));
        (await Store.FindNoteAsync("H37", sha256, Cancelled)).ShouldBe(BitConverter.GetBytes(content.Length));
        (await Store.FindNoteAsync("H41", sha256, Cancelled)).ShouldBeNull();
        Store.OpenRead(sha256).ShouldBeNull();
        BytesOnDisk().ShouldBe(sizeof(int));

        // It is as absent as before for a new upload, and goes with its life.
        (await PutAsync("H37", 0, content)).ShouldBe(new PutOutcome.Complete(content.Length));
        time.Advance(Day + Day);
        (await SweepAsync()).Contents.ShouldBe(1);
        (await Store.FindNoteAsync("H37", sha256, Cancelled)).ShouldBeNull();
        BytesOnDisk().ShouldBe(0);
    }

    [Fact]
    public async Task A_half_that_may_not_be_kept_is_dropped_and_any_other_stays()
    {
        await Should.ThrowAsync<IOException>(() => PutAsync("H37", 0, content[..200_000], broken: true));
        (await Store.DropHalfAsync("H37", sha256, (half, _) => Task.FromResult(half.Length != 200_000), Cancelled)).ShouldBeFalse();
        Store.Find("H37", sha256).ShouldBe(new ContentProgress(200_000, false));
        (await Store.DropHalfAsync("H37", sha256, (_, _) => Task.FromResult(true), Cancelled)).ShouldBeTrue();
        Store.Find("H37", sha256).ShouldBeNull();
        BytesOnDisk().ShouldBe(0);
    }

    private long BytesOnDisk() => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private async Task<PutOutcome> PutAsync(string owner, long offset, byte[] bytes, bool broken = false)
    {
        using Stream body = broken ? new BreakingStream(bytes) : new MemoryStream(bytes);
        return await Store.PutAsync(owner, sha256, offset, body, CountAsync, Cancelled);
    }

    private async Task<ContentNote> CountAsync(Stream stream, Func<Stream> again, CancellationToken cancellation)
    {
        Interlocked.Increment(ref readings);
        int length = 0;
        byte[] chunk = new byte[10_000];
        for (int count; (count = await stream.ReadAsync(chunk, cancellation)) > 0;)
        {
            length += count;
        }

        return new(BitConverter.GetBytes(length), KeepsBytes: !isWithheld);
    }

    private async Task<byte[]> ReadAsync()
    {
        await using Stream stream = Store.OpenRead(sha256).ShouldNotBeNull();
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Cancelled);
        return all.ToArray();
    }

    private Task<SweptContent> SweepAsync(params string[] referenced) =>
        Store.SweepAsync((_, _) => Task.FromResult<IReadOnlySet<string>>(referenced.ToHashSet()), Cancelled);

    /// <summary>Ends as a lost connection does.</summary>
    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = await base.ReadAsync(buffer, cancellationToken);
            return count > 0 ? count : throw new IOException("The connection was lost.");
        }
    }

    private sealed class GatedStream(byte[] bytes) : MemoryStream(bytes)
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Entered.TrySetResult();
            await Open.Task;
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
