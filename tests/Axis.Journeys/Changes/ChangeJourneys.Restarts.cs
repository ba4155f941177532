using Axis.Hub.Ledger;
using Axis.Journeys.Packages;
using Axis.Simulator.Clerks;

namespace Axis.Journeys.Changes;

/// <summary>Hub and adapters that stop between a request and its answer.</summary>
public abstract partial class ChangeJourneys
{
    [Theory, InlineData("recall", 19), InlineData("update", 20)]
    public async Task A_hub_that_stops_before_and_after_a_request_has_arrived_loses_neither_it_nor_its_answer(string command, int place)
    {
        var (nation, sender, document) = await AcceptedAsync(place);
        HandedOver asked;
        await using (await Absence.OfHubAsync(nation))
        {
            asked = await AskAsync(sender, document, command);
        }

        await sender.AnsweredAsync(asked.SubmissionId, "accepted");
        var carrier = await document.FetchCarrierAsync();
        await document.SeenAsync(line => line.Requests is [{ State: "DELIVERED" } request] && request.Command == command);
        await using (await Absence.OfHubAsync(nation))
        {
            await document.Receiver.Agency.System.AnswerRequestAsync(carrier, agree: true, null, Cancellation);
        }

        await AgreedAsync(document, command, carrier);
    }

    [Theory, InlineData("recall", 21), InlineData("update", 22)]
    public async Task A_receivers_adapter_that_stops_before_and_after_a_request_has_arrived_loses_neither_it_nor_its_answer(string command, int place)
    {
        var (nation, sender, document) = await AcceptedAsync(place);
        var receiver = document.Receiver.Agency;
        await using (await Absence.OfAdapterAsync(nation, receiver.Adapter))
        {
            await sender.AnsweredAsync((await AskAsync(sender, document, command)).SubmissionId, "accepted");
            await document.SeenAsync(line => line is { Transport: "DONE", Requests: [{ State: "REQUESTED" }] });
        }

        var carrier = await document.FetchCarrierAsync();
        await using (await Absence.OfAdapterAsync(nation, receiver.Adapter))
        {
            await document.SeenAsync(line => line is { Transport: "DONE", Requests: [{ State: "REQUESTED" or "DELIVERED" }] });
        }

        await receiver.System.AnswerRequestAsync(carrier, agree: true, null, Cancellation);
        await AgreedAsync(document, command, carrier);
    }

    [Fact]
    public async Task A_recall_that_waits_for_an_adapter_outlives_a_restart_of_the_hub()
    {
        var (nation, sender) = await BeginAsync(27);
        await using var absence = await AwayAsync(nation, receivers: 3);
        var document = await SentDocument.SendAsync(nation, sender, (nation.Agencies[^17], Fate.Off));
        await sender.AnsweredAsync((await AskAsync(sender, document, "recall")).SubmissionId, "accepted");
        await WaitsOrEndedAsync(document, "recall");

        await using (await Absence.OfHubAsync(nation))
        {
            await document.SeenAsync(line => line is { Transport: "INITIAL", Requests: [{ State: "REQUESTED" }], Frozen: null });
        }

        await absence.ReturnAsync();
        await document.SeenAsync(line => line is { Transport: "VOID", Requests: [{ State: "AGREED", Code: null }], Frozen.Command: "recall" });
        await NothingArrivesAsync(document);
        await document.EndedAsync(VoidCause.Recalled, Fate.Off);
    }

    private static Task<HandedOver> AskAsync(JourneyAgency sender, SentDocument document, string command) => command == "recall"
        ? sender.System.RecallAsync(document.Submission, "Sai thẩm quyền ký", Cancellation)
        : UpdateAsync(sender, document);

    /// <summary>The sender sees what was agreed to, once; and so does the receiver.</summary>
    private static async Task AgreedAsync(SentDocument document, string command, Guid carrier)
    {
        var line = await document.SeenAsync(line => line is { Transport: "VOID", Requests: [{ State: "AGREED", Code: "15" }] });
        line.Requests!.Single().Command.ShouldBe(command);
        if (command == "recall")
        {
            await document.SeenAsync(seen => seen.Frozen is { Command: "recall" });
            await document.Receiver.Agency.DestroyedAsync(document.Receiver.Delivery);
        }
        else
        {
            (await document.Receiver.Agency.System.ReadAsync(document.Receiver.Delivery, Cancellation)).SupersededBy.ShouldBe(carrier);
        }
    }
}
