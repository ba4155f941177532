using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Statements.OpenItems;
using Axis.Hub.Tests.Flow;

namespace Axis.Hub.Tests.Statements.OpenItems;

/// <summary>
/// A nation with something in every column, and the operator's pages over it. By their numbers: 1, 5 and 6 failed, 2 and 7 were not fetched, 3 and 4 not answered, 9 was refused.
/// It is Monday 28/12/2026, 10:00 in Vietnam, and H14 has just been merged into H37.
/// </summary>
public sealed class BusyNation : IAsyncLifetime
{
    internal static readonly DateOnly Today = new(2026, 12, 28);
    private FlowHost? flow;
    private ConsoleOfFlow? console;

    internal Uri Address => console!.Address;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        flow = await BusyAsync();
        console = await ConsoleOfFlow.StartAsync(flow);
    }

    public async ValueTask DisposeAsync()
    {
        await (console?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (flow?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static async Task<FlowHost> BusyAsync()
    {
        var flow = await FlowHost.StartAsync();
        var failed = await SendAsync(flow, "1", "G22", "H37", AcknowledgeKind.Fail);
        await SendAsync(flow, "2", "G22", "H37", null);
        await SendAsync(flow, "3", "G22", "H37", AcknowledgeKind.Done);
        await SendAsync(flow, "4", "H37", "G22", AcknowledgeKind.Done);
        await SendAsync(flow, "5", "G22", "H14", AcknowledgeKind.Fail);
        await SendAsync(flow, "6", "H14", "G22", AcknowledgeKind.Fail);
        await SendAsync(flow, "7", "H37", "G22", null);
        await flow.SubmitAsync(new Draft { Number = "9", To = ["X99"] });
        (await flow.Get<ActOnItem>().ActAsync("H37", failed, new(ItemAct.Promise, "H37", "máy chủ đang sửa", Today.AddDays(3), "Trần Thị B"), Cancellation)).ShouldBeNull();
        flow.Time.AdjustTime(new DateTimeOffset(Today.ToDateTime(new TimeOnly(10, 0)), TimeSpan.FromHours(7)));
        flow.Nation.Succeed("H14", "H37", flow.Time.GetUtcNow());
        for (var day = Today.AddDays(-34); day < Today; day = day.AddDays(1))
        {
            (await flow.Get<IssueStatements>().RunAsync(day, null, Cancellation)).ShouldBeOfType<IssueOutcome.Issued>();
        }

        return flow;
    }

    private static async Task<Guid> SendAsync(FlowHost flow, string number, string sender, string receiver, AcknowledgeKind? said)
    {
        await flow.SubmitOneAsync(new Draft { Number = number, Adapter = sender, Sender = sender, To = [receiver] });
        var sent = flow.Queues.Deliveries(receiver)[^1];
        if (said is { } kind)
        {
            await flow.AcknowledgeAsync(sent, kind, reason: kind == AcknowledgeKind.Fail ? "tệp PDF hỏng" : null, cause: kind == AcknowledgeKind.Fail ? FailCause.Agency : null);
        }

        flow.Time.AdjustTime(flow.Time.GetUtcNow().AddMinutes(1));
        return sent.DeliveryId;
    }
}
