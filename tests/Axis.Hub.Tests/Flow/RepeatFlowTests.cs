using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>Every way in which a document may be sent twice (protocol.md 4): the answer, the deliveries there are then, and what its sender is told of the first.</summary>
public class RepeatFlowTests
{
    private static readonly Draft First = new() { Number = "600", To = ["H37", "H14"] };

    private const string SameBytes = "This very package (document 600/VPCP-TTĐT) was sent at 10:00 24/11/2026.";
    private const string OtherBytes = "The document has number, notation and type of 600/VPCP-TTĐT, sent at 10:00 24/11/2026; its package is another.";

    /// <summary>What becomes of the first; the second; the answer; a line for each receiver; what the sender is told; deliveries, attempts counted.</summary>
    private static readonly Dictionary<string, Repeat> Repeats = new()
    {
        ["the same submission"] = new(Kept, First, ReceiptOutcome.Accepted, "Delivery Delivery", null, 2),
        ["the same submission id with other bytes"] = new(Kept, First with { Subject = "khác" }, ReceiptOutcome.Conflict, "",
            $"Submission id {First.SubmissionId} was already used for a package with other content.", 2),
        ["the same bytes under another submission id"] = new(Kept, Again(First), ReceiptOutcome.Accepted, "AlreadySent AlreadySent", SameBytes, 2),
        ["the same document with another id"] = new(
            Kept, Again(First) with { Id = "3f9a2c1e-77aa-4f0e-9d51-7d1f0b7f5a10" }, ReceiptOutcome.Accepted, "AlreadySent AlreadySent", OtherBytes, 2),
        ["the same bytes after a FAIL"] = new(Failed, Again(First), ReceiptOutcome.Accepted, "NewAttempt AlreadySent", SameBytes, 3),
        ["other bytes after a FAIL"] = new(Failed, Again(First) with { Subject = "đã sửa" }, ReceiptOutcome.Accepted, "Delivery AlreadySent", OtherBytes, 3),
        ["the same bytes after a 02"] = new(Returned, Again(First), ReceiptOutcome.Accepted, "Delivery AlreadySent", SameBytes, 3),
        ["other bytes after a 02"] = new(Returned, Again(First) with { Subject = "đã sửa" }, ReceiptOutcome.Accepted, "Delivery AlreadySent", OtherBytes, 3),
        ["two To entries of one agency"] = new(
            Kept, Again(First) with { Number = "601", To = ["H37.02", "000.00.02.H37"] }, ReceiptOutcome.Accepted, "Delivery", "Receiver 000.00.02.H37 is named more than once; one delivery is made.", 3),
    };

