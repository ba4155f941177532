using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Submit;

namespace Axis.Hub.Tests.Flow;

/// <summary>The door and the check without sending are one judgement: whatever the check says, the receipt of the same package then says.</summary>
public class DoorFlowTests
{
    private static readonly Draft Document = new() { Number = "500" };

    private static readonly Draft TakeBack = new() { Number = "500", Status = "13", To = ["H37"], Text = "Gửi nhầm", Id = Document.DocumentId };

    /// <summary>What was sent before, what is sent, and everything that is told of it but of the seal.</summary>
    private static readonly Dictionary<string, (Func<FlowHost, Task> Before, Draft Sent, string Told)> Cases = new()
    {
        ["an ordinary letter"] = (Nothing, Document, ""),
        ["a receiver unknown among others"] = (Nothing, Document with { To = ["X01", "H14"] }, "AXS-1004?"),
        ["no receiver that is known"] = (Nothing, Document with { To = ["X01"] }, "AXS-1004! AXS-1010!"),
        ["a suspended receiver among others"] = (Nothing, Document with { To = ["H99", "H14"] }, "AXS-1005?"),
        ["the sender among others"] = (Nothing, Document with { To = ["000.00.00.G22", "H14"] }, "AXS-1006?"),
        ["one agency named twice"] = (Nothing, Document with { To = ["H37.02", "000.00.02.H37"] }, "AXS-1007?"),
        ["a receiver whose adapter is suspended"] = (host => Suspend(host, "H37"), Document with { To = ["H37", "H14"] }, "AXS-1049?"),
        ["a suspended adapter"] = (host => Suspend(host, "G22"), Document, "AXS-1015!"),
        ["a suspended sender"] = (Nothing, Document with { Adapter = "H14", Sender = "H99", To = ["G22"] }, "AXS-1041!"),
        ["a sender of another adapter"] = (Nothing, Document with { Adapter = "H14" }, "AXS-1003!"),
        ["a placeholder for a subject"] = (Nothing, Document with { Subject = "N/A" }, "AXS-2703!"),
        ["a state secret"] = (Nothing, Document with { Subject = "[MẬT] Báo cáo" }, "AXS-2301!"),
        ["a date after today"] = (Nothing, Document with { Date = new(2026, 11, 25) }, "AXS-2810!"),
        ["sent late"] = (Nothing, Document with { Date = new(2026, 11, 20) }, "AXS-2901?"),
        ["everything at once"] = (host => host.SubmitOneAsync(Document with { Date = new(2026, 11, 19) }),
            Again(Document) with { Subject = "N/A", To = ["H37", "X01"], Date = new(2026, 11, 20) }, "AXS-1004? AXS-2703! AXS-1009! AXS-1047. AXS-2901?"),
        ["the same bytes again"] = (host => host.SubmitOneAsync(Document), Again(Document), "AXS-1009! AXS-1044."),
        ["the same document in other bytes"] = (host => host.SubmitOneAsync(Document), Again(Document) with { Subject = "khác" }, "AXS-1009! AXS-1047."),
        ["the same document to one more"] = (host => host.SubmitOneAsync(Document), Again(Document) with { To = ["H37", "H14"] }, "AXS-1009? AXS-1047."),
        ["another document under the same id"] = (host => host.SubmitOneAsync(Document), Again(Document) with { Number = "501", Id = Document.DocumentId }, "AXS-2814? AXS-1045?"),
        ["the same bytes after a failure"] = (FailAsync, Again(Document), "AXS-1046."),
        ["a mended document after a failure"] = (FailAsync, Again(Document) with { Subject = "đã sửa" }, "AXS-1023."),
        ["a recall of what was never sent"] = (Nothing, Document with { Type = BusinessDocType.Recall }, "AXS-2203!"),
        ["a recall of what arrived"] = (ArriveAsync, Again(Document) with { Type = BusinessDocType.Recall }, ""),
        ["a recall from one who never had it"] = (ArriveAsync, Again(Document) with { Type = BusinessDocType.Recall, To = ["H37", "H14"] }, "AXS-2204!"),
        ["a recall by another sender"] = (ArriveAsync,
            Document with { Adapter = "H14", Sender = "H14", Id = Document.DocumentId, Type = BusinessDocType.Recall, To = ["H37"] }, "AXS-2814? AXS-2203!"),
        ["a second recall"] = (RecallAsync, Again(Document) with { Type = BusinessDocType.Recall }, "AXS-1065!"),
        ["the same bytes while a recall is open"] = (RecallAsync, Again(Document), "AXS-1009! AXS-1044."),
        ["an update of what is being recalled"] = (RecallAsync, Again(Document) with { Type = BusinessDocType.Update, Changes = Document.DocumentId }, "AXS-1066!"),
        ["an update that adds a receiver and drops one untold"] = (ArriveAsync,
            Again(Document) with { Type = BusinessDocType.Update, Changes = Document.DocumentId, To = ["H14"], Adds = ["H14"], Drops = ["H37"] }, "AXS-1067?"),
        ["an update for one who never had it"] = (ArriveAsync,
            Again(Document) with { Type = BusinessDocType.Update, Changes = Document.DocumentId, To = ["H37", "H14"] }, "AXS-2204!"),
        ["a replacement of what was never sent"] = (Nothing, Document with { Type = BusinessDocType.Replacement, Changes = "không có" }, "AXS-2203!"),
        ["a status of what arrived"] = (ArriveAsync, Status("03"), ""),
        ["a status of what was never sent"] = (Nothing, Status("03"), "AXS-1011!"),
        ["the same status again"] = (host => SayAsync(host, "03"), Again(Status("03")), "AXS-1024."),
        ["a status in the same words"] = (host => SayAsync(host, "05"), Later("05"), "AXS-1022."),
        ["a 02 after a 03"] = (host => SayAsync(host, "03"), Later("02"), "AXS-1012!"),
        ["a status of what is recalled"] = (RecalledAsync, Later("05"), "AXS-1011!"),
        ["a 13 for what arrived"] = (ArriveAsync, TakeBack, ""),
        ["a 13 that is open"] = (host => SayAsync(host, TakeBack), Again(TakeBack) with { StatedAt = TakeBack.StatedAt!.Value.AddHours(1) }, "AXS-1065!"),
        ["a 13 for what was returned"] = (host => SayAsync(host, "02"), TakeBack, "AXS-1011!"),
        ["a 13 for what was never sent"] = (Nothing, TakeBack, "AXS-1011!"),
        ["a 15 to nothing"] = (ArriveAsync, Status("15"), ""),
        ["a status to nobody"] = (Nothing, Document with { Status = "03", To = ["X01"] }, "AXS-1004! AXS-1010!"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task The_receipt_says_what_the_check_said(string name)
    {
        var (before, sent, told) = Cases[name];
        await using var host = await FlowHost.StartAsync();
        await before(host);

        var check = await CheckAsync(host, sent);
        var receipt = await host.SubmitOneAsync(sent);

        Shown(check.Findings).ShouldBe(told, name);
        var findings = receipt.Findings.Where(finding => !finding.Code.StartsWith("AXS-30", StringComparison.Ordinal)).ToArray();
        findings.Select(Sentence).ShouldBe(check.Findings.Select(Sentence), name);
        receipt.Outcome.ShouldBe(check.Results.Any(result => result is { State: CheckState.Failed, Rule: not CheckRule.R9 }) ? ReceiptOutcome.Refused : ReceiptOutcome.Accepted);
        findings.Any(finding => finding.Severity == Severity.Refusal).ShouldBe(receipt.Outcome == ReceiptOutcome.Refused);
    }

    [Fact]
    public async Task What_cannot_be_said_of_a_document_is_told_as_R11_and_what_was_said_before_as_R9()
    {
        await using var host = await FlowHost.StartAsync();
        await SayAsync(host, "02");

        (await CheckAsync(host, TakeBack))[CheckRule.R11].State.ShouldBe(CheckState.Failed);
        var again = await CheckAsync(host, Again(Status("02")));
        again[CheckRule.R9].Findings.ShouldHaveSingleItem().Code.ShouldBe("AXS-1024");
        again.Failed.ShouldBeFalse();
        again[CheckRule.R11].State.ShouldBe(CheckState.Passed);
    }

    [Fact]
    public async Task A_late_sending_is_marked_in_the_document()
    {
        await using var host = await FlowHost.StartAsync();

        var receipt = await host.SubmitOneAsync(Document with { Date = new(2026, 11, 20) });

        (await host.DocumentAsync(receipt.DocumentId!.Value)).Findings.ShouldContain("AXS-2901");
        host.Queues.Deliveries("H37").ShouldHaveSingleItem().Findings.ShouldContain(finding => finding.Code == "AXS-2901");
    }

    /// <summary>Nobody learns what others have sent.</summary>
    [Fact]
    public async Task Who_may_not_send_is_told_nothing_of_what_the_sender_has_sent()
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitOneAsync(Document);

        foreach (var sent in new[] { Again(Document), Again(Document) with { Type = BusinessDocType.Recall }, Again(Document) with { Number = "599", Type = BusinessDocType.Recall } })
        {
            Shown((await CheckAsync(host, sent with { Adapter = "H14" })).Findings).ShouldBe("AXS-1003!");
        }
    }

    [Fact]
    public async Task What_is_submitted_together_is_judged_one_after_the_other()
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitOneAsync(Document);
        var (second, third) = (Again(Document) with { Number = "501", Id = Document.DocumentId }, Again(Document) with { Number = "502", Id = Document.DocumentId });
        var (letter, recall) = (Again(Document) with { Number = "503" }, Again(Document) with { Number = "503", Type = BusinessDocType.Recall });

        var receipts = (await host.SubmitAsync(second, third, letter, recall)).ToDictionary(receipt => receipt.SubmissionId);

        receipts.Values.ShouldAllBe(receipt => receipt.Outcome == ReceiptOutcome.Accepted);
        new[] { second, third }.Select(draft => receipts[draft.SubmissionId].Findings.Count(finding => finding.Code == ErrorCatalogue.DocumentIdReused.Code)).ShouldBe([1, 2]);
    }

