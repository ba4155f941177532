using Axis.Hub.Ledger;
using Axis.Journeys.Packages;
using Axis.Simulator.Nation;

namespace Axis.Journeys.Changes;

/// <summary>
/// What becomes of a document that its sender recalls, takes back, updates or replaces (domain.md 2.3), told from the agencies' side; the same journeys however the nation runs.
/// Each has a sender of its own.
/// </summary>
public abstract partial class ChangeJourneys(JourneyHome home)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, InlineData(1, 0), InlineData(3, 1), InlineData(94, 2)]
    public async Task A_recall_ends_a_document_wherever_it_stands(int receivers, int place)
    {
        var (nation, sender) = await BeginAsync(place);
        await using var absence = await AwayAsync(nation, receivers);
        var document = await SendAsync(nation, sender, receivers);

        var recall = await sender.System.RecallAsync(document.Submission, "Sai thẩm quyền ký", Cancellation);
        await sender.AnsweredAsync(recall.SubmissionId, "accepted");

        // Nobody has fetched it: given back, and the receiver never hears of it.
        await document.SeenAsync(Fate.Idle, line => line is { Transport: "VOID", Requests: [{ Command: "recall", State: "AGREED", Code: null }], Frozen.Command: "recall" });
        await document.EachAsync(Fate.Idle, receiver => receiver.Agency.UnlistedAsync(receiver.Delivery));
        await document.SeenAsync(Fate.Returned, line => line is { Transport: "DONE", Business: "02", Requests: null, Frozen: null });
        await WaitsOrEndedAsync(document, "recall");

        var carriers = await document.CarriersAsync(Fate.Accepted);
        await document.EachAsync(Fate.Accepted, receiver => receiver.Agency.FetchAsync(carriers[receiver]));
        await document.SeenAsync(Fate.Accepted, line => line is { Transport: "DONE", Requests: [{ State: "DELIVERED", Due: not null, Reason: "Sai thẩm quyền ký" }], Frozen: null });
        await document.EachAsync(Fate.Accepted, receiver => receiver.Agency.System.AnswerRequestAsync(carriers[receiver], agree: true, null, Cancellation));
        await document.SeenAsync(Fate.Accepted, line => line is { Transport: "VOID", Business: "03", Requests: [{ State: "AGREED", Code: "15" }], Frozen.Reason: "Sai thẩm quyền ký" });
        await document.EachAsync(Fate.Accepted, receiver => receiver.Agency.DestroyedAsync(receiver.Delivery));

        await absence.ReturnAsync();
        await document.SeenAsync(Fate.Off, line => line is { Transport: "VOID", Requests: [{ State: "AGREED", Code: null }], Frozen.Command: "recall" });
        await NothingArrivesAsync(document);
        await document.EndedAsync(VoidCause.Recalled, Fate.Accepted, Fate.Idle, Fate.Off);
        await document.EndedAsync(null, Fate.Returned);
    }

    [Theory, InlineData(1, 3), InlineData(3, 4), InlineData(94, 5)]
    public async Task A_document_is_taken_back_wherever_it_stands(int receivers, int place)
    {
        var (nation, sender) = await BeginAsync(place);
        await using var absence = await AwayAsync(nation, receivers);
        var document = await SendAsync(nation, sender, receivers);

        var asked = await sender.System.TakeBackAsync(document.Submission, "Gửi nhầm nơi nhận", Cancellation);
        asked.Select(one => one.DeliveryId).ShouldBe(document.Of(Fate.Accepted, Fate.Idle, Fate.Off).Select(receiver => receiver.Delivery), ignoreOrder: true);

        await document.SeenAsync(Fate.Idle, line => line is { Transport: "VOID", Requests: [{ Command: "takeBack", State: "AGREED", Code: null }], Frozen: null });
        await document.EachAsync(Fate.Idle, receiver => receiver.Agency.UnlistedAsync(receiver.Delivery));
        await document.SeenAsync(Fate.Returned, line => line is { Transport: "DONE", Business: "02", Requests: null });
        await WaitsOrEndedAsync(document, "takeBack");

        var carriers = await document.CarriersAsync(Fate.Accepted);
        await document.EachAsync(Fate.Accepted, receiver => receiver.Agency.FetchAsync(carriers[receiver]));
        await document.SeenAsync(Fate.Accepted, line => line is { Transport: "DONE", Requests: [{ State: "DELIVERED", Due: not null, Reason: "Gửi nhầm nơi nhận" }] });
        await document.EachAsync(Fate.Accepted, receiver => receiver.Agency.System.AnswerRequestAsync(carriers[receiver], agree: true, null, Cancellation));
        await document.SeenAsync(Fate.Accepted, line => line is { Transport: "VOID", Business: "03", Requests: [{ State: "AGREED", Code: "15" }], Frozen: null });
        await document.EachAsync(Fate.Accepted, receiver => receiver.Agency.DestroyedAsync(receiver.Delivery));

        await absence.ReturnAsync();
        await document.SeenAsync(Fate.Off, line => line is { Transport: "VOID", Requests: [{ State: "AGREED", Code: null }], Frozen: null });
        await NothingArrivesAsync(document);
        await document.EndedAsync(VoidCause.TakenBack, Fate.Accepted, Fate.Idle, Fate.Off);
        await document.EndedAsync(null, Fate.Returned);
    }

    [Theory, InlineData(1, 6), InlineData(3, 7), InlineData(94, 8)]
    public async Task An_update_stands_for_a_document_wherever_its_receiver_agrees(int receivers, int place)
    {
        var (nation, sender) = await BeginAsync(place);
        await using var absence = await AwayAsync(nation, receivers);
        var document = await SendAsync(nation, sender, receivers);

        var update = await sender.System.UpdateAsync(document.Submission, new("Sửa trích yếu"), new { subject = "V/v sửa đổi nội dung" }, null, Cancellation);
        await sender.AnsweredAsync(update.SubmissionId, "accepted");
        Fate[] here = [Fate.Accepted, Fate.Returned, Fate.Idle];
        // It waits for the document itself.
        await document.SeenAsync(Fate.Off, line => line is { Transport: "INITIAL", Requests: [{ Command: "update", State: "REQUESTED", Due: null }] });
        (await document.RowsAsync([.. (await document.CarriersAsync(Fate.Off)).Values])).ShouldAllBe(row => row.Phase == DispatchPhase.Parked);

        var carriers = await document.CarriersAsync(here);
        await document.EachAsync(here, receiver => receiver.Agency.FetchAsync(carriers[receiver]));
        foreach (var fate in here)
        {
            await document.SeenAsync(fate, line => line is { Transport: "DONE" or "PROCESSING", Requests: [{ Command: "update", State: "DELIVERED", Due: not null }] });
        }

        await document.EachAsync([Fate.Accepted, Fate.Idle], receiver => receiver.Agency.System.AnswerRequestAsync(carriers[receiver], agree: true, null, Cancellation));
        await document.EachAsync(Fate.Returned, receiver => receiver.Agency.System.AnswerRequestAsync(carriers[receiver], agree: false, "Không thuộc thẩm quyền", Cancellation));
        await document.SeenAsync(Fate.Accepted, line => line is { Transport: "VOID", Requests: [{ State: "AGREED", Code: "15" }], Frozen: null });
        await document.SeenAsync(Fate.Idle, line => line is { Transport: "VOID", Requests: [{ State: "AGREED", Code: "15" }], Frozen: null });
        await document.SeenAsync(Fate.Returned, line => line is { Transport: "DONE", Business: "02", Requests: [{ State: "REFUSED", Code: "16", Answer: "Không thuộc thẩm quyền" }] });

        await absence.ReturnAsync();
        var late = await document.CarriersAsync(Fate.Off);
        await document.EachAsync(Fate.Off, async receiver =>
        {
            await receiver.Agency.FetchAsync(receiver.Delivery);
            await receiver.Agency.FetchAsync(late[receiver]);
            await receiver.Agency.System.AnswerRequestAsync(late[receiver], agree: true, null, Cancellation);
        });
        await document.SeenAsync(Fate.Off, line => line is { Transport: "VOID", Business: "01", Requests: [{ State: "AGREED", Code: "15" }] });

        await SupersededAsync(document, Fate.Accepted, Fate.Idle, Fate.Off);
        await document.EndedAsync(VoidCause.Superseded, Fate.Accepted, Fate.Idle, Fate.Off);
        await document.EndedAsync(null, Fate.Returned);
        await sender.SeenByAllAsync(update.SubmissionId, receivers, line => line is { Transport: "DONE", Business: "01" });
    }

    [Theory, InlineData(1, 9), InlineData(3, 10), InlineData(94, 11)]
    public async Task A_replacement_stands_for_a_document_wherever_it_is_taken_in(int receivers, int place)
    {
        var (nation, sender) = await BeginAsync(place);
        await using var absence = await AwayAsync(nation, receivers);
        var document = await SendAsync(nation, sender, receivers);

        var replacement = await sender.System.ReplaceAsync(document.Submission, new("Ban hành sai thể thức"), Another(place), new("7900.pdf", "%PDF-1.7 7900"u8.ToArray()), Cancellation);
        await sender.AnsweredAsync(replacement.SubmissionId, "accepted");
        Fate[] here = [Fate.Accepted, Fate.Returned, Fate.Idle];
        foreach (var fate in here)
        {
            await document.SeenAsync(fate, line => line is { Transport: not "VOID", Requests: [{ Command: "replace", State: "REQUESTED" }] });
        }

        await document.SeenAsync(Fate.Off, line => line is { Transport: "INITIAL", Requests: [{ Command: "replace", State: "REQUESTED" }] });
        (await document.RowsAsync([.. (await document.CarriersAsync(Fate.Off)).Values])).ShouldAllBe(row => row.Phase == DispatchPhase.Parked);

        var carriers = await document.CarriersAsync(here);
        await document.EachAsync(here, receiver => receiver.Agency.FetchAsync(carriers[receiver]));
        foreach (var fate in here)
        {
            await document.SeenAsync(fate, line => line is { Transport: "VOID", Requests: [{ State: "AGREED", Code: null }], Frozen: null });
        }

        await absence.ReturnAsync();
        var late = await document.CarriersAsync(Fate.Off);
        await document.EachAsync(Fate.Off, receiver => receiver.Agency.FetchAsync(late[receiver]));
        await document.SeenAsync(Fate.Off, line => line is { Transport: "VOID", Business: null, Requests: [{ State: "AGREED", Code: null }] });

        await SupersededAsync(document, [.. here, Fate.Off]);
        await document.EndedAsync(VoidCause.Superseded, [.. here, Fate.Off]);
        await sender.SeenByAllAsync(replacement.SubmissionId, receivers, line => line is { Transport: "DONE", Business: "01" });
    }

    private async Task<(IJourneyNation Nation, JourneyAgency Sender)> BeginAsync(int place)
    {
        var nation = await home.NationAsync();
        return (nation, nation.Agencies[place]);
    }

    /// <summary>The last adapter is off where a journey has receivers behind it.</summary>
    private static Task<Absence> AwayAsync(IJourneyNation nation, int receivers) => Absence.OfAdapterAsync(nation, receivers == 1 ? null : nation.Agencies[^1].Adapter);

    /// <summary>To one receiver, to one of each other fate, or to everybody.</summary>
    private static Task<SentDocument> SendAsync(IJourneyNation nation, JourneyAgency sender, int receivers)
    {
        var others = nation.Agencies.Where(agency => agency != sender).ToArray();
        var far = others.Where(agency => agency.Adapter != others[^1].Adapter).TakeLast(40).ToArray();
        var place = Array.IndexOf([.. nation.Agencies], sender);
        return SentDocument.SendAsync(nation, sender, receivers switch
        {
            1 => [(far[place], Fate.Accepted)],
            3 => [(far[place], Fate.Returned), (far[place + 1], Fate.Idle), (others[^(place + 1)], Fate.Off)],
            _ => [.. others.Select((agency, index) => (agency, agency.Adapter == others[^1].Adapter ? Fate.Off : (Fate)(index % 3)))],
        });
    }

    /// <summary>What never left the hub is ended there; all else waits for the adapter that is off.</summary>
    private static async Task WaitsOrEndedAsync(SentDocument document, string command)
    {
        var lines = await document.SeenAsync(Fate.Off, line => line is { Requests: [{ State: "REQUESTED" or "AGREED" }] });
        lines.ShouldAllBe(line => line.Requests![0].Command == command && line.Transport == (line.Requests[0].State == "AGREED" ? "VOID" : "INITIAL"));
        var claimed = (await document.RowsAsync([.. document.Of(Fate.Off).Select(receiver => receiver.Delivery)])).Where(row => row.EverClaimed).Select(row => row.DeliveryId);
        lines.Where(line => line.Transport == "INITIAL").Select(line => line.DeliveryId!.Value).ShouldBe(claimed, ignoreOrder: true);
    }

    /// <summary>Receivers whose adapter was off find neither the document nor what was asked of it.</summary>
    private static async Task NothingArrivesAsync(SentDocument document)
    {
        var asked = (await document.SeenAsync(Fate.Off, line => line.Requests is [_, ..])).ToDictionary(line => line.Receiver, line => line.Requests!.Select(request => request.CarrierId).ToArray());
        (await document.RowsAsync([.. asked.Values.SelectMany(carriers => carriers)])).ShouldAllBe(row => row.VoidAs != null);
        await document.EachAsync(Fate.Off, async receiver =>
            (await receiver.Agency.ListAllAsync()).Select(item => item.DeliveryId).Intersect([receiver.Delivery, .. asked[receiver.Agency.Code]]).ShouldBeEmpty());
    }

    /// <summary>Receivers are told which delivery stands for the document now.</summary>
    private static async Task SupersededAsync(SentDocument document, params IReadOnlyList<Fate> fates)
    {
        var carriers = await document.CarriersAsync(fates);
        await document.EachAsync(fates, async receiver =>
            (await receiver.Agency.System.ReadAsync(receiver.Delivery, Cancellation)).SupersededBy.ShouldBe(carriers[receiver]));
    }

    private static object Another(int number) => new
    {
        code = $"{7900 + number}/VP-TH", promulgation = new { place = "Hà Nội", date = NationDate.Today(TimeProvider.System) }, type = new { name = "Công văn" },
        subject = "V/v thay thế văn bản đã gửi", signer = new { fullName = "Nguyễn Văn A", position = "Chánh Văn phòng", competence = "TL. BỘ TRƯỞNG" },
    };
}
