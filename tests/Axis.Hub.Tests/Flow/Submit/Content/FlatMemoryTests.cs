using System.Net;
using System.Security.Cryptography;
using Axis.Contracts.Edxml;
using Axis.Hub.Tests.Agencies.Endpoint;
using Axis.TestKit;

namespace Axis.Hub.Tests.Flow.Submit.Content;

/// <summary>The content endpoint holds nothing of what passes: over real TLS, with the client in the same process and counted too.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class FlatMemoryTests
{
    private const int AttachmentBytes = 100 * 1024 * 1024;

    /// <summary>A third of what the package has; whoever held it once would need all of it.</summary>
    private const long Bound = 48L * 1024 * 1024;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_of_more_than_100_MB_goes_up_and_comes_down_in_little_memory()
    {
        using var folder = new TempFolder();
        await using var host = await EndpointHost.StartAsync(packageLimit: 256_000_000);
        var sender = Patient(host.Register("H37"));
        var receiver = Patient(host.Register("H41"));

        // The first of them pays for code and pools.
        await PassAsync(host, sender, receiver, await WriteAsync(folder, 1024 * 1024));
        var package = await WriteAsync(folder, AttachmentBytes);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await PassAsync(host, sender, receiver, package);

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{new FileInfo(package).Length:N0} bytes up and down, {allocated:N0} bytes allocated");
        allocated.ShouldBeLessThan(Bound);
    }

    private static async Task PassAsync(EndpointHost host, HttpClient sender, HttpClient receiver, string package)
    {
        await using var file = File.OpenRead(package);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, Cancelled));
        file.Position = 0;
        using var body = new StreamContent(file);
        using var put = await sender.PutAsync("/v1/content/" + sha256, body, Cancelled);
        put.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        host.Deliveries.Add(("H41", sha256));
        using var got = await receiver.GetAsync("/v1/content/" + sha256, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        await using var content = await got.Content.ReadAsStreamAsync(Cancelled);
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Cancelled)).ShouldBe(sha256);
    }

    private static async Task<string> WriteAsync(TempFolder folder, int attachmentBytes)
    {
        var (attachment, package) = (folder.At($"{attachmentBytes}.pdf"), folder.At($"{attachmentBytes}.edxml"));
        await using (var hollow = File.Create(attachment))
        {
            hollow.SetLength(attachmentBytes);
        }

        await using var file = File.Create(package);
        await PackageWriter.WriteEdocAsync(file, new EdocDraft(
            new EdocHeader
            {
                From = new Organization("H37"), To = [new Organization("H41")], DocumentId = "H37,2026/11/24,1/UBND", Code = new DocumentCode("1", "UBND"),
                Place = "Huế", PromulgationDate = new DateOnly(2026, 11, 24), TypeName = "Công văn", Subject = "V/v tệp lớn",
                Signer = new Signer("TM. ỦY BAN NHÂN DÂN", "Chủ tịch", "Người Ký Thử"), Priority = 0,
            },
            [new AttachmentDraft("a.pdf", () => File.OpenRead(attachment))]), Cancelled);
        return package;
    }

    private static HttpClient Patient(HttpClient client)
    {
        client.Timeout = TimeSpan.FromMinutes(10);
        return client;
    }
}
