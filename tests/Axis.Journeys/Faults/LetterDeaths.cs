using System.Net.Http.Json;
using System.Text.Json;
using Agency.Adapter;
using Axis.Hub;
using Axis.Hub.Ledger;
using Axis.TestKit;

namespace Axis.Journeys.Faults;

/// <summary>One letter on its way; on it one program dies once, is started again, and nobody notices.</summary>
[Collection(DeathCollection.Name)]
public sealed class LetterDeaths(FaultNation faults)
{
    private static readonly string[] Apart =
    [
        AdapterCrashPoints.UploadBlock, HubCrashPoints.ContentHalf, AdapterCrashPoints.FetchBlock, HubCrashPoints.PublishedNotMarked,
        HubCrashPoints.DeadLetterRecorded, HubCrashPoints.MarkNotMarked,
    ];

    public static TheoryData<int, string, string> Places => Deaths.Of(death =>
        death.Row is 1 or (>= 4 and <= 8) or 11 or 16 && !Apart.Contains(Deaths.NameOf(death.Point)));

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
        await ClaimAsync(row, submission, delivery);
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
        history.Count(entry => entry.Kind == EventKinds.Done).ShouldBe(1);

        // A query heals what was lost, but nothing was: the adapter had said it by itself.
        var counted = history.Where(entry => entry.Kind == EventKinds.Processing).ShouldHaveSingleItem();
        (await faults.Ledger.SaidAsync(counted, Cancellation)).QueryNumber.ShouldBeNull();
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
    private async Task ClaimAsync(int row, Guid submission, DeliveryRow delivery)
    {
        var accepted = (await faults.Ledger.FindSubmissionAsync(faults.Sender.Adapter.Plan.Code, submission, Cancellation))!;
        var kinds = (await faults.Ledger.HistoryOfAsync(delivery.DeliveryId, Cancellation)).Select(entry => entry.Kind).ToList();
        switch (row)
        {
            case 5:
                // The original receipt, whichever copy it came with.
                var sent = await faults.Sender.Connection.GetFromJsonAsync<JsonElement>($"v1/packages/{submission}", Cancellation);
                sent.GetProperty("receipt").GetProperty("documentId").GetGuid().ShouldBe(accepted.DocumentId);
                sent.GetProperty("receipt").GetProperty("decidedAt").GetDateTimeOffset().ShouldBe(accepted.FirstAt);
                break;
            case 6:
                // The broker gave it again, the key stood, the receipt was armed once more.
                accepted.Repeats.ShouldBeGreaterThan(0);
                break;
            case 16:
                kinds.Count(kind => kind == EventKinds.Status).ShouldBe((await faults.Ledger.StatusesAboutAsync(delivery.DeliveryId, Cancellation)).Count);
                break;
        }
    }
}
