using System.Diagnostics;
using Agency.Adapter;
using Agency.Adapter.HubLink;
using Agency.Adapter.Incoming.Requests;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Outgoing.Change;
using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Axis.Benchmarks.FullPath;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Http;
using Axis.TestKit;

namespace Axis.Benchmarks.Checks;

/// <summary>An adapter's check on a real spool, with a directory of a thousand agencies, and the rules alone.</summary>
internal sealed class CheckBench : IDisposable
{
    private const string Sender = "G22";
    private static readonly string[] Receivers = ["H0001"];

    private readonly TempFolder folder = new();
    private readonly SpoolDatabase database;
    private readonly ContentStore contents;
    private readonly ReadDirectory reading;
    private readonly FindDoorFacts facts;
    private readonly CheckBeforeSending check;

    public CheckBench()
    {
        var options = new AdapterOptions { Code = Sender, SpoolFolder = folder.Path, Agencies = { new AgencyOptions { Code = Sender } } };
        database = new SpoolDatabase(options);
        contents = new ContentStore(database, options);
        var directory = new AgencyDirectory(database);
        var hub = new AwayHub([Agency(Sender), .. Enumerable.Range(0, 1000).Select(number => Agency(FormattableString.Invariant($"H{number:0000}")))]);
        reading = new ReadDirectory(database, directory, hub, TimeProvider.System);
        var served = new ServedAgencies(options, directory, TimeProvider.System);
        facts = new FindDoorFacts(served, directory, new FindSent(database, directory), options, TimeProvider.System);
        check = new CheckBeforeSending(new CheckPackage(served, reading, options), facts, new FindTarget(database, directory),
            new JudgeRequests(database, directory, new TrackSubmissions(database, new LinkWatch(database)), new FindRequests(database)), hub);
    }

    /// <summary>Reads the directory; before anything is measured.</summary>
    public Task PrepareAsync(CancellationToken cancellation) => reading.ReadAsync(cancellation);

    /// <summary>The check beside the reader alone, in turn, after as many rounds that are not counted.</summary>
    public async Task<CheckFigure> MeasureAsync(int bytes, int rounds, CancellationToken cancellation)
    {
        var package = new PackageMaker(Sender, Receivers).Write(1, bytes);
        var (reader, checks, whole) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < 2 * rounds; round++)
        {
            using var staged = await StageAsync(package, cancellation);
            var read = await TimeAsync(async () =>
            {
                await using var content = staged.OpenRead();
                await PackageReader.ReadAsync(content, ReadLimits.Default, null, cancellation);
            });
            var checking = await TimeAsync(() => check.CheckAsync(Sender, staged, cancellation));
            var all = await TimeAsync(async () =>
            {
                using var again = await StageAsync(package, cancellation);
                await check.CheckAsync(Sender, again, cancellation);
            });
            if (round >= rounds)
            {
                reader.Add(read);
                checks.Add(checking);
                whole.Add(all);
            }
        }

        return new(package.Length, reader, checks, whole);
    }

    /// <summary>All rules over a package that was read, milliseconds for one, over as many as take a tenth of a second and more.</summary>
    public double Judge(int bytes, int rounds)
    {
        var outcome = PackageReader.Read(new PackageMaker(Sender, Receivers).Write(1, bytes), ReadLimits.Default);
        var known = facts.Find(Sender, ((ReadOutcome.Read)outcome).Package);
        for (var round = 0; round < rounds * 20; round++)
        {
            DoorChecks.Judge(outcome, known);
        }

        var watch = Stopwatch.StartNew();
        for (var round = 0; round < rounds * 20; round++)
        {
            DoorChecks.Judge(outcome, known);
        }

        return watch.Elapsed.TotalMilliseconds / (rounds * 20);
    }

    public void Dispose()
    {
        reading.Dispose();
        database.Dispose();
        folder.Dispose();
    }

    private async Task<StagedContent> StageAsync(byte[] package, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(package, writable: false);
        return (await contents.StageAsync(stream, long.MaxValue, cancellation))!;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static DirectoryAgency Agency(string code) =>
        new(Guid.CreateVersion7(), code, code, "", "unit", true, [], TimeProvider.System.GetUtcNow(), null, Sender);
}
