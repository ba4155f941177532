using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Hub.Statements.Render;
using Axis.TestKit;

namespace Axis.Benchmarks.Statements;

/// <summary>What issuing the daily statements costs: as the ledger grows, as the day's traffic grows, and for a whole nation.</summary>
/// <param name="onServer">True: on the SQL Server of AXIS_TEST_SQLSERVER; else on SQLite.</param>
/// <param name="progress">Told of every figure.</param>
internal sealed class StatementBench(bool onServer, TextWriter progress)
{
    // What is open is steady from the third day on.
    private const int Settling = 4;
    private const int Measured = 3;
    private const int Provinces = 100;

    /// <summary>The same traffic every day on a ledger that grows; a figure at each of the sizes.</summary>
    public async Task<IReadOnlyList<MorningFigure>> AsTheLedgerGrowsAsync(IReadOnlyList<int> sizes, int traffic, CancellationToken cancellation)
    {
        var nation = new Nation(Provinces, Provinces);
        await using var lived = await CreateAsync(nation, cancellation);
        var figures = new List<MorningFigure>();
        foreach (var size in sizes.Order())
        {
            while (lived.Deliveries + traffic < size)
            {
                await lived.LiveAsync(traffic, cancellation);
            }

            figures.Add(await MeasureAsync(lived, nation, traffic, cancellation));
        }

        return figures;
    }

    /// <summary>Different traffic, each on a ledger of its own; with the largest what the files of its last statements take, milliseconds for one by format.</summary>
    public async Task<(IReadOnlyList<MorningFigure> Figures, IReadOnlyDictionary<StatementFormat, double> Files)> AsTheTrafficGrowsAsync(
        IReadOnlyList<int> traffics, CancellationToken cancellation)
    {
        var nation = new Nation(Provinces, Provinces);
        var figures = new List<MorningFigure>();
        IReadOnlyDictionary<StatementFormat, double> rendered = new Dictionary<StatementFormat, double>();
        foreach (var traffic in traffics.Order())
        {
            await using var lived = await CreateAsync(nation, cancellation);
            figures.Add(await SettleAsync(lived, nation, traffic, cancellation));
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var seal = new CertificateRequest("CN=AXIS", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
            using var files = new StatementFiles(seal, TimeProvider.System, []);
            rendered = await lived.RenderAsync(files, cancellation);
        }

        return (figures, rendered);
    }

    /// <summary>A directory of which few are active.</summary>
    public async Task<MorningFigure> OfANationAsync(int agencies, int active, int traffic, CancellationToken cancellation)
    {
        var nation = new Nation(agencies, active);
        await using var lived = await CreateAsync(nation, cancellation);
        return await SettleAsync(lived, nation, traffic, cancellation);
    }

    private async Task<MorningFigure> SettleAsync(LivedLedger lived, Nation nation, int traffic, CancellationToken cancellation)
    {
        for (var number = 0; number < Settling; number++)
        {
            await lived.LiveAsync(traffic, cancellation);
        }

        return await MeasureAsync(lived, nation, traffic, cancellation);
    }

    private async Task<MorningFigure> MeasureAsync(LivedLedger lived, Nation nation, int traffic, CancellationToken cancellation)
    {
        var ledger = lived.Deliveries + traffic;
        var mornings = new List<Morning>();
        while (mornings.Count < Measured)
        {
            mornings.Add(await lived.LiveAsync(traffic, cancellation));
        }

        var figure = new MorningFigure(nation.Entries.Count, nation.Active.Count, traffic, ledger, mornings);
        await progress.WriteLineAsync(FormattableString.Invariant(
            $"{figure.Agencies} agencies, {figure.Active} active, {figure.Ledger} in the ledger, {figure.Traffic} a day: {figure.Ms:0} ms, {figure.MemoryMiB:0} MiB"));
        return figure;
    }

    private Task<LivedLedger> CreateAsync(Nation nation, CancellationToken cancellation) =>
        LivedLedger.CreateAsync(nation, onServer ? SqlServerHost.NewConnectionString() : null, cancellation);
}
