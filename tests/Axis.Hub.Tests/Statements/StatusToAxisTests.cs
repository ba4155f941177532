using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Statements.Deliver;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Alerts;

namespace Axis.Hub.Tests.Statements;

/// <summary>What agencies' systems answer to a document of the axis is kept in its history; there is nobody to pass it on to.</summary>
public sealed class StatusToAxisTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_status_about_a_statement_moves_it_as_any_document_and_goes_to_nobody(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var statement = await SendStatementAsync(host);

        var arrived = await host.SubmitOneAsync(Answer(statement, "01"));
        var worked = await host.SubmitOneAsync(Answer(statement, "03") with { Text = "đã chuyển lãnh đạo" });

        (arrived.Outcome, worked.Outcome).ShouldBe((ReceiptOutcome.Accepted, ReceiptOutcome.Accepted));
        var line = worked.Receivers.ShouldHaveSingleItem();
        (line.Code, line.Outcome, line.DeliveryId, line.Finding!.Code).ShouldBe(("AXIS", ReceiverOutcome.AlreadySent, null, ErrorCatalogue.StatusTakenByAxis.Code));
        var row = await host.DeliveryAsync(statement);
        (row.Transport, row.Business, row.StatesDue).ShouldBe((TransportState.Done, "03", false));
        (await host.EventsAsync(statement)).Where(one => one.Kind == EventKinds.Status).Select(one => one.BusinessTo).ShouldBe(["01", "03"]);
        (await host.SubmitOneAsync(Answer(statement, "03") with { Text = "đã chuyển lãnh đạo" })).Receivers.Single().Finding!.Code.ShouldBe(ErrorCatalogue.StatusRepeated.Code);
        host.Queues.Deliveries("AXIS").ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_else_is_sent_to_the_axis()
    {
        await using var host = await FlowHost.StartAsync();
        var statement = await SendStatementAsync(host);

        (await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["AXIS"] })).Findings.ShouldContain(finding => finding.Code == ErrorCatalogue.ReceiverUnknown.Code);
        (await host.SubmitOneAsync(Answer(statement, "13") with { Text = "gửi nhầm" })).Findings.ShouldContain(finding => finding.Code == ErrorCatalogue.StatusTargetUnknown.Code);
        (await host.SubmitOneAsync(Answer(Guid.CreateVersion7(), "03"))).Findings.ShouldContain(finding => finding.Code == ErrorCatalogue.StatusTargetUnknown.Code);
        (await host.SubmitOneAsync(Answer(statement, "03") with { Adapter = "G22", Sender = "G22" })).Findings
            .ShouldContain(finding => finding.Code == ErrorCatalogue.StatusTargetUnknown.Code);
        (await host.DeliveryAsync(statement)).Business.ShouldBeNull();
    }

    [Fact]
    public async Task A_statement_that_is_returned_is_told_to_the_operators_and_is_not_sent_again()
    {
        await using var host = await FlowHost.StartAsync();
        var statement = await SendStatementAsync(host);

        (await host.SubmitOneAsync(Answer(statement, "02"))).Outcome.ShouldBe(ReceiptOutcome.Accepted);

        (await host.DeliveryAsync(statement)).Business.ShouldBe("02");
        var alert = (await host.Get<AlertStore>().ListAsync(null, 100, Cancellation)).ShouldHaveSingleItem();
        (alert.Kind, alert.CounterAdapterCode).ShouldBe((AlertKinds.Returned, "H37"));
    }

    private static Draft Answer(Guid statement, string code) => new() { Adapter = "H37", Sender = "H37", To = ["AXIS"], Status = code, Target = statement };

    /// <summary>Sends the statement of the first day to the province, whose adapter takes it.</summary>
    private static async Task<Guid> SendStatementAsync(FlowHost host)
    {
        await host.RecordAgenciesAsync();
        await host.SubmitOneAsync(new Draft { To = ["H14"] });
        host.Time.AdjustTime(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));
        await host.Get<IssueStatements>().RunAsync(new DateOnly(2026, 11, 24), null, Cancellation);
        await host.TurnAsync<SendParcels>();
        await host.TurnAsync<DispatchBacklog>();
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        return sent.DeliveryId;
    }
}
