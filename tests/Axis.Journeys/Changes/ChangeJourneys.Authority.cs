using Axis.Contracts.Errors;
using Axis.Journeys.Packages;
using Axis.Simulator.Clerks;
using static Axis.Journeys.Packages.JourneySteps;

namespace Axis.Journeys.Changes;

/// <summary>Documents sent in another agency's name, and to one that was merged into another.</summary>
public abstract partial class ChangeJourneys
{
    private const int Letters = 5;

    [Fact]
    public async Task A_document_that_two_adapters_send_at_once_under_a_delegation_is_delivered_once()
    {
        var (nation, sender) = await BeginAsync(23);
        var (acting, receiver) = (nation.Agencies[44], nation.Agencies[65]);
        acting.Adapter.ShouldNotBe(sender.Adapter);
        await nation.DelegateAsync(sender.Code, acting.Adapter, Cancellation);

        for (var letter = 0; letter < Letters; letter++)
        {
            var package = await sender.WriteAsync([receiver]);
            var sent = await Task.WhenAll(
                sender.System.SubmitAsync(package, $"own-{letter}", Cancellation), acting.System.SubmitAsync(package, $"acting-{letter}", Cancellation));
            SentPackage[] ends = [await sender.AnsweredAsync(sent[0].SubmissionId, "accepted"), await acting.AnsweredAsync(sent[1].SubmissionId, "accepted")];

            var lines = ends.Select(end => end.Receivers.Single()).ToArray();
            lines.Select(line => line.Outcome).ShouldBe(["delivery", "alreadySent"], ignoreOrder: true);
            var delivery = lines.Select(line => line.DeliveryId!.Value).Distinct().ShouldHaveSingleItem();
            var repeat = ends.Single(end => end.Receivers[0].Outcome == "alreadySent");
            repeat.Findings.ShouldNotBeNull().ShouldContain(finding => finding.Code == ErrorCatalogue.RepeatsPackage.Code);
            repeat.Receivers[0].Finding.ShouldNotBeNull().ShouldSatisfyAllConditions(
                finding => finding.Code.ShouldBe(ErrorCatalogue.AlreadySent.Code), finding => finding.English.ShouldContain(delivery.ToString()));
            await receiver.FetchAsync(delivery);
            (await nation.BooksOfAsync([.. sent.Select(one => one.SubmissionId)])).ShouldHaveSingleItem().DeliveryId.ShouldBe(delivery);
        }
    }

    [Fact]
    public async Task A_document_to_a_merged_agency_reaches_its_successor_who_takes_it_in_and_answers()
    {
        var (nation, sender) = await BeginAsync(24);
        var (office, successor) = (nation.Agencies[50], nation.Agencies[66]);
        var merged = new Addressee("X66", "Cơ quan đã hợp nhất");
        await nation.ImportAgencyAsync(merged, office.Code, Cancellation);
        var before = await SendToAsync(sender, merged, "before");
        await office.FetchAsync(before.Receivers.Single().DeliveryId!.Value);
        await sender.SeenAsync(before.SubmissionId, line => line is { Transport: "DONE", Business: "01" });

        await nation.SucceedAsync(merged.Code, successor.Code, Cancellation);
        var asked = await sender.Letter([merged]).PackageAsync();
        await UntilAsync(() => sender.System.CheckAsync(asked, Cancellation), answer => Succeeded(answer.Results.SelectMany(rule => rule.Findings)), "the hub knows of the merger");
        var after = await SendToAsync(sender, merged, "after");

        Succeeded(after.Findings!).ShouldBeTrue();
        var delivery = after.Receivers.Single().DeliveryId!.Value;
        await successor.FetchAsync(delivery);
        await successor.System.AnswerAsync(delivery, "03", null, Cancellation);
        (await sender.SeenAsync(after.SubmissionId, line => line.Business == "03")).Receiver.ShouldBe(merged.Code);
        (await office.ListAllAsync()).ShouldNotContain(item => item.DeliveryId == delivery);

        // What the merged agency had is recalled from the successor, and destroyed where it lies.
        var recall = await sender.System.RecallAsync(before.SubmissionId, "Sai thẩm quyền ký", Cancellation);
        var carrier = (await sender.AnsweredAsync(recall.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        await successor.FetchAsync(carrier);
        await successor.System.AnswerRequestAsync(carrier, agree: true, null, Cancellation);
        await sender.SeenAsync(before.SubmissionId, line => line is { Transport: "VOID", Requests: [{ State: "AGREED", Code: "15" }], Frozen.Command: "recall" });
        await office.DestroyedAsync(before.Receivers.Single().DeliveryId!.Value);
    }

    private static async Task<SentPackage> SendToAsync(JourneyAgency sender, Addressee receiver, string key) => await sender.AnsweredAsync(
        (await sender.System.SubmitAsync(await sender.Letter([receiver]).PackageAsync(), key, Cancellation)).SubmissionId, "accepted");

    private static bool Succeeded(IEnumerable<DoorFinding> findings) => findings.Any(finding => finding.Code == ErrorCatalogue.CodeSucceeded.Code);
}
