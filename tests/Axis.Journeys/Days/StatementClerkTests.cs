using Axis.Simulator.Nation;
using Axis.TestKit;

namespace Axis.Journeys.Days;

public sealed class StatementClerkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_takes_the_statement_of_the_axis_in_and_answers_nothing()
    {
        var friday = new DateTimeOffset(2026, 2, 6, 15, 0, 0, TimeSpan.FromHours(7));
        var clock = new NationClock(friday);
        await using var nation = await LiveNation.StartAsync(new NationOptions { Agencies = 2 }, clock, Cancellation);
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        await sender.Clerk.SubmitAsync(new Simulator.Clerks.LetterWriter(1).Write(sender.Addressee, [receiver.Addressee], NationDate.Today(clock)), Cancellation);
        await new NationLife(nation, clock).LiveUntilAsync(friday.AddHours(16), TimeSpan.FromHours(1), Cancellation);
        var statement = (await sender.System.ListInboxAsync(Cancellation)).ShouldHaveSingleItem();

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var work = sender.Clerk.WorkAsync(stop.Token);
        await Eventually.Async(async () => (await sender.System.ListInboxAsync(Cancellation)).Count == 0 && !sender.Clerk.Busy, cancellation: Cancellation);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(work);

        sender.Book.AnswerTo(statement.DeliveryId).ShouldBeNull();
        sender.Book.Answered.ShouldBe(0);
    }
}
