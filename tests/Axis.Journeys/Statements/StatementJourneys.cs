using System.Text;
using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;
using Axis.Hub.Ledger;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Journeys.Statements;

/// <summary>A statement reaches an agency's system as a document of the axis, and what the system answers to it reaches the axis.</summary>
public sealed class StatementJourneys
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_statement_is_answered_as_any_document() => AnswerAsync(broker: null);

    [BrokerFact]
    public async Task A_statement_is_answered_as_any_document_on_RabbitMQ() => await AnswerAsync((await PrivateBroker.SharedAsync()).Amqp);

    private static async Task AnswerAsync(string? broker)
    {
        var clock = new ForwardClock();
        await using var nation = await LiveNation.StartAsync(new NationOptions { Agencies = 2, Broker = broker }, clock, Cancellation);
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        var today = VietnamTime.DateOf(clock.GetUtcNow());
        var letter = new LetterWriter(1).Write(sender.Addressee, [receiver.Addressee], NationDate.Today(clock), 1) with { Number = 1, Priority = 0 };
        var sent = await sender.System.SubmitAsync(await LetterPackage.WriteAsync(letter, clock.GetUtcNow(), Cancellation), "letter-1", Cancellation);
        await Eventually.Async(async () => (await receiver.System.ListInboxAsync(Cancellation)).Count == 1, cancellation: Cancellation);

        // The next morning, at the hour at which the hub issues by itself.
        clock.Ahead = VietnamTime.At(today.AddDays(1), new TimeOnly(6, 40)).ToUniversalTime() - TimeProvider.System.GetUtcNow();
        InboxItem? statement = null;
        await Eventually.Async(
            async () => (statement = (await receiver.System.ListInboxAsync(Cancellation)).ElementAtOrDefault(1)) is not null, TimeSpan.FromMinutes(2), cancellation: Cancellation);
        var bytes = await receiver.System.OpenAttachmentAsync(statement!.DeliveryId, 1, Cancellation);
        StatementJson.Read(bytes).Figures.AsReceiver.Created.ShouldBe(1, Encoding.UTF8.GetString(bytes));
        await receiver.System.AcknowledgeAsync(statement.DeliveryId, Cancellation);

        var answer = await receiver.System.AnswerAsync(statement.DeliveryId, "03", "đã chuyển lãnh đạo", Cancellation);

        await Eventually.Async(async () => (await receiver.System.FindAsync(answer.SubmissionId, Cancellation)).State == "accepted", cancellation: Cancellation);
        var row = (await nation.HubServices.GetRequiredService<ILedger>().ReadAsync(
            "test", (reader, token) => reader.FindDeliveriesAsync([statement.DeliveryId], token), Cancellation)).ShouldHaveSingleItem();
        (row.SenderAgencyId, row.Transport, row.Business).ShouldBe((HubAgency.Id, TransportState.Done, "03"));
        (await sender.System.FindAsync(sent.SubmissionId, Cancellation)).Receivers.Single().Business.ShouldBeNull();
    }
}
