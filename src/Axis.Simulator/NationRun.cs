using System.Diagnostics;
using System.Globalization;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.Simulator.Nation.Books;
using Spectre.Console;

namespace Axis.Simulator;

/// <summary>Lives a nation: to the end of a number of letters, or until Ctrl-C.</summary>
internal static class NationRun
{
    public static async Task<int> RunAsync(NationOptions options, CancellationToken cancellation)
    {
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Starting a nation of [bold]{options.Agencies}[/] agencies ({options.TransportName}, {options.LedgerName}) ...");
        await using var nation = await LiveNation.StartAsync(options, TimeProvider.System, cancellation);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"The hub's page: [link]{nation.ConsoleAddress}[/] (loopback only)");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var work = nation.Agencies.Select(agency => agency.Clerk.WorkAsync(stop.Token)).ToList();
        try
        {
            return options.Once
                ? await RunOnceAsync(nation, options, work, cancellation)
                : await RunUntilStoppedAsync(nation, options, cancellation);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(work).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private static async Task<int> RunOnceAsync(LiveNation nation, NationOptions options, IReadOnlyCollection<Task> work, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var writer = new LetterWriter(options.Seed);
        var letters = LettersOf(nation, writer, options.Documents);
        var verdict = new BooksVerdict(0, 0, ["not compared yet"]);
        IReadOnlyList<HubEntry> hub = [];
        await NationScreen.ProgressAsync(nation, options.Documents, async () =>
        {
            await Task.WhenAll(letters.Select(async pair =>
            {
                foreach (var letter in pair.Letters)
                {
                    await pair.Agency.Clerk.SubmitAsync(letter, cancellation);
                }
            }));
            var patience = Stopwatch.StartNew();
            do
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, cancellation);
                if (work.FirstOrDefault(task => task.IsFaulted) is { } faulted)
                {
                    await faulted;
                }

                await Task.WhenAll(nation.Agencies.Select(agency => agency.Clerk.LookUpAsync(cancellation)));
                hub = await nation.ReadHubBooksAsync(cancellation);
                verdict = BooksComparison.Compare(
                    hub,
                    [.. nation.Agencies.SelectMany(agency => agency.Book.SentEntries)],
                    [.. nation.Agencies.SelectMany(agency => agency.Book.ReceivedEntries)]);
            }
            while ((!verdict.Agree || nation.Agencies.Any(agency => agency.Clerk.Busy)) && patience.Elapsed < options.Patience);
        });

        var report = NationReport.Of(nation, options, hub, verdict, watch.Elapsed);
        NationScreen.Show(report);
        if (options.Report is { } path)
        {
            await report.WriteAsync(path, cancellation);
        }

        return verdict.Agree && report.Submitted == options.Documents ? 0 : 1;
    }

    private static async Task<int> RunUntilStoppedAsync(LiveNation nation, NationOptions options, CancellationToken cancellation)
    {
        var writer = new LetterWriter(options.Seed);
        var addressees = nation.Agencies.Select(agency => agency.Addressee).ToList();
        AnsiConsole.MarkupLine("Ctrl-C ends it.");
        var turn = 0;
        await NationScreen.LiveAsync(nation, async () =>
        {
            var sender = nation.Agencies[turn++ % nation.Agencies.Count];
            await sender.Clerk.SubmitAsync(LetterOf(writer, sender, addressees), cancellation);
            await Task.Delay(TimeSpan.FromMilliseconds(700), TimeProvider.System, cancellation);
        }, cancellation);
        return 0;
    }

    private static List<(NationAgency Agency, List<Letter> Letters)> LettersOf(LiveNation nation, LetterWriter writer, int documents)
    {
        var addressees = nation.Agencies.Select(agency => agency.Addressee).ToList();
        var piles = nation.Agencies.Select(agency => (Agency: agency, Letters: new List<Letter>())).ToList();
        for (var index = 0; index < documents; index++)
        {
            var (agency, letters) = piles[index % piles.Count];
            letters.Add(LetterOf(writer, agency, addressees));
        }

        return piles;
    }

    private static Letter LetterOf(LetterWriter writer, NationAgency sender, List<Addressee> addressees) =>
        writer.Write(sender.Addressee, [.. addressees.Where(other => other != sender.Addressee)], NationDate.Today(TimeProvider.System));
}
