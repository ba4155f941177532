using System.Diagnostics;

namespace Axis.Benchmarks.Measuring;

/// <summary>Drives any path with a load from the sender's place, in a closed loop: a document goes when another one is home.</summary>
internal static class Drive
{
    /// <summary>A path that brings nothing home for this long is broken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Warms the path up, then measures.</summary>
    /// <param name="broker">The broker's process, if it is ours to look at.</param>
    public static async Task<Measurement> MeasureAsync(IPath path, Load load, Process? broker, CancellationToken cancellation)
    {
        var warmUp = await WarmUpAsync(path, load, cancellation);
        var packages = Write(path, load, 1 + warmUp.Documents, load.Documents);
        using var self = Process.GetCurrentProcess();
        List<(string, Process)> watched = [.. path.Processes, (Roles.Driver, self)];
        if (broker is not null)
        {
            watched.Add((Roles.Broker, broker));
        }

        GC.Collect();
        var cpu = CpuWatch.Start(watched);
        var watch = Stopwatch.StartNew();
        var count = await RunAsync(path, load, packages, 1 + warmUp.Documents, cancellation);
        return new(
            path.Name, load.PackageBytes, load.FanOut, load.Documents, load.Open, watch.Elapsed.TotalSeconds,
            count.Percentile(0.5), count.Percentile(0.95), warmUp, cpu.Read());
    }

    /// <summary>Rounds of documents until the time is over; one at least. The path is empty after each.</summary>
    private static async Task<WarmUp> WarmUpAsync(IPath path, Load load, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var documents = 0;
        double first = 0;
        double last;
        do
        {
            var packages = Write(path, load, 1 + documents, load.Open);
            var round = Stopwatch.StartNew();
            _ = await RunAsync(path, load, packages, 1 + documents, cancellation);
            last = load.Open / round.Elapsed.TotalSeconds;
            first = documents == 0 ? last : first;
            documents += load.Open;
        }
        while (watch.Elapsed < load.WarmUp);
        return new(documents, watch.Elapsed.TotalSeconds, first, last);
    }

    private static async Task<HomeCount> RunAsync(IPath path, Load load, byte[][] packages, int first, CancellationToken cancellation)
    {
        var count = new HomeCount(first, packages.Length, load.FanOut);
        using var places = new SemaphoreSlim(load.Open);
        path.Back = number =>
        {
            if (count.Back(number))
            {
                places.Release();
            }
        };
        var submissions = new List<Task>(packages.Length);
        for (var place = 0; place < packages.Length; place++)
        {
            if (!await places.WaitAsync(Patience, cancellation))
            {
                throw Stands(path, count);
            }

            submissions.Add(SubmitAsync(first + place, packages[place]));
        }

        await Task.WhenAll(submissions);
        while (!count.All.IsCompleted)
        {
            var open = count.Open;
            await Task.WhenAny(count.All, Task.Delay(Patience, TimeProvider.System, cancellation));
            cancellation.ThrowIfCancellationRequested();
            if (count.Open == open)
            {
                throw Stands(path, count);
            }
        }

        path.Back = null;
        return count;

        async Task SubmitAsync(int number, byte[] package)
        {
            count.Sent(number);
            await path.SubmitAsync(number, package);
        }
    }

    private static byte[][] Write(IPath path, Load load, int first, int documents) =>
        [.. Enumerable.Range(first, documents).Select(number => path.Write(number, load))];

    private static TimeoutException Stands(IPath path, HomeCount count) =>
        new($"{path.Name}: nothing came home for {Patience.TotalMinutes:0} minutes; {count.Open} documents are under way.");
}
