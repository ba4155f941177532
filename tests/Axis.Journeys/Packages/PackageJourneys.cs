using System.Net;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;

namespace Axis.Journeys.Packages;

/// <summary>What happens to a package and its statuses, told from the agencies' side; the same journeys on every transport.</summary>
public abstract class PackageJourneys
{
    private static readonly DateOnly Day = NationDate.Today(TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Administrator's address of the broker, or null for the embedded transport.</summary>
    protected abstract Task<string?> FindBrokerAsync();

    [Fact]
    public async Task A_package_arrives_whole_and_its_statuses_come_back()
    {
        await using var nation = await StartAsync(NationPlan.Of(2));
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        var package = await WriteAsync(sender, [receiver]);

        var sent = await sender.System.SubmitAsync(package, "one-to-one", Cancellation);
        var delivery = await ArrivedAsync(receiver);
        (await receiver.System.OpenAsync(delivery.DeliveryId, Cancellation)).ShouldBe(package);
        await receiver.System.AcknowledgeAsync(delivery.DeliveryId, Cancellation);
        await SeenAsync(sender, sent.SubmissionId, line => line is { Transport: "DONE", Business: "01" });
        foreach (var code in new[] { "03", "04", "05", "06" })
        {
            await receiver.System.AnswerAsync(delivery.DeliveryId, code, null, Cancellation);
            await SeenAsync(sender, sent.SubmissionId, line => line.Business == code);
        }

        var codes = await StatusesAsync(sender, 5);
        codes.ShouldBe(["01", "03", "04", "05", "06"]);
        (await nation.ReadHubBooksAsync(Cancellation)).Count(entry => entry.Kind == "edoc").ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_comes_back_to_the_sender_with_its_reason()
    {
        await using var nation = await StartAsync(NationPlan.Of(2));
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        var sent = await sender.System.SubmitAsync(await WriteAsync(sender, [receiver]), "refused", Cancellation);
        var delivery = await ArrivedAsync(receiver);
        _ = await receiver.System.OpenAsync(delivery.DeliveryId, Cancellation);
        await receiver.System.AcknowledgeAsync(delivery.DeliveryId, Cancellation);

        await receiver.System.AnswerAsync(delivery.DeliveryId, "02", "Văn bản gửi nhầm đơn vị nhận", Cancellation);

        var line = await SeenAsync(sender, sent.SubmissionId, seen => seen.Business == "02");
        line.Cause.ShouldBe("Văn bản gửi nhầm đơn vị nhận");
    }

    [Fact]
    public async Task One_package_reaches_twenty_agencies_once_each()
    {
        await using var nation = await StartAsync(Grouped(adapters: 3, agenciesEach: 7));
        var sender = nation.Agencies[0];
        var receivers = nation.Agencies.Skip(1).ToList();

        var sent = await sender.System.SubmitAsync(await WriteAsync(sender, receivers), "to-twenty", Cancellation);

        await EveryoneTakesInAsync(receivers);
        await SeenByAllAsync(sender, sent.SubmissionId, 20, line => line is { Transport: "DONE", Business: "01" });
        var hub = (await nation.ReadHubBooksAsync(Cancellation)).Where(entry => entry.Kind == "edoc").ToList();
        hub.Count.ShouldBe(20);
        hub.Select(entry => entry.Receiver).Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public async Task A_steering_document_reaches_94_agencies_behind_five_adapters()
    {
        await using var nation = await StartAsync(Grouped(adapters: 5, agenciesEach: 19));
        var sender = nation.Agencies[0];
        var receivers = nation.Agencies.Skip(1).ToList();
        receivers.Count.ShouldBe(94);

        var sent = await sender.System.SubmitAsync(await WriteAsync(sender, receivers, priority: 3, steering: true), "steering", Cancellation);

        await EveryoneTakesInAsync(receivers);
        await SeenByAllAsync(sender, sent.SubmissionId, 94, line => line is { Transport: "DONE", Business: "01" });
        (await nation.ReadHubBooksAsync(Cancellation)).Count(entry => entry.Kind == "edoc").ShouldBe(94);
    }

    [Fact]
    public async Task An_agency_without_a_connection_is_served_by_its_parents_adapter()
    {
        var parent = new Addressee("H37", "UBND tỉnh Lạng Sơn");
        var child = new Addressee("H37.90.01", "Phòng mô phỏng");
        await using var nation = await StartAsync(new NationPlan(
        [
            .. NationPlan.Of(2).Adapters.Take(1),
            new AdapterPlan("H37", [new AgencyPlan(parent), new AgencyPlan(child, Parent: "H37", OwnConnection: false)]),
        ]));
        var (sender, office) = (nation.Agencies[0], nation.Agency("H37"));
        var letter = Letter(sender, [child]);

        await sender.System.SubmitAsync(await PackageOfAsync(letter), "to-a-child", Cancellation);

        (await ArrivedAsync(office)).Kind.ShouldBe("edoc");
        (await nation.ReadHubBooksAsync(Cancellation)).ShouldHaveSingleItem().Receiver.ShouldBe(child.Code);
    }

    [Fact]
    public async Task A_repeat_is_answered_with_the_first_receipt_and_other_bytes_are_a_named_conflict()
    {
        await using var nation = await StartAsync(NationPlan.Of(2));
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        var package = await WriteAsync(sender, [receiver]);
        var first = await sender.System.SubmitAsync(package, "key", Cancellation);
        await EveryoneTakesInAsync([receiver]);
        var accepted = await SeenAsync(sender, first.SubmissionId, line => line.Transport == "DONE");

        var again = await sender.System.SubmitAsync(package, "key", Cancellation);

        again.SubmissionId.ShouldBe(first.SubmissionId);
        (await SeenAsync(sender, again.SubmissionId, line => line.Transport == "DONE")).DeliveryId.ShouldBe(accepted.DeliveryId);
        (await nation.ReadHubBooksAsync(Cancellation)).Count(entry => entry.Kind == "edoc").ShouldBe(1);
        var conflict = await Should.ThrowAsync<HttpRequestException>(async () =>
            await sender.System.SubmitAsync(await WriteAsync(sender, [receiver], number: 2), "key", Cancellation));
        conflict.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        conflict.Message.ShouldContain("AXS-");
    }

    [Fact]
    public async Task Unknown_receivers_are_refused_by_name_and_the_others_get_the_package()
    {
        await using var nation = await StartAsync(NationPlan.Of(2));
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        var letter = Letter(sender, [receiver.Addressee, new Addressee("X99.01", "Không có trong danh mục")]);

        var sent = await sender.System.SubmitAsync(await PackageOfAsync(letter), "partly", Cancellation);

        await EveryoneTakesInAsync([receiver]);
        var package = await UntilAsync(
            () => sender.System.FindAsync(sent.SubmissionId, Cancellation), found => found.State == "accepted", "the submission is accepted");
        package.Receivers.Single(line => line.Receiver == "X99.01").Outcome.ShouldBe("refused");
        package.Receivers.Single(line => line.Receiver == receiver.Addressee.Code).Outcome.ShouldBe("delivery");
    }

    [Fact]
    public async Task A_refused_package_goes_through_once_its_cause_is_mended_and_its_agency_repeats()
    {
        await using var nation = await StartAsync(NationPlan.Of(2));
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        var newcomer = new Addressee("X77", "Cơ quan mới thành lập");
        var package = await PackageOfAsync(Letter(sender, [newcomer]));
        var refused = await sender.System.SubmitAsync(package, "mended", Cancellation);
        var answer = await UntilAsync(
            () => sender.System.FindAsync(refused.SubmissionId, Cancellation), found => found.State == "refused", "the submission is refused");
        answer.Receivers.ShouldAllBe(line => line.DeliveryId == null);

        await nation.AddAgencyAsync(newcomer, receiver.Addressee.Code, Cancellation);
        (await sender.System.FindAsync(refused.SubmissionId, Cancellation)).State.ShouldBe("refused");
        var again = await sender.System.SubmitAsync(package, "mended", Cancellation);

        again.SubmissionId.ShouldBe(refused.SubmissionId);
        await UntilAsync(
            () => sender.System.FindAsync(again.SubmissionId, Cancellation), found => found.State == "accepted", "the repeat is accepted");
        (await nation.ReadHubBooksAsync(Cancellation)).ShouldHaveSingleItem().Receiver.ShouldBe(newcomer.Code);
    }

    [Fact]
    public async Task An_adapter_that_was_off_gets_its_backlog_by_priority_through_a_small_window_and_nothing_fails()
    {
        var plan = NationPlan.Of(2);
        await using var nation = await StartAsync(
            new NationPlan([plan.Adapters[0], plan.Adapters[1] with { Starts = false }]), hub => hub.Window = 10);
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        foreach (var number in Enumerable.Range(1, 40))
        {
            // The last five are urgent: they pass what waits, and the window too.
            await sender.System.SubmitAsync(
                await WriteAsync(sender, [receiver], number, priority: number > 35 ? 2 : 0), $"backlog-{number}", Cancellation);
        }

        var waiting = await UntilAsync(
            () => nation.ReadHubBooksAsync(Cancellation), entries => entries.Count == 40, "the hub has accepted everything");
        waiting.ShouldAllBe(entry => entry.Transport == "INITIAL");

        await receiver.Adapter.StartAsync(Cancellation);
        var items = await UntilAsync(
            () => receiver.System.ListInboxAsync(Cancellation), found => found.Count == 40, "the backlog has arrived");

        // Ten were in the window when the urgent ones came; of the rest none may stand before an urgent one.
        var order = items.Select(item => item.Priority).ToList();
        order.LastIndexOf(2).ShouldBeLessThan(15);
        await EveryoneTakesInAsync([receiver], 40);
        await UntilAsync(
            () => nation.ReadHubBooksAsync(Cancellation),
            entries => entries.Where(entry => entry.Kind == "edoc").All(entry => entry.Transport == "DONE"), "everything is DONE at the hub");
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> holds, string what) where T : class =>
        await Eventually.FindAsync(
            async () => await look() is var seen && holds(seen) ? seen : null, TimeSpan.FromMinutes(1), () => what, Cancellation);

    private async Task<LiveNation> StartAsync(NationPlan plan, Action<Hub.HubOptions>? hub = null) =>
        await LiveNation.StartAsync(
            new NationOptions { Plan = plan, Hub = hub, Broker = await FindBrokerAsync() }, TimeProvider.System, Cancellation);

    private static NationPlan Grouped(int adapters, int agenciesEach)
    {
        var agencies = NationPlan.Of(adapters * agenciesEach).Adapters.SelectMany(adapter => adapter.Agencies).ToList();
        return new([.. agencies.Chunk(agenciesEach).Select(chunk => new AdapterPlan(chunk[0].Addressee.Code, chunk))]);
    }

    private static Letter Letter(NationAgency sender, IReadOnlyList<Addressee> receivers, int number = 1, int priority = 0, bool steering = false) =>
        new LetterWriter(number).Write(sender.Addressee, receivers, Day, receivers.Count) with
        {
            Receivers = receivers,
            Number = number,
            Priority = priority,
            Steering = steering,
        };

    private static Task<byte[]> WriteAsync(
        NationAgency sender, IReadOnlyList<NationAgency> receivers, int number = 1, int priority = 0, bool steering = false) =>
        PackageOfAsync(Letter(sender, [.. receivers.Select(receiver => receiver.Addressee)], number, priority, steering));

    private static Task<byte[]> PackageOfAsync(Letter letter) => LetterPackage.WriteAsync(letter, TimeProvider.System.GetUtcNow(), Cancellation);

    private static async Task<InboxItem> ArrivedAsync(NationAgency receiver) =>
        (await UntilAsync(
            () => receiver.System.ListInboxAsync(Cancellation), found => found.Any(item => item.Kind == "edoc"), $"{receiver.Addressee.Code} has a document"))
        .Single(item => item.Kind == "edoc");

    private static async Task EveryoneTakesInAsync(IEnumerable<NationAgency> receivers, int documents = 1)
    {
        foreach (var receiver in receivers)
        {
            var items = await UntilAsync(
                () => receiver.System.ListInboxAsync(Cancellation), found => found.Count(item => item.Kind == "edoc") == documents,
                $"{receiver.Addressee.Code} has {documents} documents");
            foreach (var item in items)
            {
                _ = await receiver.System.OpenAsync(item.DeliveryId, Cancellation);
                await receiver.System.AcknowledgeAsync(item.DeliveryId, Cancellation);
            }
        }
    }

    private static async Task<SentPackageReceiver> SeenAsync(NationAgency sender, Guid submission, Func<SentPackageReceiver, bool> condition) =>
        (await SeenByAllAsync(sender, submission, 1, condition)).Receivers.Single();

    private static Task<SentPackage> SeenByAllAsync(NationAgency sender, Guid submission, int receivers, Func<SentPackageReceiver, bool> condition) =>
        UntilAsync(
            () => sender.System.FindAsync(submission, Cancellation),
            package => package.Receivers.Count == receivers && package.Receivers.All(condition),
            "the sender sees it");

    /// <summary>Statuses in the order in which they came; each is acknowledged, for the inbox lists what is not.</summary>
    private static async Task<IReadOnlyList<string?>> StatusesAsync(NationAgency agency, int count)
    {
        var items = await UntilAsync(
            () => agency.System.ListInboxAsync(Cancellation), found => found.Count(item => item.Kind == "status") == count, $"{count} statuses are back");
        return [.. items.Select(item => item.StatusCode)];
    }
}
