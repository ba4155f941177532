using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Edxml;

namespace Agency.Adapter.Tests.Rest;

/// <summary>Measures the heap of the process, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(LargePackageTests), DisableParallelization = true)]
[Collection(nameof(LargePackageTests))]
public class LargePackageTests
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task Streams_a_package_of_100_MB_in_and_out_without_holding_it()
    {
        await using var rig = await AdapterRig.StartAsync();
        var path = rig.At("large.edxml");
        await using (var file = File.Create(path))
        {
            var draft = Letters.Draft() with { Attachments = [new AttachmentDraft("Bản đồ.pdf", () => new Noise(75 * Megabyte))] };
            await PackageWriter.WriteEdocAsync(file, draft, TestContext.Current.CancellationToken);
        }

        new FileInfo(path).Length.ShouldBeGreaterThan(100 * 1000 * 1000);
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var watching = WatchAsync();

        await using (var file = File.OpenRead(path))
        {
            var content = new StreamContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
            await g22.PostAsync(new Uri("v1/packages", UriKind.Relative), content, TestContext.Current.CancellationToken).JsonAsync(HttpStatusCode.Accepted);
        }

        var item = (await h37.InboxAsync(1))[0]!;
        await using (var package = await h37.GetStreamAsync(
            new Uri($"v1/inbox/{item["deliveryId"]}/package", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            var hash = await SHA256.HashDataAsync(package, TestContext.Current.CancellationToken);
            Convert.ToHexStringLower(hash).ShouldBe(item["packageSha256"]!.GetValue<string>());
        }

        await using (var attachment = await h37.GetStreamAsync(
            new Uri($"v1/inbox/{item["deliveryId"]}/attachments/1", UriKind.Relative), TestContext.Current.CancellationToken))
        {
            (await SHA256.HashDataAsync(attachment, TestContext.Current.CancellationToken))
                .ShouldBe(await SHA256.HashDataAsync(new Noise(75 * Megabyte), TestContext.Current.CancellationToken));
        }

        await end.CancelAsync();
        await watching;
        (peak - before).ShouldBeLessThan(60 * Megabyte, $"{(peak - before) / Megabyte} MB more on the heap");

        async Task WatchAsync()
        {
            while (!end.IsCancellationRequested)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Bytes that do not shrink and need no memory: the same every time.</summary>
    private sealed class Noise(long length) : Stream
    {
        private readonly Random random = new(11);
        private long left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            // Whole steps, so that the bytes do not depend on how they are read.
            var taken = (int)Math.Min(count, left);
            for (var index = 0; index < taken; index++)
            {
                buffer[offset + index] = (byte)random.Next(256);
            }

            left -= taken;
            return taken;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
