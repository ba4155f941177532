using Axis.Contracts.Errors;
using Axis.Hub.Ledger;
using Axis.Journeys.Packages;
using Axis.Simulator.Clerks;
using static Axis.Journeys.Packages.JourneySteps;

namespace Axis.Journeys.Changes;

/// <summary>Two requests of one document that contradict each other, and requests that are asked again.</summary>
public abstract partial class ChangeJourneys
{
    [Fact]
    public async Task What_is_being_recalled_is_neither_updated_nor_asked_back_before_a_no()
    {
        var (_, sender, document) = await AcceptedAsync(12);
        var recall = await sender.System.RecallAsync(document.Submission, "Sai thẩm quyền ký", Cancellation);
        await sender.AnsweredAsync(recall.SubmissionId, "accepted");

        var early = await UpdateAsync(sender, document);
        var refused = await sender.AnsweredAsync(early.SubmissionId, "refused");
        refused.Findings.ShouldNotBeNull().ShouldContain(finding => finding.Code == ErrorCatalogue.ChangeOpposed.Code);
        var plea = (await sender.System.TakeBackAsync(document.Submission, "Gửi nhầm nơi nhận", Cancellation)).Single().SubmissionId!.Value;
        (await sender.AnsweredAsync(plea, "refused")).Findings.ShouldNotBeNull().ShouldContain(finding => finding.Code == ErrorCatalogue.ChangeAsked.Code);
        var carrier = await document.FetchCarrierAsync();
        await document.Receiver.Agency.System.AnswerRequestAsync(carrier, agree: false, "Đã thi hành xong", Cancellation);
        await document.SeenAsync(line => line is { Transport: "DONE", Requests: [{ Command: "recall", State: "REFUSED", Answer: "Đã thi hành xong" }], Frozen: null });

        var update = await UpdateAsync(sender, document);
        var version = (await sender.AnsweredAsync(update.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        await document.Receiver.Agency.FetchAsync(version);
        await document.Receiver.Agency.System.AnswerRequestAsync(version, agree: true, null, Cancellation);
        await document.SeenAsync(line => line is { Transport: "VOID", Requests: [{ State: "REFUSED" }, { Command: "update", State: "AGREED" }], Frozen: null });
    }

    [Fact]
    public async Task A_recall_passes_an_update_that_waits_for_its_answer()
    {
        var (_, sender, document) = await AcceptedAsync(13);
        var update = await UpdateAsync(sender, document);
        var version = (await sender.AnsweredAsync(update.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        await document.Receiver.Agency.FetchAsync(version);
        await document.SeenAsync(line => line is { Requests: [{ Command: "update", State: "DELIVERED" }] });

        var recall = await sender.System.RecallAsync(document.Submission, "Sai thẩm quyền ký", Cancellation);
        await RecalledAsync(sender, document, recall);

        await document.SeenAsync(line => line is { Transport: "VOID", Requests: [{ Command: "update", State: "LAPSED" }, { Command: "recall", State: "AGREED", Code: "15" }], Frozen.Command: "recall" });
        await sender.SeenAsync(update.SubmissionId, line => line is { Transport: "VOID", Requests: [{ Command: "recall", State: "AGREED" }] });
        await document.Receiver.Agency.DestroyedAsync(document.Receiver.Delivery);
        await document.Receiver.Agency.DestroyedAsync(version);
    }

    [Fact]
    public async Task A_recall_passes_an_update_that_nobody_has_fetched()
    {
        var (nation, sender) = await BeginAsync(25);
        var (here, idle, absent) = (nation.Agencies[45], nation.Agencies[46], nation.Agencies[^16]);
        await using var absence = await Absence.OfAdapterAsync(nation, absent.Adapter);
        var document = await SentDocument.SendAsync(nation, sender, (here, Fate.Accepted), (idle, Fate.Idle), (absent, Fate.Off));
        var update = await UpdateAsync(sender, document);
        var versions = (await sender.AnsweredAsync(update.SubmissionId, "accepted")).Receivers.ToDictionary(line => line.Receiver, line => line.DeliveryId!.Value);
        await here.ListedAsync(versions[here.Code]);
        await idle.ListedAsync(versions[idle.Code]);

        var recall = await sender.System.RecallAsync(document.Submission, "Sai thẩm quyền ký", Cancellation);
        var carriers = (await sender.AnsweredAsync(recall.SubmissionId, "accepted")).Receivers.ToDictionary(line => line.Receiver, line => line.DeliveryId!.Value);
        await document.SeenAsync(idle, line => line is { Transport: "VOID", Requests: [{ State: "LAPSED" }, { Command: "recall", State: "AGREED", Code: null }], Frozen.Command: "recall" });
        await idle.UnlistedAsync(document.Of(Fate.Idle)[0].Delivery);
        await idle.UnlistedAsync(versions[idle.Code]);
        await here.UnlistedAsync(versions[here.Code]);
        await here.FetchAsync(carriers[here.Code]);
        await here.System.AnswerRequestAsync(carriers[here.Code], agree: true, null, Cancellation);
        await document.SeenAsync(here, line => line is { Transport: "VOID", Requests: [{ State: "LAPSED" }, { State: "AGREED", Code: "15" }], Frozen.Command: "recall" });
        await document.SeenAsync(absent, line => line is { Transport: "INITIAL", Requests: [.., { Command: "recall", State: "REQUESTED" }] });

        await absence.ReturnAsync();
        await document.SeenAsync(absent, line => line is { Transport: "VOID", Requests: [{ State: "LAPSED" }, { State: "AGREED", Code: null }], Frozen.Command: "recall" });
        await sender.SeenByAllAsync(update.SubmissionId, 3, line => line is { Transport: "VOID" });
        await NothingArrivesAsync(document);
        await document.EndedAsync(VoidCause.Recalled, Fate.Accepted, Fate.Idle, Fate.Off);
    }

    [Fact]
    public async Task A_recall_passes_a_13_that_waits_for_its_answer()
    {
        var (_, sender, document) = await AcceptedAsync(26);
        await sender.System.TakeBackAsync(document.Submission, "Gửi nhầm nơi nhận", Cancellation);
        await document.FetchCarrierAsync();
        await document.SeenAsync(line => line is { Requests: [{ Command: "takeBack", State: "DELIVERED" }] });

        var recall = await sender.System.RecallAsync(document.Submission, "Sai thẩm quyền ký", Cancellation);
        await RecalledAsync(sender, document, recall);

        await document.SeenAsync(line => line is { Transport: "VOID", Requests: [{ Command: "takeBack", State: "LAPSED" }, { Command: "recall", State: "AGREED", Code: "15" }], Frozen.Command: "recall" });
        await document.EndedAsync(VoidCause.Recalled, Fate.Accepted);
    }

    [Fact]
    public async Task A_recall_and_an_update_at_the_same_time_end_in_a_recall()
    {
        var (_, sender, document) = await AcceptedAsync(14);

        var asked = await Task.WhenAll(
            sender.System.RecallAsync(document.Submission, "Sai thẩm quyền ký", Cancellation), UpdateAsync(sender, document));
        await RecalledAsync(sender, document, asked[0]);

        await document.SeenAsync(line => line is { Transport: "VOID", Frozen.Command: "recall" } && line.Requests!.Any(request => request is { Command: "recall", State: "AGREED" }));
        var update = await UntilAsync(
            () => sender.System.FindAsync(asked[1].SubmissionId, Cancellation),
            found => found.State == "refused" || found.Receivers is [{ Transport: "VOID" }], "the update is refused or has ended with its document");
        update.State.ShouldBeOneOf("refused", "accepted");
        (await document.SeenAsync(_ => true)).Requests!.Where(request => request.Command == "update").ShouldAllBe(request => request.State == "LAPSED");
    }

    [Fact]
    public async Task What_is_accepted_while_a_13_travels_is_taken_back_all_the_same()
    {
        var (nation, sender) = await BeginAsync(15);
        var document = await SentDocument.SendAsync(nation, sender, (nation.Agencies[60], Fate.Arrived));
        var receiver = document.Receiver.Agency;
        await sender.System.TakeBackAsync(document.Submission, "Gửi nhầm nơi nhận", Cancellation);
        await document.SeenAsync(line => line.Requests is [{ Command: "takeBack", State: "REQUESTED" }]);

        await receiver.System.AnswerAsync(document.Receiver.Delivery, "03", null, Cancellation);
        await document.SeenAsync(line => line is { Transport: "DONE", Business: "03", Requests: [{ State: "REQUESTED" }] });
        var carrier = await document.FetchCarrierAsync();
        await receiver.System.AnswerRequestAsync(carrier, agree: true, null, Cancellation);

        await document.SeenAsync(line => line is { Transport: "VOID", Business: "03", Requests: [{ State: "AGREED", Code: "15" }], Frozen: null });
        await receiver.DestroyedAsync(document.Receiver.Delivery);
    }

    [Fact]
    public async Task A_13_and_a_03_at_the_same_time_leave_a_question_that_a_16_ends()
    {
        var (nation, sender) = await BeginAsync(16);
        var document = await SentDocument.SendAsync(nation, sender, (nation.Agencies[61], Fate.Arrived));
        var receiver = document.Receiver.Agency;

        await Task.WhenAll(
            sender.System.TakeBackAsync(document.Submission, "Gửi nhầm nơi nhận", Cancellation), receiver.System.AnswerAsync(document.Receiver.Delivery, "03", null, Cancellation));
        var carrier = await document.FetchCarrierAsync();
        await document.SeenAsync(line => line is { Transport: "DONE", Business: "03", Requests: [{ State: "DELIVERED" }] });
        await receiver.System.AnswerRequestAsync(carrier, agree: false, "Đã vào sổ", Cancellation);

        await document.SeenAsync(line => line is { Transport: "DONE", Business: "03", Requests: [{ State: "REFUSED", Code: "16", Answer: "Đã vào sổ" }] });
        await receiver.System.AnswerAsync(document.Receiver.Delivery, "06", null, Cancellation);
        await document.SeenAsync(line => line is { Transport: "DONE", Business: "06" });
        await document.EndedAsync(null, Fate.Arrived);
    }

    [Fact]
    public async Task A_recall_that_was_refused_is_asked_again_and_agreed_to()
    {
        var (_, sender, document) = await AcceptedAsync(17);
        var first = await sender.System.RecallAsync(document.Submission, "Sai thẩm quyền ký", Cancellation);
        await document.Receiver.Agency.System.AnswerRequestAsync(await document.FetchCarrierAsync(), agree: false, "Đã thi hành xong", Cancellation);
        await document.SeenAsync(line => line is { Transport: "DONE", Requests: [{ State: "REFUSED", Code: "16" }], Frozen: null });

        var second = await sender.System.RecallAsync(document.Submission, "Sai thẩm quyền ký", Cancellation);

        second.ShouldSatisfyAllConditions(again => again.Repeated.ShouldBeFalse(), again => again.SubmissionId.ShouldNotBe(first.SubmissionId));
        await RecalledAsync(sender, document, second);
        await document.SeenAsync(line => line is { Transport: "VOID", Requests: [{ State: "REFUSED", Code: "16" }, { State: "AGREED", Code: "15" }], Frozen.Command: "recall" });
    }

    /// <summary>Systems that know no 15 answer a recall with the steps of a document (domain.md 2.3).</summary>
    [Fact]
    public async Task A_recall_is_answered_by_03_and_02_as_by_15_and_16()
    {
        var (nation, sender) = await BeginAsync(28);
        var (yes, no) = (nation.Agencies[47], nation.Agencies[48]);
        var document = await SentDocument.SendAsync(nation, sender, (yes, Fate.Arrived), (no, Fate.Arrived));
        await sender.System.RecallAsync(document.Submission, "Sai thẩm quyền ký", Cancellation);
        var carriers = await document.CarriersAsync(Fate.Arrived);
        await document.EachAsync(Fate.Arrived, receiver => receiver.Agency.FetchAsync(carriers[receiver]));
        await document.SeenAsync(Fate.Arrived, line => line is { Transport: "DONE", Requests: [{ State: "DELIVERED" }] });

        await document.EachAsync(Fate.Arrived, receiver => receiver.Agency == yes
            ? yes.System.AnswerAsync(receiver.Delivery, "03", null, Cancellation)
            : no.System.AnswerAsync(receiver.Delivery, "02", "Đã thi hành xong", Cancellation));

        await document.SeenAsync(yes, line => line is { Transport: "VOID", Requests: [{ State: "AGREED", Code: "03" }], Frozen.Command: "recall" });
        await document.SeenAsync(no, line => line is { Transport: "DONE", Business: "01", Requests: [{ State: "REFUSED", Code: "02", Answer: "Đã thi hành xong" }], Frozen: null });
    }

    [Fact]
    public async Task An_update_adds_receivers_and_drops_others()
    {
        var (nation, sender) = await BeginAsync(18);
        var (kept, dropped, idle, absent, added) = (nation.Agencies[40], nation.Agencies[41], nation.Agencies[42], nation.Agencies[^15], nation.Agencies[43]);
        await using var absence = await Absence.OfAdapterAsync(nation, absent.Adapter);
        var document = await SentDocument.SendAsync(nation, sender, (kept, Fate.Accepted), (dropped, Fate.Accepted), (idle, Fate.Idle), (absent, Fate.Off));

        var update = await sender.System.UpdateAsync(
            document.Submission, new("Đổi nơi nhận", Add: [added.Code], Drop: [dropped.Code, idle.Code, absent.Code]), null, null, Cancellation);
        var versions = (await sender.AnsweredAsync(update.SubmissionId, "accepted")).Receivers.ToDictionary(line => line.Receiver, line => line.DeliveryId!.Value);
        versions.Keys.ShouldBe([kept.Code, dropped.Code, idle.Code, absent.Code, added.Code], ignoreOrder: true);
        await document.SeenAsync(idle, line => line is { Transport: "VOID", Requests: [{ Command: "drop", State: "AGREED", Code: null }] });
        await idle.UnlistedAsync(document.Of(Fate.Idle)[0].Delivery);
        await added.FetchAsync(versions[added.Code]);
        foreach (var (agency, command) in new[] { (kept, "update"), (dropped, "drop") })
        {
            await agency.FetchAsync(versions[agency.Code]);
            await document.SeenAsync(agency, line => line.Requests is [{ State: "DELIVERED", Due: not null } request] && request.Command == command);
            await agency.System.AnswerRequestAsync(versions[agency.Code], agree: true, null, Cancellation);
            await document.SeenAsync(agency, line => line is { Transport: "VOID", Requests: [{ State: "AGREED", Code: "15" }], Frozen: null });
        }

        var (stays, goes) = (document.Of(Fate.Accepted)[0], document.Of(Fate.Accepted)[1]);
        await dropped.DestroyedAsync(goes.Delivery);
        (await kept.System.ReadAsync(stays.Delivery, Cancellation)).SupersededBy.ShouldBe(versions[kept.Code]);
        await absence.ReturnAsync();
        await document.SeenAsync(absent, line => line is { Transport: "VOID", Requests: [{ Command: "drop", State: "AGREED", Code: null }] });
        await NothingArrivesAsync(document);
        (await document.RowsAsync([stays.Delivery, goes.Delivery])).ToDictionary(row => row.DeliveryId, row => row.VoidAs)
            .ShouldBe(new Dictionary<Guid, VoidCause?> { [stays.Delivery] = VoidCause.Superseded, [goes.Delivery] = VoidCause.Recalled }, ignoreOrder: true);
        await document.EndedAsync(VoidCause.Recalled, Fate.Idle, Fate.Off);
        (await sender.System.FindAsync(update.SubmissionId, Cancellation)).Receivers.Single(line => line.Receiver == added.Code).Requests.ShouldBeNull();
    }

    private async Task<(IJourneyNation Nation, JourneyAgency Sender, SentDocument Document)> AcceptedAsync(int place)
    {
        var (nation, sender) = await BeginAsync(place);
        return (nation, sender, await SentDocument.SendAsync(nation, sender, (nation.Agencies[^(place + 20)], Fate.Accepted)));
    }

    private static Task<HandedOver> UpdateAsync(JourneyAgency sender, SentDocument document) =>
        sender.System.UpdateAsync(document.Submission, new("Sửa trích yếu"), new { subject = "V/v sửa đổi nội dung" }, null, Cancellation);

    /// <summary>The only receiver takes the recall in and agrees.</summary>
    private static async Task RecalledAsync(JourneyAgency sender, SentDocument document, HandedOver recall)
    {
        var carrier = (await sender.AnsweredAsync(recall.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        await document.Receiver.Agency.FetchAsync(carrier);
        await document.Receiver.Agency.System.AnswerRequestAsync(carrier, agree: true, null, Cancellation);
    }
}