    /// <summary>Bytes of a refused package are not kept, above all those of a state secret.</summary>
    [Fact]
    public async Task What_is_refused_is_not_kept()
    {
        await using var host = await FlowHost.StartAsync(options => options.InlineLimit = 1000);
        var incoming = await (Document with { Subject = "[MẬT] Báo cáo", AttachmentBytes = 5000 }).SealAsync(host.Nation, host.Time);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(incoming.Message.Package!));

        (await host.SubmitAsync(incoming)).ShouldHaveSingleItem().Outcome.ShouldBe(ReceiptOutcome.Refused);

        host.Get<Axis.Hub.Platform.Content.IContentStore>().OpenRead(sha256).ShouldBeNull();
        (await host.Ledger.ReadAsync("test", (reader, token) => reader.FindContentAsync(sha256, token), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private static Draft Status(string code) => new() { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "500", Status = code };

    private static Draft Later(string code) => Status(code) with { StatedAt = TakeBack.StatedAt!.Value.AddHours(1) };

    private static Draft Again(Draft draft) => draft with { SubmissionId = Guid.CreateVersion7() };

    private static async Task<Checklist> CheckAsync(FlowHost host, Draft draft)
    {
        using var package = new MemoryStream(await draft.PackageAsync());
        return await host.Get<CheckPackage>().CheckAsync(host.Nation.IdentityOf(draft.Adapter), package, TestContext.Current.CancellationToken);
    }

    private static Task Nothing(FlowHost host) => Task.CompletedTask;

    private static Task Suspend(FlowHost host, string adapter)
    {
        host.Nation.Change([], adapter);
        return Task.CompletedTask;
    }

    private static Task FailAsync(FlowHost host) => AnswerAsync(host, AcknowledgeKind.Fail);

    private static Task ArriveAsync(FlowHost host) => AnswerAsync(host, AcknowledgeKind.Done);

    private static async Task AnswerAsync(FlowHost host, AcknowledgeKind kind)
    {
        await host.SubmitOneAsync(Document);
        await host.AcknowledgeAsync(
            host.Queues.Deliveries("H37").ShouldHaveSingleItem(), kind, cause: kind == AcknowledgeKind.Fail ? FailCause.Agency : null, reason: "lỗi");
    }

    private static async Task RecallAsync(FlowHost host)
    {
        await ArriveAsync(host);
        await host.SubmitOneAsync(Again(Document) with { Type = BusinessDocType.Recall });
    }

    private static async Task RecalledAsync(FlowHost host)
    {
        await RecallAsync(host);
        (await host.SubmitOneAsync(Status("15"))).Outcome.ShouldBe(ReceiptOutcome.Accepted);
    }

    private static Task SayAsync(FlowHost host, string code) => SayAsync(host, Status(code));

    private static async Task SayAsync(FlowHost host, Draft status)
    {
        await ArriveAsync(host);
        (await host.SubmitOneAsync(status)).Outcome.ShouldBe(ReceiptOutcome.Accepted);
    }

    private static string Sentence(Finding finding) => $"{finding.Code} {finding.Path} {finding.Vietnamese}";

    private static string Shown(IEnumerable<Finding> findings) => string.Join(' ', findings.Select(finding =>
        finding.Code + finding.Severity switch { Severity.Refusal => "!", Severity.Warning => "?", _ => "." }));
}
