using System.Net;
using System.Security.Cryptography;
using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Rest;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Marks;

/// <summary>What was sent and recalled is kept as it is at its sender and not sent again.</summary>
public sealed class FreezeTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 15, 30, TimeSpan.Zero);

    [Fact]
    public async Task Shows_what_is_frozen_and_why_and_does_not_send_it_again()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var id = (await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted))["submissionId"]!.GetValue<Guid>();
        await Until.Async(() => rig.Hub.Deliveries.Count == 1);
        var delivery = rig.Hub.Deliveries.Values.Single();

        rig.Hub.Mark(new(delivery, 1, MarkKind.Freeze, ChangeCommand.Recall, "Ban hành sai thẩm quyền", At, id));
        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.DeliveryId == delivery && line.Kind == AcknowledgeKind.Frozen));

        await rig.StartAgainAsync();
        using var again = rig.Client(AdapterRig.KeyOfG22);
        var view = await again.ReadAsync($"v1/packages/{id}");
        view["frozen"]!["reason"]!.GetValue<string>().ShouldBe("Ban hành sai thẩm quyền");
        view["receivers"]![0]!["frozen"]!["command"]!.GetValue<string>().ShouldBe("recall");
        var refusal = await again.PostAsync(new Uri($"v1/packages/{id}/resend", UriKind.Relative), null, TestContext.Current.CancellationToken)
            .JsonAsync(HttpStatusCode.Conflict);
        refusal["code"]!.GetValue<string>().ShouldBe("AXS-5011");
        rig.Hub.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_what_was_asked_about_a_delivery_and_how_it_was_answered()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var id = (await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted))["submissionId"]!.GetValue<Guid>();
        await Until.Async(() => rig.Hub.Deliveries.Count == 1);
        var (delivery, carrier, recall) = (rig.Hub.Deliveries.Values.Single(), Guid.CreateVersion7(), Guid.CreateVersion7());

        rig.Hub.Tell(new(delivery, id, id, "H37", 7, "DONE", At, 1, "03", Requests:
        [
            new(ChangeCommand.Recall, ChangeStatus.Refused, recall, carrier, "Ban hành sai thẩm quyền", At, At.AddHours(8), "16", "Đã thi hành"),
            new(ChangeCommand.TakeBack, ChangeStatus.Requested, id, carrier, "Gửi nhầm", At),
        ]));

        System.Text.Json.Nodes.JsonArray? requests = null;
        await Until.Async(async () => (requests = (await g22.ReadAsync($"v1/packages/{id}"))["receivers"]!.AsArray().FirstOrDefault()?["requests"]?.AsArray()) is not null);
        var first = requests![0]!;
        (first["command"]!.GetValue<string>(), first["state"]!.GetValue<string>(), first["code"]!.GetValue<string>(), first["answer"]!.GetValue<string>())
            .ShouldBe(("recall", "REFUSED", "16", "Đã thi hành"));
        (first["submissionId"]!.GetValue<Guid>(), first["carrierId"]!.GetValue<Guid>()).ShouldBe((recall, carrier));
        (requests[1]!["state"]!.GetValue<string>(), requests[1]!["due"]).ShouldBe(("REQUESTED", null));
    }

    [Fact]
    public async Task Sends_again_to_those_for_whom_it_is_not_frozen()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var draft = Letters.Draft();
        var package = await Letters.WriteAsync(draft with { Header = draft.Header with { To = [new("H37"), new("H41")] } });
        var id = (await g22.SubmitAsync(package).JsonAsync(HttpStatusCode.Accepted))["submissionId"]!.GetValue<Guid>();
        await Until.Async(() => rig.Hub.Deliveries.Count == 2);
        rig.Hub.Mark(new(rig.Hub.Deliveries[(id, "H37")], 1, MarkKind.Freeze, ChangeCommand.TakeBack, "Gửi nhầm", At, id));
        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.Kind == AcknowledgeKind.Frozen));

        using var answer = await g22.PostAsync(new Uri($"v1/packages/{id}/resend", UriKind.Relative), null, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        rig.Hub.Asked.ShouldHaveSingleItem().What.ShouldBe("resend");
    }

    [Fact]
    public async Task Answers_a_repeat_and_what_this_spool_never_sent()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var mark = new MarkBody(Guid.CreateVersion7(), 2, MarkKind.Freeze, ChangeCommand.Recall, "Ban hành sai", At, Guid.CreateVersion7());

        await adapter.Link.DeliverAsync(WireNames.Mark, adapter.SealByHub(mark));
        await adapter.Link.DeliverAsync(WireNames.Mark, adapter.SealByHub(mark));

        var lines = await Wait.ForAsync(adapter.Acknowledged, lines => lines.Count == 2, "both are answered");
        lines.ShouldAllBe(line => line.DeliveryId == mark.DeliveryId && line.Attempt == 2 && line.Kind == AcknowledgeKind.Frozen && line.PackageSha256 == null);
    }

    [Fact]
    public async Task Keeps_its_bytes_while_others_go()
    {
        await using var adapter = await TestAdapter.StartAsync();
        var (frozen, other) = (await Packages.EdocAsync(number: "1"), await Packages.EdocAsync(number: "2"));
        foreach (var package in new[] { frozen, other })
        {
            var id = ((Adapter.Outgoing.SubmitOutcome.Accepted)await adapter.HandOverAsync(package)).SubmissionId;
            var delivery = Guid.CreateVersion7();
            await adapter.ReceiptAsync(new Receipt(
                id, 1, ReceiptOutcome.Accepted, Sha256(package), At, [new("G22", ReceiverOutcome.Delivery, delivery)], [], Guid.CreateVersion7()));
            await adapter.Link.DeliverAsync(WireNames.States, new StatesMessage([new(delivery, id, id, "G22", 1, "VOID", At, 1)]));
            if (package == frozen)
            {
                await adapter.Link.DeliverAsync(
                    WireNames.Mark, adapter.SealByHub(new MarkBody(delivery, 1, MarkKind.Freeze, ChangeCommand.Recall, "Ban hành sai", At, id)));
            }
        }

        var open = adapter.Spool.Read(spool => Dapper.SqlMapper.Query<string>(spool, "SELECT Sha256 FROM OpenContent").ToHashSet());
        open.ShouldContain(Sha256(frozen));
        open.ShouldNotContain(Sha256(other));
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
