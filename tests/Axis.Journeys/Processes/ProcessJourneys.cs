using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Processes;

/// <summary>Journeys of packages between separate processes: hub, adapters and a real broker, each started as an operator starts them.</summary>
public sealed class ProcessJourneys
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerFact]
    public async Task Letters_and_their_answers_travel_between_processes_and_both_sides_books_agree()
    {
        var broker = await PrivateBroker.SharedAsync();
        await using var nation = await ProcessNation.StartAsync(new NationOptions { Agencies = 3, Broker = broker.Amqp }, Cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var clerks = nation.Agencies.Select(agency => agency.Clerk.WorkAsync(stop.Token)).ToList();
        var writer = new LetterWriter(7);
        foreach (var sender in nation.Agencies)
        {
            var others = nation.Agencies.Where(other => other != sender).Select(other => other.Addressee).ToList();
            await sender.Clerk.SubmitAsync(writer.Write(sender.Addressee, others, NationDate.Today(TimeProvider.System), others.Count), Cancellation);
        }

        await nation.BooksAgreeAsync(() => nation.Agencies.All(agency => agency.Book.Answered == 2), Cancellation);

        (await nation.ReadHubBooksAsync(Cancellation)).Count(entry => entry.Kind == "edoc").ShouldBe(6);
        await stop.CancelAsync();
        await Task.WhenAll(clerks).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }
}
