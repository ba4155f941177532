using System.Net.Http.Json;
using System.Text.Json;
using Agency.Adapter;
using Agency.Adapter.Outgoing;
using Axis.Contracts.Wire;
using Axis.Hub;
using Axis.Hub.Ledger;
using Axis.Simulator.Clerks;
using Axis.TestKit;

namespace Axis.Journeys.Faults;

/// <summary>One letter on its way; on it one program dies once, is started again, and nobody notices.</summary>
[Collection(DeathCollection.Name)]
public sealed class LetterDeaths(FaultNation faults)
{
    private static readonly string[] Apart =
    [
        AdapterCrashPoints.UploadBlock, HubCrashPoints.ContentHalf, AdapterCrashPoints.FetchBlock, HubCrashPoints.PublishedNotMarked,
        HubCrashPoints.CommittedNotAcknowledged, HubCrashPoints.DeadLetterRecorded, HubCrashPoints.MarkNotMarked, HubCrashPoints.AlertsNotMarked,
    ];

    public static TheoryData<int, string, string> Places => Deaths.Of(death =>
        death.Row is 1 or (>= 4 and <= 8) or 16 && !Apart.Contains(Deaths.NameOf(death.Point)));

    public static TheoryData<int, string, string> Committed => Deaths.Of(death => death.Point == HubCrashPoints.CommittedNotAcknowledged);

    public static TheoryData<int, string, string> Folded => Deaths.Of(death => death.Row == 11);

    public static TheoryData<int, string, string> Reported => Deaths.Of(death => death.Row == 12);

    public static TheoryData<int, string, string> Redelivered => Deaths.Of(death => death.Row == 10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerTheory, MemberData(nameof(Places))]
    public async Task A_letter_arrives_once_though_one_program_dies_on_its_way(int row, string program, string point)
    {
        await faults.BeginAsync();
        var annex = point.Contains("content", StringComparison.Ordinal) || point.Contains("upload", StringComparison.Ordinal) ? 600_000 : 0;
        var letter = faults.Letter(faults.Receiver) with { AnnexBytes = annex };
        var submission = Guid.Empty;

        await FaultNation.DieAsync(faults.Program(program), point, async () => submission = await faults.SubmitAsync(letter));

        await faults.SurviveAsync();
        var delivery = await faults.DeliveryAsync(submission);
        delivery.Transport.ShouldBe(TransportState.Done);
        delivery.Attempt.ShouldBe(1);
        await ClaimAsync(row, letter, submission, delivery);
    }

    [BrokerTheory, MemberData(nameof(Committed))]
    public async Task A_submission_that_is_committed_and_not_acknowledged_is_given_again_and_answered_as_before(int row, string program, string point)
    {
        row.ShouldBe(6);
        await faults.BeginAsync();
        await FaultNation.ArmAsync(faults.Program(program), point);
        var submission = await faults.SubmitAsync(faults.Letter(faults.Receiver));
        await FaultNation.DeadAsync(faults.Program(program));

        // Not to be taken for a sender that has lost its patience.
        faults.Sender.Adapter.Process.Kill();
        var document = (await AcceptedAsync(submission)).DocumentId;
        await faults.Program(program).StartReadyAsync(Cancellation);

        // The broker gave it again, the key stood, the receipt was armed once more.
        await Eventually.Async(async () => (await AcceptedAsync(submission)).Repeats > 0, TimeSpan.FromMinutes(2), cancellation: Cancellation);
        await faults.Sender.Adapter.Process.StartReadyAsync(Cancellation);

        await faults.SurviveAsync();
        (await faults.DeliveryAsync(submission)).Attempt.ShouldBe(1);
        (await AcceptedAsync(submission)).DocumentId.ShouldBe(document);
        await HasOriginalReceiptAsync(submission);
    }

    [BrokerTheory, MemberData(nameof(Folded))]
    public async Task A_delivery_that_is_spooled_and_not_acknowledged_is_given_again_and_stays_the_first_copy(int row, string program, string point)
    {
        row.ShouldBe(11);
        await faults.BeginAsync();
        await faults.RestAsync(faults.Receiver);
        var submission = Guid.Empty;
        await FaultNation.DieAsync(faults.Program(program), point, async () => submission = await faults.SubmitAsync(faults.Letter(faults.Receiver)));
        var held = await faults.DeliveryAsync(submission, delivery => delivery.Transport == TransportState.Processing);
        faults.Work(faults.Receiver);

        await faults.SurviveAsync();
        (await faults.DeliveryAsync(submission)).Attempt.ShouldBe(1);
        var counted = (await faults.Ledger.HistoryOfAsync(held.DeliveryId, Cancellation)).Where(entry => entry.Kind == EventKinds.Processing).ShouldHaveSingleItem();

        // What the dead adapter had told of is what the agency has taken: nothing was written anew.
        var taken = await faults.Receiver.Connection.GetFromJsonAsync<JsonElement>($"v1/inbox/{held.DeliveryId}", Cancellation);
        taken.GetProperty("receivedAt").GetDateTimeOffset().ShouldBe(counted.OccurredAt);
    }

