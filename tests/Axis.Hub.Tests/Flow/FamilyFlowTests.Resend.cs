using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Flow.Submit;
using Axis.Hub.Ledger;

namespace Axis.Hub.Tests.Flow;

/// <summary>A sender asks for a failed document again, or closes it.</summary>
public partial class FamilyFlowTests
{
    [Theory, MemberData(nameof(Databases))]
    public async Task A_resend_by_the_sender_starts_failed_deliveries_again(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await FailAsync(host);

        var view = await host.Get<ResendSubmission>().ResendAsync("G22", Document.SubmissionId, TestContext.Current.CancellationToken);
        await host.TurnAsync<DispatchBacklog>();

        view!.Deliveries.ShouldHaveSingleItem().Transport.ShouldBe("INITIAL");
        host.Queues.Deliveries("H37")[^1].Attempt.ShouldBe(2);
        (await host.Get<ResendSubmission>().ResendAsync("H14", Document.SubmissionId, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    /// <summary>Else both versions of one document would be with the receiver.</summary>
    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task What_a_mended_document_replaces_is_not_sent_again(bool isGivenBack)
    {
        await using var host = await FlowHost.StartAsync();
        var failed = await FailAsync(host);
        await MendAsync(host);
        if (isGivenBack)
        {
            await host.AcknowledgeAsync(failed, AcknowledgeKind.Cancelled);
        }

        await host.Get<ResendSubmission>().ResendAsync("G22", Document.SubmissionId, TestContext.Current.CancellationToken);
        await host.SubmitOneAsync(Document with { Try = 2 });
        await host.TurnAsync<DispatchBacklog>();

        (await host.DeliveryAsync(failed.DeliveryId)).Transport.ShouldBe(TransportState.Fail);
        host.Queues.Deliveries("H37").Count(sent => sent.DeliveryId == failed.DeliveryId).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_a_void_mended_document_left_failed_is_sent_again(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var failed = await FailByDeadLettersAsync(host);
        await MendAsync(host);
        await host.AcknowledgeAsync(failed, AcknowledgeKind.Taken);

        await host.Get<ResendSubmission>().ResendAsync("G22", Document.SubmissionId, TestContext.Current.CancellationToken);

        (await host.DeliveryAsync(failed.DeliveryId)).Transport.ShouldBe(TransportState.Initial);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_close_by_the_sender_is_kept_with_its_reason(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var failed = await FailAsync(host);

        await host.Get<ResendSubmission>().CloseAsync("G22", Document.SubmissionId, "gửi giấy", TestContext.Current.CancellationToken);

        var closed = (await host.EventsAsync(failed.DeliveryId))[^1];
        closed.Kind.ShouldBe(EventKinds.Closed);
        closed.Detail.ShouldBe("gửi giấy");
        closed.Source.ShouldBe("adapter:G22");
    }
}
