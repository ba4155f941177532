using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Ledger;

namespace Axis.Hub.Tests.Flow;

/// <summary>An update that drops a receiver, told of it or not.</summary>
public partial class NewVersionFlowTests
{
    [Theory, MemberData(nameof(Databases))]
    public async Task A_dropped_receiver_that_agrees_has_the_document_no_more(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);

        await host.SubmitOneAsync(Update() with { Drops = ["H37"] });
        var carrier = host.Queues.Deliveries("H37")[1];
        await host.AcknowledgeAsync(carrier, AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("15", carrier.DeliveryId));

        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Recalled);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_receiver_that_has_the_document_and_is_dropped_untold_is_named(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await ArriveAsync(host);

        var update = await host.SubmitOneAsync(Update() with { To = ["H14"], Adds = ["H14"], Drops = ["H37"] });

        update.Findings.ShouldContain(finding => finding.Code == "AXS-1067");
    }

    /// <summary>The package names one agency by two of its codes.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_receiver_is_dropped_under_whatever_code_of_it(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host, "H37.02");

        await host.SubmitOneAsync(Update() with { To = ["H37.02"], Drops = ["000.00.02.H37"] });
        var carrier = host.Queues.Deliveries("H37")[1];
        await host.AcknowledgeAsync(carrier, AcknowledgeKind.Done);
        await host.SubmitOneAsync(Answer("15", carrier.DeliveryId) with { Sender = "H37.02" });

        (await host.DeliveryAsync(target)).VoidAs.ShouldBe(VoidCause.Recalled);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_receiver_that_is_dropped_untold_is_named_under_whatever_code_of_it(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await ArriveAsync(host, "H37.02");

        var update = await host.SubmitOneAsync(Update() with { To = ["H14"], Adds = ["H14"], Drops = ["000.00.02.H37"] });

        update.Findings.ShouldContain(finding => finding.Code == "AXS-1067");
    }

    /// <summary>What told it so brought it the new version, which is not for it and stands in the way of nothing.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_dropped_receiver_that_agrees_keeps_no_version_and_may_be_sent_the_document_again(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var target = await ArriveAsync(host);
        await host.SubmitOneAsync(Update() with { Drops = ["H37"] });
        var carrier = host.Queues.Deliveries("H37")[1];
        await host.AcknowledgeAsync(carrier, AcknowledgeKind.Done);

        await host.SubmitOneAsync(Answer("15", carrier.DeliveryId));
        await host.TurnAsync<SendMarks>();
        var again = await host.SubmitOneAsync(Document with { SubmissionId = Guid.CreateVersion7(), Subject = "V/v gửi lại" });

        (await host.DeliveryAsync(carrier.DeliveryId)).VoidAs.ShouldBe(VoidCause.Recalled);
        host.Queues.Marks("H37").Select(mark => (mark.Mark, mark.DeliveryId))
            .ShouldBe([(MarkKind.Destroy, target), (MarkKind.Destroy, carrier.DeliveryId)], ignoreOrder: true);
        again.Receivers.ShouldHaveSingleItem().Outcome.ShouldBe(ReceiverOutcome.Delivery);
    }
}
