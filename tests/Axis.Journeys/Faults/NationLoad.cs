using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Faults;

/// <summary>
/// Every agency of a nation sends one letter after the other, as many as it is allowed, and takes in what arrives. The load keeps step with the
/// test and not with the machine: a fast one would have to work off thousands.
/// </summary>
internal sealed class NationLoad : IDisposable
{
    private readonly ProcessNation nation;
    private readonly CancellationTokenSource writing = new();
    private readonly CancellationTokenSource working = new();
    private readonly List<SemaphoreSlim> allowed;
    private readonly List<Task> writers;
    private readonly List<Task> clerks;
    private int expected;

    public NationLoad(ProcessNation nation, int seed)
    {
        this.nation = nation;
        clerks = [.. nation.Agencies.Where(agency => agency.Desk is null).Select(agency => agency.Clerk.WorkAsync(working.Token))];
        allowed = [.. nation.Agencies.Select(_ => new SemaphoreSlim(0))];
        writers = [.. nation.Agencies.Select((agency, index) => WriteAsync(agency, allowed[index], new LetterWriter(seed + index)))];
    }

    /// <summary>Deliveries of all letters that were handed over.</summary>
    public int Expected => expected;

    /// <summary>Clerks that could not go on.</summary>
    public IReadOnlyList<Exception> Faults => [.. clerks.Where(clerk => clerk.IsFaulted).Select(clerk => clerk.Exception!.GetBaseException())];

    /// <summary>Lets every agency send so many letters more.</summary>
    public void Allow(int letters) => allowed.ForEach(agency => agency.Release(letters));

    /// <summary>Ends the writing when every letter in hand was handed over; clerks go on.</summary>
    public async Task StopAsync()
    {
        await writing.CancelAsync();
        await Task.WhenAll(writers);
    }

    public void Dispose()
    {
        writing.Cancel();
        working.Cancel();
        writing.Dispose();
        working.Dispose();
        allowed.ForEach(agency => agency.Dispose());
    }

    private async Task WriteAsync(ProcessAgency sender, SemaphoreSlim leave, LetterWriter writer)
    {
        var others = nation.Agencies.Where(other => other != sender).Select(other => other.Addressee).ToList();
        while (true)
        {
            await leave.WaitAsync(writing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (writing.IsCancellationRequested)
            {
                return;
            }

            var letter = writer.Write(sender.Addressee, others, NationDate.Today(TimeProvider.System));
            if (sender.Desk is { } desk)
            {
                desk.Send($"{letter.Number}.edxml", await LetterPackage.WriteAsync(letter, TimeProvider.System.GetUtcNow(), CancellationToken.None));
            }
            else
            {
                await sender.Clerk.SubmitAsync(letter, CancellationToken.None);
            }

            Interlocked.Add(ref expected, letter.Receivers.Count);
        }
    }
}