    [BrokerTheory, MemberData(nameof(Reported))]
    public async Task What_a_receiver_reports_is_counted_once_and_not_asked_for_though_a_program_dies_over_it(int row, string program, string point)
    {
        row.ShouldBe(12);
        await faults.BeginAsync();

        // Nobody takes it in yet: PROCESSING is all there is to report, and nothing that comes later implies it.
        await faults.RestAsync(faults.Receiver);
        var submission = Guid.Empty;
        await FaultNation.DieAsync(faults.Program(program), point, async () => submission = await faults.SubmitAsync(faults.Letter(faults.Receiver)));
        var held = await faults.DeliveryAsync(submission, delivery => delivery.Transport == TransportState.Processing);
        faults.Work(faults.Receiver);

        await faults.SurviveAsync();
        var history = await faults.Ledger.HistoryOfAsync(held.DeliveryId, Cancellation);
        history.Count(entry => entry.Kind == EventKinds.Processing).ShouldBe(1);
        history.Count(entry => entry.Kind == EventKinds.Done).ShouldBe(1);

        // A query heals what was lost, but nothing was: the adapter had said it by itself, whichever of the two the hub came to first.
        (await faults.Ledger.SaidAboutAsync(held.DeliveryId, Cancellation))
            .ShouldContain(said => said.Kind == AcknowledgeKind.Processing && said.QueryNumber == null);
    }

    [BrokerTheory, MemberData(nameof(Redelivered))]
    public async Task A_delivery_that_kills_its_adapter_again_and_again_is_never_given_up(int row, string program, string point)
    {
        row.ShouldBe(10);
        await faults.BeginAsync();
        var reader = faults.Program(program);
        await FaultNation.ArmAsync(reader, point);
        var submission = await faults.SubmitAsync(faults.Letter(faults.Receiver));
        await FaultNation.DeadAsync(reader);
        for (var death = 2; death <= 4; death++)
        {
            reader.Start(point);
            await FaultNation.DeadAsync(reader);
        }

        await reader.StartReadyAsync(Cancellation);

        await faults.SurviveAsync(4);
        var delivery = await faults.DeliveryAsync(submission);
        (delivery.Transport, delivery.Attempt, delivery.Failures).ShouldBe((TransportState.Done, 1, 0));

        // Requeued, not lost and found again by a query.
        (await faults.Ledger.HistoryOfAsync(delivery.DeliveryId, Cancellation)).Select(entry => entry.Kind).ShouldNotContain(EventKinds.Lost);
    }

    /// <summary>What the row of the table says beyond the end state.</summary>
    private async Task ClaimAsync(int row, Letter letter, Guid submission, DeliveryRow delivery)
    {
        switch (row)
        {
            case 1:
                // Nothing but the letter says which it is, so whoever was not answered may repeat it to any start of the adapter.
                submission.ShouldBe(SubmissionIds.OfKey(faults.Sender.Addressee.Code, Uri.EscapeDataString(letter.DocumentId)));
                break;
            case 5:
                await HasOriginalReceiptAsync(submission);
                break;
            case 16:
                // What is decided in one transaction has one time. A status that comes behind a later one is noted only, and no other.
                var history = await faults.Ledger.HistoryOfAsync(delivery.DeliveryId, Cancellation);
                var packages = await faults.Ledger.StatusPackagesAboutAsync(delivery.DeliveryId, Cancellation);
                var counted = history.Where(entry => entry.Kind == EventKinds.Status).ToList();
                var noted = history.Where(entry => entry.Kind == EventKinds.StatusNoted).Select(entry => (Code: entry.Detail!.Split(' ')[0], Entry: entry)).ToList();
                noted.ShouldAllBe(late => counted.Any(entry => entry.Sequence < late.Entry.Sequence && string.CompareOrdinal(entry.BusinessTo, late.Code) > 0));
                counted.Select(entry => (entry.BusinessTo, entry.RecordedAt)).Concat(noted.Select(late => ((string?)late.Code, late.Entry.RecordedAt)))
                    .ShouldBe(packages.Select(package => (package.StatusCode, package.AcceptedAt)), ignoreOrder: true);
                break;
        }
    }

    private async Task<SubmissionRow> AcceptedAsync(Guid submission) =>
        (await faults.Ledger.FindSubmissionAsync(faults.Sender.Adapter.Plan.Code, submission, Cancellation)).ShouldNotBeNull();

    /// <summary>The original receipt, whichever copy it came with.</summary>
    private async Task HasOriginalReceiptAsync(Guid submission)
    {
        var accepted = await AcceptedAsync(submission);
        var sent = await faults.Sender.Connection.GetFromJsonAsync<JsonElement>($"v1/packages/{submission}", Cancellation);
        sent.GetProperty("receipt").GetProperty("documentId").GetGuid().ShouldBe(accepted.DocumentId);
        sent.GetProperty("receipt").GetProperty("decidedAt").GetDateTimeOffset().ShouldBe(accepted.FirstAt);
    }
}
