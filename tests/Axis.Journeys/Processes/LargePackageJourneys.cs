using System.Security.Cryptography;
using Axis.Contracts.Edxml;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Processes;

/// <summary>A package of 100 MB between separate processes: it flows through each of them, and none of them ever holds it.</summary>
[Collection(nameof(LargePackageJourneys))]
[CollectionDefinition(nameof(LargePackageJourneys), DisableParallelization = true)]
public sealed class LargePackageJourneys(ITestOutputHelper output)
{
    private const int Megabyte = 1024 * 1024;
    private const int MostGrowth = 100 * Megabyte;

    // In base64 a third more.
    private const int AnnexMegabytes = 75;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerFact]
    public async Task A_package_of_100_MB_arrives_whole_and_hub_and_adapters_hold_none_of_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read from /proc.");
        var broker = await PrivateBroker.SharedAsync();
        await using var nation = await ProcessNation.StartAsync(new NationOptions { Agencies = 2, Broker = broker.Amqp }, Cancellation);
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        using var folder = new TempFolder();
        var package = folder.At("large.edxml");
        await WriteAsync(package, sender.Addressee, receiver.Addressee);
        new FileInfo(package).Length.ShouldBeGreaterThan(100 * Megabyte);

        (string Name, ProductProcess Process)[] processes =
            [("hub", nation.Hub), ("sender's adapter", sender.Adapter.Process), ("receiver's adapter", receiver.Adapter.Process)];
        var before = processes.Select(item => item.Process.Memory.Now).ToList();
        foreach (var (_, process) in processes)
        {
            // Starting took more for a moment than it left.
            process.ForgetPeak();
        }

        await SendAsync(sender, receiver, package);

        var growths = processes.Select((item, place) => (item.Name, Bytes: item.Process.Memory.Peak - before[place])).ToList();
        foreach (var (name, bytes) in growths)
        {
            output.WriteLine($"{name}: at the most {bytes / Megabyte} MiB more than after its start");
        }

        growths.ShouldAllBe(growth => growth.Bytes < MostGrowth);
    }

    /// <summary>Sends the file, waits until it is DONE at the hub and in the sender's eyes, and holds what arrived to what was sent.</summary>
    private static async Task SendAsync(ProcessAgency sender, ProcessAgency receiver, string package)
    {
        using var from = Stream(sender);
        using var to = Stream(receiver);
        Guid submission;
        await using (var file = File.OpenRead(package))
        {
            using var content = new StreamContent(file);
            content.Headers.ContentType = new("application/xml");
            submission = (await new AgencySystem(from).SubmitAsync(content, Path.GetFileName(package), Cancellation)).SubmissionId;
        }

        var delivery = Guid.Empty;
        await Eventually.Async(
            async () => (delivery = (await sender.System.FindAsync(submission, Cancellation)).Receivers.SingleOrDefault()?.DeliveryId ?? Guid.Empty) != Guid.Empty
                && (await receiver.System.ListInboxAsync(Cancellation)).Any(item => item.DeliveryId == delivery),
            TimeSpan.FromMinutes(3), () => "it has not arrived", Cancellation);
        using (var response = await to.GetAsync($"v1/inbox/{delivery}/package", HttpCompletionOption.ResponseHeadersRead, Cancellation))
        {
            response.EnsureSuccessStatusCode();
            await using var arrived = await response.Content.ReadAsStreamAsync(Cancellation);
            await using var sent = File.OpenRead(package);
            (await SHA256.HashDataAsync(arrived, Cancellation)).ShouldBe(await SHA256.HashDataAsync(sent, Cancellation));
        }

        await receiver.System.AcknowledgeAsync(delivery, Cancellation);
        await Eventually.Async(
            async () => (await sender.System.FindAsync(submission, Cancellation)).Receivers.Single() is { Transport: "DONE", Business: "01" },
            TimeSpan.FromMinutes(3), () => "its sender is not told", Cancellation);
    }

    /// <summary>A connection that holds no answer whole, as the patient one does.</summary>
    private static HttpClient Stream(ProcessAgency agency)
    {
        var http = new HttpClient { BaseAddress = agency.Connection.BaseAddress, Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Authorization = agency.Connection.DefaultRequestHeaders.Authorization;
        return http;
    }

    private static async Task WriteAsync(string path, Addressee sender, Addressee receiver)
    {
        var annex = path + ".pdf";
        await using (var file = File.Create(annex))
        {
            var random = new Random(7);
            var block = new byte[Megabyte];
            for (var written = 0; written < AnnexMegabytes; written++)
            {
                random.NextBytes(block);
                await file.WriteAsync(block, Cancellation);
            }
        }

        var letter = new LetterWriter(1).Write(sender, [receiver], NationDate.Today(TimeProvider.System), 1);
        await using var package = File.Create(path);
        await LetterPackage.WriteAsync(package, letter, [new AttachmentDraft("ban-ve.pdf", () => File.OpenRead(annex))], TimeProvider.System.GetUtcNow(), Cancellation);
    }
}
