using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Statements.OpenItems;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Statements;

/// <summary>An agency whose answer was lost asks again.</summary>
public sealed class RepeatedActTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_failure_that_is_closed_again_by_the_same_is_closed_once_and_by_another_at_rest(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var delivery = await FailAsync(host);
        var close = new ActRequest(ItemAct.Close, "H37", " đã nhận bản giấy", By: "Lê Văn C");

        (await ActAsync(host, delivery, close)).ShouldBeNull();
        host.Time.AdjustTime(host.Time.GetUtcNow().AddMinutes(5));
        (await ActAsync(host, delivery, close)).ShouldBeNull();

        (await CountAsync(host, delivery, EventKinds.Closed)).ShouldBe(1);
        foreach (var other in new[] { close with { By = "Trần Thị B" }, close with { Note = "trùng" }, close with { Agency = "G22" } })
        {
            (await ActAsync(host, delivery, other, other.Agency)).ShouldBe(ErrorCatalogue.ItemAtRest.Code);
        }

        (await CountAsync(host, delivery, EventKinds.Closed)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_delivery_that_is_sent_again_by_the_same_is_sent_once_whatever_has_become_of_it_and_anew_when_it_has_failed_anew(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var delivery = await FailAsync(host);
        var resend = new ActRequest(ItemAct.Resend, "H37", By: "Lê Văn C");

        (await ActAsync(host, delivery, resend)).ShouldBeNull();
        (await ActAsync(host, delivery, resend)).ShouldBeNull();
        (await ActAsync(host, delivery, resend with { By = null })).ShouldBe(ErrorCatalogue.ResendNotFailed.Code);
        await host.TurnAsync<DispatchBacklog>();
        var again = host.Queues.Deliveries("H37")[^1];
        (await CountAsync(host, delivery, EventKinds.Resent), again.Attempt).ShouldBe((1, 2));

        await host.AcknowledgeAsync(again, AcknowledgeKind.Fail, cause: FailCause.Agency);
        (await ActAsync(host, delivery, resend)).ShouldBeNull();
        await host.TurnAsync<DispatchBacklog>();
        (await CountAsync(host, delivery, EventKinds.Resent), host.Queues.Deliveries("H37")[^1].Attempt).ShouldBe((2, 3));
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Done);
        (await ActAsync(host, delivery, resend)).ShouldBeNull();
        (await CountAsync(host, delivery, EventKinds.Resent)).ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refusal_that_is_closed_again_by_the_same_is_closed_once_and_by_another_at_rest(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(new Draft { To = ["X99"] });
        var directory = host.Nation.Registry;
        var item = (await host.Get<OpenItemStore>().ListAsync([.. directory.ServedBy("G22")], null, null, 10, Cancellation)).Items.ShouldHaveSingleItem().Id;
        var close = new ActRequest(ItemAct.Close, "G22", "gửi nhầm");

        (await ActAsync(host, item, close, "G22")).ShouldBeNull();
        (await ActAsync(host, item, close, "G22")).ShouldBeNull();
        (await ActAsync(host, item, close with { By = "Lê Văn C" }, "G22")).ShouldBe(ErrorCatalogue.ItemAtRest.Code);

        (await host.Ledger.WriteAsync("test", (transaction, token) => transaction.ListRefusalEventsAsync(item, token), Cancellation))
            .Count(entry => entry.Kind == RefusalKinds.Closed).ShouldBe(1);
    }

    private static async Task<Guid> FailAsync(FlowHost host)
    {
        await host.SubmitOneAsync(new Draft());
        var sent = host.Queues.Deliveries("H37")[^1];
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Fail, cause: FailCause.Agency);
        host.Time.AdjustTime(host.Time.GetUtcNow().AddMinutes(1));
        return sent.DeliveryId;
    }

    private static async Task<string?> ActAsync(FlowHost host, Guid item, ActRequest request, string adapter = "H37") =>
        (await host.Get<ActOnItem>().ActAsync(adapter, item, request, Cancellation))?.Code;

    private static async Task<int> CountAsync(FlowHost host, Guid delivery, string kind) =>
        (await host.Ledger.ReadAsync("test", (reader, token) => reader.ListEventsAsync(delivery, token), Cancellation)).Count(entry => entry.Kind == kind);
}
