using System.Net;
using Axis.Contracts.Errors;
using Axis.Hub.Ledger;
using Axis.Simulator.Clerks;
using Axis.TestKit;
using static Axis.Journeys.Packages.JourneySteps;

namespace Axis.Journeys.Packages;

/// <summary>What happens to a package and its statuses, told from the agencies' side; the same journeys however the nation runs.</summary>
public abstract class PackageJourneys(JourneyHome home)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_arrives_whole_and_its_statuses_come_back()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[20]);
        var package = await sender.WriteAsync([receiver]);

        var sent = await sender.System.SubmitAsync(package, "one-to-one", Cancellation);
        var delivery = (await sender.AnsweredAsync(sent.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        (await receiver.ArrivedAsync(delivery)).Kind.ShouldBe("edoc");
        (await receiver.TakeInAsync(delivery)).ShouldBe(package);
        await sender.SeenAsync(sent.SubmissionId, line => line is { Transport: "DONE", Business: "01" });
        foreach (var code in new[] { "03", "04", "05", "06" })
        {
            await receiver.System.AnswerAsync(delivery, code, null, Cancellation);
            await sender.SeenAsync(sent.SubmissionId, line => line.Business == code);
        }

        (await sender.StatusesAsync(delivery, 5)).ShouldBe(["01", "03", "04", "05", "06"]);
        (await nation.BooksOfAsync(sent.SubmissionId)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refusal_comes_back_to_the_sender_with_its_reason()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[1], nation.Agencies[21]);
        var sent = await sender.System.SubmitAsync(await sender.WriteAsync([receiver]), "refused", Cancellation);
        var delivery = (await sender.AnsweredAsync(sent.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value;
        await receiver.ArrivedAsync(delivery);
        await receiver.TakeInAsync(delivery);
        await sender.SeenAsync(sent.SubmissionId, seen => seen.Business == "01");

        await receiver.System.AnswerAsync(delivery, "02", "Văn bản gửi nhầm đơn vị nhận", Cancellation);

        (await sender.SeenAsync(sent.SubmissionId, seen => seen.Business == "02")).Cause.ShouldBe("Văn bản gửi nhầm đơn vị nhận");
        (await sender.StatusesAsync(delivery, 2)).ShouldBe(["01", "02"]);
    }

    [Fact]
    public async Task One_package_reaches_twenty_agencies_once_each()
    {
        var nation = await home.NationAsync();
        var sender = nation.Agencies[2];
        var receivers = nation.Agencies.Skip(15).Where((_, place) => place % 4 == 0).ToList();
        receivers.Count.ShouldBe(20);

        var sent = await sender.System.SubmitAsync(await sender.WriteAsync(receivers), "to-twenty", Cancellation);

        await receivers.TakeInAllAsync(await sender.AnsweredAsync(sent.SubmissionId, "accepted"));
        await sender.SeenByAllAsync(sent.SubmissionId, 20, line => line is { Transport: "DONE", Business: "01" });
        (await nation.BooksOfAsync(sent.SubmissionId)).Select(entry => entry.Receiver).Order()
            .ShouldBe(receivers.Select(receiver => receiver.Code).Order());
    }

    [Fact]
    public async Task A_steering_document_reaches_94_agencies_behind_five_adapters()
    {
        var nation = await home.NationAsync();
        var sender = nation.Agencies[3];
        var receivers = nation.Agencies.Where(agency => agency != sender).ToList();
        receivers.Count.ShouldBe(94);
        receivers.Select(receiver => receiver.Adapter).Distinct().Count().ShouldBe(5);

        var sent = await sender.System.SubmitAsync(await sender.WriteAsync(receivers, priority: 3, steering: true), "steering", Cancellation);

        await receivers.TakeInAllAsync(await sender.AnsweredAsync(sent.SubmissionId, "accepted"));
        await sender.SeenByAllAsync(sent.SubmissionId, 94, line => line is { Transport: "DONE", Business: "01" });
        (await nation.BooksOfAsync(sent.SubmissionId)).Select(entry => entry.Receiver).Order()
            .ShouldBe(receivers.Select(receiver => receiver.Code).Order());
    }

    [Fact]
    public async Task One_adapter_serves_many_agencies_and_each_sees_only_its_own()
    {
        var nation = await home.NationAsync();
        var sender = nation.Agencies[4];
        JourneyAgency[] receivers = [nation.Agencies[5], nation.Agencies[40], nation.Agencies[41], nation.Agencies[42]];
        var neighbour = nation.Agencies[43];
        (receivers[0].Adapter, receivers[1].Adapter, receivers[2].Adapter).ShouldBe((sender.Adapter, neighbour.Adapter, neighbour.Adapter));

        var sent = await sender.System.SubmitAsync(await sender.WriteAsync(receivers), "behind-one", Cancellation);

        var package = await sender.AnsweredAsync(sent.SubmissionId, "accepted");
        var deliveries = package.Receivers.Select(line => line.DeliveryId!.Value).ToList();
        foreach (var (line, receiver) in package.Receivers.Zip(receivers))
        {
            await receiver.ArrivedAsync(line.DeliveryId!.Value);
            (await receiver.System.ListInboxAsync(Cancellation)).Select(item => item.DeliveryId).Intersect(deliveries)
                .ShouldBe([line.DeliveryId.Value]);
        }

        (await neighbour.System.ListInboxAsync(Cancellation)).Select(item => item.DeliveryId).Intersect(deliveries).ShouldBeEmpty();
        (await Should.ThrowAsync<HttpRequestException>(() => neighbour.System.OpenAsync(deliveries[1], Cancellation)))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_agency_without_a_connection_is_served_by_its_parents_adapter()
    {
        var nation = await home.NationAsync();
        var (sender, office) = (nation.Agencies[6], nation.Agencies.Single(agency => agency.Code == JourneyPlan.Parent));

        var sent = await sender.System.SubmitAsync(await sender.Letter([JourneyPlan.Child]).PackageAsync(), "to-a-child", Cancellation);

        var line = (await sender.AnsweredAsync(sent.SubmissionId, "accepted")).Receivers.Single();
        line.Receiver.ShouldBe(JourneyPlan.Child.Code);
        await office.ArrivedAsync(line.DeliveryId!.Value);
        await office.TakeInAsync(line.DeliveryId.Value);
        await sender.SeenAsync(sent.SubmissionId, seen => seen is { Transport: "DONE", Business: "01" });
        (await nation.BooksOfAsync(sent.SubmissionId)).ShouldHaveSingleItem().Receiver.ShouldBe(JourneyPlan.Child.Code);
    }

    [Fact]
    public async Task A_repeat_is_answered_with_the_first_receipt_and_other_bytes_are_a_named_conflict()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[7], nation.Agencies[44]);
        var package = await sender.WriteAsync([receiver]);
        var first = await sender.System.SubmitAsync(package, "key", Cancellation);
        var accepted = await sender.AnsweredAsync(first.SubmissionId, "accepted");
        await receiver.ArrivedAsync(accepted.Receivers.Single().DeliveryId!.Value);

        var again = await sender.System.SubmitAsync(package, "key", Cancellation);

        (again.SubmissionId, again.Repeated).ShouldBe((first.SubmissionId, true));
        var repeated = await sender.System.FindAsync(again.SubmissionId, Cancellation);
        repeated.Receipt.ShouldNotBeNull().ShouldBe(accepted.Receipt);
        repeated.Receivers.Single().DeliveryId.ShouldBe(accepted.Receivers.Single().DeliveryId);
        (await nation.BooksOfAsync(first.SubmissionId)).ShouldHaveSingleItem();
        var other = await sender.WriteAsync([receiver]);
        var conflict = await Should.ThrowAsync<HttpRequestException>(() => sender.System.SubmitAsync(other, "key", Cancellation));
        conflict.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        conflict.Message.ShouldContain(ErrorCatalogue.SubmissionConflict.Code);
    }

    [Fact]
    public async Task Unknown_receivers_are_refused_by_name_and_the_others_get_the_package()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[8], nation.Agencies[45]);
        var letter = sender.Letter([receiver.Addressee, new Addressee("X99.01", "Không có trong danh mục")]);

        var sent = await sender.System.SubmitAsync(await letter.PackageAsync(), "partly", Cancellation);

        var package = await sender.AnsweredAsync(sent.SubmissionId, "accepted");
        package.Receivers.Single(line => line.Receiver == "X99.01").Outcome.ShouldBe("refused");
        var known = package.Receivers.Single(line => line.Receiver == receiver.Code);
        known.Outcome.ShouldBe("delivery");
        await receiver.ArrivedAsync(known.DeliveryId!.Value);
        (await nation.BooksOfAsync(sent.SubmissionId)).ShouldHaveSingleItem().DeliveryId.ShouldBe(known.DeliveryId.Value);
    }

    [Fact]
    public async Task A_refused_package_goes_through_once_its_cause_is_mended_and_its_agency_repeats()
    {
        var nation = await home.NationAsync();
        var (sender, office) = (nation.Agencies[9], nation.Agencies[46]);
        var newcomer = new Addressee("X77", "Cơ quan mới thành lập");
        var package = await sender.Letter([newcomer]).PackageAsync();
        var refused = await sender.System.SubmitAsync(package, "mended", Cancellation);
        (await sender.AnsweredAsync(refused.SubmissionId, "refused")).Receivers.ShouldAllBe(line => line.DeliveryId == null);

        await nation.ImportAgencyAsync(newcomer, office.Code, Cancellation);
        (await sender.System.FindAsync(refused.SubmissionId, Cancellation)).State.ShouldBe("refused");
        var again = await sender.System.SubmitAsync(package, "mended", Cancellation);

        again.SubmissionId.ShouldBe(refused.SubmissionId);
        var line = (await sender.AnsweredAsync(again.SubmissionId, "accepted")).Receivers.Single();
        await office.ArrivedAsync(line.DeliveryId!.Value);
        (await nation.BooksOfAsync(again.SubmissionId)).ShouldHaveSingleItem().Receiver.ShouldBe(newcomer.Code);
    }

    [Fact]
    public async Task An_adapter_that_was_off_gets_its_backlog_in_order_through_a_small_window_urgent_ones_first_and_nothing_fails()
    {
        var nation = await home.NationAsync();
        var (sender, receiver) = (nation.Agencies[10], nation.Agencies[^1]);
        await Eventually.Async(
            () => nation.Ledger.IsLineEmptyAsync(receiver.Adapter, Cancellation), TimeSpan.FromMinutes(2), () => "earlier statuses have arrived", Cancellation);
        await nation.StopAdapterAsync(receiver.Adapter, Cancellation);
        var asked = await nation.Ledger.CountQuestionsAsync(receiver.Adapter, Cancellation);

        // The window, then what waits behind it, then the urgent ones that pass both.
        var sent = new List<Guid>();
        foreach (var (count, priority) in new[] { (JourneyPlan.Window, 0), (25, 0), (5, 2) })
        {
            for (var number = 0; number < count; number++)
            {
                sent.Add((await sender.System.SubmitAsync(
                    await sender.WriteAsync([receiver], priority), $"backlog-{sent.Count}", Cancellation)).SubmissionId);
            }

            await UntilAsync(() => nation.BooksOfAsync(sent), entries => entries.Count == sent.Count, "the hub has accepted everything");
        }

        // One question about them follows what was published. States for the adapter's other agencies may lie there too.
        await UntilAsync(
            async () => new
            {
                Queued = await nation.CountQueuedAsync(receiver.Adapter, Cancellation),
                Asked = await nation.Ledger.CountQuestionsAsync(receiver.Adapter, Cancellation),
                Marked = await CountPublishedAsync(nation, sent),
            },
            seen => seen.Queued >= JourneyPlan.Window + 5 + 1 && seen.Asked > asked && seen.Marked >= JourneyPlan.Window + 5,
            "the window, the urgent ones and the question are in the queue, and the hub's books say so");
        (await nation.Ledger.CountQuestionsAsync(receiver.Adapter, Cancellation)).ShouldBe(asked + 1);
        var waiting = await nation.BooksOfAsync(sent);
        waiting.ShouldAllBe(entry => entry.Transport == "INITIAL");
        (await nation.Ledger.PhasesOfAsync([.. waiting.Select(entry => entry.DeliveryId)], Cancellation))
            .CountBy(phase => phase).ShouldBe(
                [new(DispatchPhase.Published, JourneyPlan.Window + 5), new(DispatchPhase.Waiting, 25)], ignoreOrder: true);

        await nation.StartAdapterAsync(receiver.Adapter, Cancellation);
        var numbers = waiting.ToDictionary(entry => entry.DeliveryId, entry => sent.IndexOf(entry.SubmissionId));
        var arrived = await UntilAsync(
            async () => (await receiver.System.ListInboxAsync(Cancellation)).Where(item => numbers.ContainsKey(item.DeliveryId)).ToList(),
            found => found.Count == 40, "the backlog has arrived");

        var order = arrived.Select(item => numbers[item.DeliveryId]).ToList();
        order.Take(JourneyPlan.Window + 5).Order().ShouldBe([.. Enumerable.Range(0, JourneyPlan.Window), .. Enumerable.Range(35, 5)]);
        order.Skip(JourneyPlan.Window + 5).Select((number, place) => Math.Abs(number - JourneyPlan.Window - place))
            .ShouldAllBe(shift => shift < JourneyPlan.Window, "only those of one refill may change places");
        foreach (var item in arrived)
        {
            await receiver.TakeInAsync(item.DeliveryId);
        }

        var done = await UntilAsync(
            () => nation.BooksOfAsync(sent), entries => entries.All(entry => entry.Transport == "DONE"), "everything is DONE at the hub");
        done.ShouldAllBe(entry => entry.Attempt == 1);
    }

    /// <summary>How many of these submissions' deliveries the hub's books call published.</summary>
    private static async Task<int> CountPublishedAsync(IJourneyNation nation, IReadOnlyCollection<Guid> submissions) =>
        (await nation.Ledger.PhasesOfAsync([.. (await nation.BooksOfAsync(submissions)).Select(entry => entry.DeliveryId)], Cancellation))
            .Count(phase => phase == DispatchPhase.Published);
}
