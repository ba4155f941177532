using System.Buffers.Binary;
using System.Diagnostics;

namespace Axis.Benchmarks.Relays;

/// <summary>Drives a relay from the sender's place: this process is the sender, the hub and the receivers are two others.</summary>
internal static class MeasureRelays
{
    public static async Task<Measurement> RawAsync(Uri broker, int bytes, int fanOut, int documents)
    {
        await using var sender = await RawRelay.ConnectAsync(broker);
        await sender.DeclareAsync(fanOut);
        await using var hub = await Child.StartAsync("hub", "raw", broker.ToString(), Text(fanOut));
        await using var receivers = await Child.StartAsync("receivers", "raw", broker.ToString(), Text(fanOut));
        var count = new StatusCount(documents, fanOut);
        await sender.ConsumeAsync(RelayNames.Back, body =>
        {
            count.Back(BinaryPrimitives.ReadInt64LittleEndian(body.Span));
            return Task.CompletedTask;
        });
        return await DriveAsync(ResultTable.RawPath, bytes, count, fanOut, documents, body => sender.PublishAsync(RelayNames.Submit, body).AsTask());
    }

    public static async Task<Measurement> BareAsync(Uri broker, int bytes, int fanOut, int documents)
    {
        await using var cleaner = await RawRelay.ConnectAsync(broker);
        await cleaner.DeclareAsync(fanOut);
        await using var hub = await Child.StartAsync("hub", "bare", broker.ToString(), Text(fanOut));
        await using var receivers = await Child.StartAsync("receivers", "bare", broker.ToString(), Text(fanOut));
        var count = new StatusCount(documents, fanOut);
        var bus = await BareRelay.StartSenderAsync(broker, count.Back);
        try
        {
            var endpoint = await bus.GetSendEndpoint(new Uri("exchange:" + RelayNames.Submit));
            return await DriveAsync(ResultTable.BarePath, bytes, count, fanOut, documents, body =>
                endpoint.Send(new RelayedDocument(BinaryPrimitives.ReadInt64LittleEndian(body), body)));
        }
        finally
        {
            await bus.StopAsync();
        }
    }

    private static async Task<Measurement> DriveAsync(
        string path, int bytes, StatusCount count, int fanOut, int documents, Func<byte[], Task> submit)
    {
        // The sender keeps as much in flight as the other processes.
        using var places = new SemaphoreSlim(RelayNames.Concurrency);
        var watch = Stopwatch.StartNew();
        var submissions = new List<Task>(documents);
        for (var number = 0; number < documents; number++)
        {
            await places.WaitAsync();
            submissions.Add(OneAsync(number));
        }

        await Task.WhenAll(submissions);
        await count.All.WaitAsync(TimeSpan.FromMinutes(5));
        return count.Measure(path, bytes, watch.Elapsed);

        async Task OneAsync(long number)
        {
            var body = new byte[bytes];
            Random.Shared.NextBytes(body);
            BinaryPrimitives.WriteInt64LittleEndian(body, number);
            count.Sent(number);
            await submit(body);
            places.Release();
        }
    }

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
