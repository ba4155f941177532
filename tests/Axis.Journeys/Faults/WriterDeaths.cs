using Axis.Hub.Ledger;
using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Faults;

/// <summary>
/// A SQLite writer that dies in the middle of a transaction while others write (protocol.md 10, row 19): nobody learns whether it was committed, and
/// everything is run again against the unique keys.
/// </summary>
[Collection(DeathCollection.Name)]
public sealed class WriterDeaths(FaultNation faults)
{
    private const int MostLetters = 60;

    public static TheoryData<int, string, string> Places => Deaths.Of(death => death.Row == 19);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerTheory, MemberData(nameof(Places))]
    public async Task A_transaction_that_was_cut_off_is_run_again(int row, string program, string point)
    {
        row.ShouldBe(19);
        await faults.BeginAsync();
        var writer = faults.Program(program);
        writer.Kill();

        // Not waited for: a heartbeat or two writes as well, and it may die of them before it is ready.
        writer.Start(point);
        var submissions = new List<Guid>();
        while (await SendAsync(writer, submissions))
        {
            // One letter after the other, until somebody dies of one.
            submissions.Count.ShouldBeLessThan(MostLetters);
        }

        await faults.SurviveAsync();
        foreach (var submission in submissions)
        {
            (await faults.DeliveryAsync(submission)).Attempt.ShouldBe(1);
        }
    }

    /// <summary>Sends a letter and waits until it has arrived. False when the writer has died meanwhile; then it is started again and the letter goes on.</summary>
    private async Task<bool> SendAsync(ProductProcess writer, List<Guid> submissions)
    {
        var submitting = faults.SubmitAsync(faults.Letter(faults.Receiver));
        await Eventually.Async(
            async () => !writer.IsRunning || (submitting.IsCompletedSuccessfully && await HasArrivedAsync(await submitting)),
            TimeSpan.FromMinutes(3), () => writer.Tail(), Cancellation);
        var lives = writer.IsRunning;
        if (!lives && writer == faults.Nation.Hub)
        {
            await ReviveHubAsync(await submitting);
        }
        else if (!lives)
        {
            await FaultNation.ReviveAsync(writer);
        }

        submissions.Add(await submitting);
        return lives;
    }

    /// <summary>What was cut off is run again because the broker gives it again, and not because its sender has lost its patience: it is away meanwhile.</summary>
    private async Task ReviveHubAsync(Guid submission)
    {
        await FaultNation.DeadAsync(faults.Nation.Hub);

        // The hub may have died of something else: what never was at the broker comes again from its sender only.
        await Eventually.Async(
            async () => (await faults.Sender.System.FindAsync(submission, Cancellation)).State is "submitted" or "accepted",
            TimeSpan.FromMinutes(2), () => faults.Sender.Adapter.Process.Tail(), Cancellation);
        faults.Sender.Adapter.Process.Kill();
        await faults.Nation.Hub.StartReadyAsync(Cancellation);
        await faults.DeliveryAsync(submission);
        await faults.Sender.Adapter.Process.StartReadyAsync(Cancellation);
    }

    private async Task<bool> HasArrivedAsync(Guid submission) =>
        await faults.Ledger.DeliveriesOfAsync(faults.Sender.Adapter.Plan.Code, submission, Cancellation) is [{ Transport: TransportState.Done }];
}