    public static IEnumerable<TheoryDataRow<string, string>> Rows =>
        TestDatabases.All().SelectMany(row => Repeats.Keys.Select(name => new TheoryDataRow<string, string>(row.Data, name) { Skip = row.Skip }));

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Rows))]
    public async Task Has_its_own_answer_and_makes_no_second_delivery_unless_the_rules_allow_it(string database, string name)
    {
        var repeat = Repeats[name];
        await using var host = await FlowHost.StartAsync(database);
        await host.BeatAsync("H37");
        await host.SubmitOneAsync(First);
        await repeat.Between(host);
        host.Time.Advance(TimeSpan.FromMinutes(7));

        var answer = await host.SubmitOneAsync(repeat.Second);
        await SettleAsync(host);

        answer.Outcome.ShouldBe(repeat.Answer);
        string.Join(' ', answer.Receivers.Select(line => line.Outcome)).ShouldBe(repeat.Lines);
        answer.Findings.Where(finding => finding.Code is "AXS-1001" or "AXS-1007" or "AXS-1044" or "AXS-1047").Select(finding => finding.English)
            .ShouldBe(repeat.Told is { } told ? [told] : []);
        Sent(host).ShouldBe(repeat.Deliveries);
        Sent(host, distinct: true).ShouldBe(repeat.Lines.Contains("NewAttempt", StringComparison.Ordinal) ? 2 : repeat.Deliveries);
    }

    /// <summary>Two hubs at one moment: the key in the ledger decides, and the loser is told of the winner.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Taken_by_two_hubs_at_once_makes_one_delivery(string database)
    {
        await using var one = await FlowHost.StartAsync(database);
        await using var other = await one.StartBesideAsync();
        for (var round = 1; round <= 5; round++)
        {
            var draft = First with { Number = $"{700 + round}", Adapter = "H37", Sender = "H37", To = ["G22"] };
            var (left, right) = (Again(draft), Again(draft) with { Subject = "khác" });
            using var together = new Barrier(2);

            await Task.WhenAll(
                Task.Run(() => SubmitAsync(one, left, together), TestContext.Current.CancellationToken),
                Task.Run(() => SubmitAsync(other, right, together), TestContext.Current.CancellationToken));

            // Either hub may send what the other owes.
            var answers = new[] { left, right }.Select(draft => one.Queues.Receipts("H37").Concat(other.Queues.Receipts("H37"))
                .Last(receipt => receipt.SubmissionId == draft.SubmissionId)).ToArray();
            answers.ShouldAllBe(answer => answer.Outcome == ReceiptOutcome.Accepted);
            var lines = answers.Select(answer => answer.Receivers.ShouldHaveSingleItem()).ToArray();
            lines.Select(line => line.Outcome).Order().ShouldBe([ReceiverOutcome.Delivery, ReceiverOutcome.AlreadySent]);
            lines[0].DeliveryId.ShouldBe(lines[1].DeliveryId);
            answers.Single(answer => answer.Receivers[0].Outcome == ReceiverOutcome.AlreadySent).Findings.ShouldContain(finding => finding.Code == "AXS-1047");
            (Sent(one) + Sent(other)).ShouldBe(round);
        }
    }

    /// <summary>The mended one stands for it then, whichever hub is the faster to find and the slower to lock.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task What_a_mended_document_replaces_at_one_hub_is_not_sent_again_by_another(string database)
    {
        await using var one = await FlowHost.StartAsync(database);
        await one.BeatAsync("H37");
        await one.SubmitOneAsync(First);
        await Failed(one);
        var failed = one.Queues.Deliveries("H37").ShouldHaveSingleItem().DeliveryId;
        await using var other = await one.StartBesideAsync(between: () => one.SubmitAsync(Again(First) with { Subject = "đã sửa" }));

        var answer = await other.SubmitOneAsync(Again(First));

        answer.Receivers.Select(line => line.Outcome).ShouldBe([ReceiverOutcome.AlreadySent, ReceiverOutcome.AlreadySent]);
        (await one.DeliveryAsync(failed)).Attempt.ShouldBe(1);
        await SettleAsync(one);
        await other.TurnAsync<DispatchBacklog>();
        (one.Queues.Deliveries("H37").Count + other.Queues.Deliveries("H37").Count).ShouldBe(2);
    }

    private static async Task SubmitAsync(FlowHost host, Draft draft, Barrier together)
    {
        var incoming = await draft.SealAsync(host.Nation, host.Time);
        together.SignalAndWait(TestContext.Current.CancellationToken);
        await host.SubmitAsync(incoming);
    }

    private static Task Kept(FlowHost host) => Task.CompletedTask;

    private static Task Failed(FlowHost host) =>
        host.AcknowledgeAsync(host.Queues.Deliveries("H37").ShouldHaveSingleItem(), AcknowledgeKind.Fail, cause: FailCause.Agency, reason: "lỗi");

    private static async Task Returned(FlowHost host)
    {
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37").ShouldHaveSingleItem(), AcknowledgeKind.Done);
        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Number = First.Number, Status = "02" });
    }

    /// <summary>What a mended document waits for is given back, and the backlog goes out.</summary>
    private static async Task SettleAsync(FlowHost host)
    {
        await host.TurnAsync<SendCancels>();
        if (host.Queues.Cancels("H37").Count > 0)
        {
            await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Cancelled);
        }

        await host.TurnAsync<DispatchBacklog>();
    }

    private static Draft Again(Draft draft) => draft with { SubmissionId = Guid.CreateVersion7() };

    private static int Sent(FlowHost host, bool distinct = false)
    {
        var sent = new[] { "G22", "H37", "H14" }.SelectMany(host.Queues.Deliveries).Where(IsDocument).ToArray();
        return distinct ? sent.DistinctBy(one => one.DeliveryId).Count() : sent.Length;
    }

    private static bool IsDocument(DeliverMessage message) =>
        Axis.Contracts.Sealing.Manifest.Read(message.Manifest).Manifest!.Kind == Axis.Contracts.Sealing.Manifest.Edoc;

    private sealed record Repeat(Func<FlowHost, Task> Between, Draft Second, ReceiptOutcome Answer, string Lines, string? Told, int Deliveries);
}
