using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Commands;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Reconcile;
using SentDelivery = Axis.Contracts.Http.SentDelivery;

namespace Axis.Hub.Tests.Watch;

/// <summary>An adapter's books against a real ledger: what is expected, found, kept, told and settled.</summary>
public sealed class ReconcileTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Books_that_tell_what_the_hub_has_differ_in_nothing(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var receipt = await host.SubmitOneAsync(new Draft());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        await host.TurnAsync<Hub.Flow.Deliver.SendStates>();
        host.Time.Advance(TimeSpan.FromHours(1));

        var expected = await host.Get<ReconcileBooks>().ExpectAsync("G22", Day, Cancelled);
        expected.Sent.ShouldBe([receipt.SubmissionId]);
        expected.Received.ShouldBeEmpty();
        (await host.Get<ReconcileBooks>().ExpectAsync("H37", Day, Cancelled)).Received.ShouldBe([receipt.Receivers[0].DeliveryId!.Value]);

        var row = await host.DeliveryAsync(receipt.Receivers[0].DeliveryId!.Value);
        (await PostAsync(host, "G22", Sent(host, receipt, new SentDelivery(row.DeliveryId, row.Version, "DONE")))).Differences.ShouldBeEmpty();
        (await PostAsync(host, "H37", Received(host, receipt, ReceivedState.Done))).Differences.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_difference_opens_once_is_told_and_is_settled_by_the_reconciliation_that_finds_it_no_more(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var receipt = await host.SubmitOneAsync(new Draft());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        host.Time.Advance(TimeSpan.FromHours(1));

        // Arrived by the hub's books, and not in the spool.
        var first = await PostAsync(host, "H37");
        var found = first.Differences.ShouldHaveSingleItem();
        (found.Kind, found.Code, found.Id, found.Agency, found.Document, found.HealsByItself).ShouldBe(
            (DifferenceKind.Missing, ErrorCatalogue.BooksArrivedMissing.Code, receipt.Receivers[0].DeliveryId!.Value, "H37", "7816/VPCP-TTĐT", false));
        var alert = (await host.Get<AlertStore>().ListAsync("H37", 10, Cancelled)).Single(one => one.Kind == AlertKinds.BooksDiffer);
        AlertEndpoints.FindingOf(alert).English.ShouldContain("adapter H37 and the hub's differ on documents of H37");
        alert.ClosedAt.ShouldBeNull();

        host.Time.Advance(TimeSpan.FromHours(1));
        var second = await PostAsync(host, "H37");
        (second.Number, second.Differences.Single().Since).ShouldBe((2, first.PostedAt));

        // The next day's books are asked for it again, long after it came to rest.
        host.Time.Advance(TimeSpan.FromDays(1));
        var next = await host.Get<ReconcileBooks>().ExpectAsync("H37", Day.AddDays(1), Cancelled);
        next.Received.ShouldContain(found.Id);
        (await PostAsync(host, "H37", Day.AddDays(1), Received(host, receipt, ReceivedState.Done))).Differences.ShouldBeEmpty();
        (await host.Get<AlertStore>().ListAsync("H37", 10, Cancelled)).Single(one => one.Kind == AlertKinds.BooksDiffer).ClosedAt.ShouldNotBeNull();
        (await host.Get<ReconciliationStore>().ListAsync("H37", Day, Day.AddDays(1), 10, Cancelled)).Select(row => (row.Day, row.Number))
            .ShouldBe([(Day.AddDays(1), 1), (Day, 2), (Day, 1)]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_sender_that_is_behind_is_told_again_whatever_the_state_is_and_however_old(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var receipt = await host.SubmitOneAsync(new Draft());
        var delivery = receipt.Receivers[0].DeliveryId!.Value;
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "9", Status = "06", Target = delivery });
        await host.TurnAsync<Hub.Flow.Deliver.SendStates>();
        host.Time.Advance(TimeSpan.FromDays(100));
        var day = Day.AddDays(100);
        var told = host.Queues.States("G22").Count;
        var row = await host.DeliveryAsync(delivery);

        // Its adapter does not read that again by itself: the answer is final, and the sending long ago.
        var found = (await PostAsync(host, "G22", day, Sent(host, receipt, new SentDelivery(delivery, row.Version - 1, "DONE")))).Differences.ShouldHaveSingleItem();
        (found.Code, found.HealsByItself).ShouldBe((ErrorCatalogue.BooksStateBehind.Code, true));
        await host.TurnAsync<Hub.Flow.Deliver.SendStates>();
        host.Queues.States("G22").Skip(told).Select(state => (state.DeliveryId, state.Version, state.Business)).ShouldBe([(delivery, row.Version, "06")]);

        (await PostAsync(host, "G22", day, Sent(host, receipt, new SentDelivery(delivery, row.Version, "DONE", "06")))).Differences.ShouldBeEmpty();
        await host.TurnAsync<Hub.Flow.Deliver.SendStates>();
        host.Queues.States("G22").Count.ShouldBe(told + 1, "what agrees is not told again");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_books_posted_again_or_to_another_hub_are_the_same_reconciliation(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        host.Time.Advance(TimeSpan.FromHours(1));
        await using var beside = await host.StartBesideAsync();
        var books = await BooksAsync(host, "H37", Day);

        var answer = await host.Get<ReconcileBooks>().CompareAsync("H37", books, Cancelled);
        host.Time.Advance(TimeSpan.FromHours(1));
        foreach (var hub in new[] { host, beside })
        {
            WireJson.Write(await hub.Get<ReconcileBooks>().CompareAsync("H37", books, Cancelled)).ShouldBe(WireJson.Write(answer));
        }

        (await host.Get<ReconciliationStore>().ListAsync("H37", Day, Day, 10, Cancelled)).ShouldHaveSingleItem();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_older_reading_of_the_spool_changes_nothing(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var receipt = await host.SubmitOneAsync(new Draft());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        host.Time.Advance(TimeSpan.FromHours(1));
        var older = await BooksAsync(host, "H37", Day);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        (await PostAsync(host, "H37", Received(host, receipt, ReceivedState.Done))).Differences.ShouldBeEmpty();

        (await host.Get<ReconcileBooks>().CompareAsync("H37", older, Cancelled)).Missing.ShouldBe(1);
        (await host.Get<AlertStore>().ListAsync("H37", 10, Cancelled)).ShouldNotContain(one => one.Kind == AlertKinds.BooksDiffer);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_difference_that_a_person_has_closed_stays_closed_ends_its_alert_and_opens_again_only_as_another_fact(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        host.Time.Advance(TimeSpan.FromHours(1));
        var delivery = (await PostAsync(host, "H37")).Differences.ShouldHaveSingleItem().Id;

        (await host.Get<DifferenceDesk>().CloseAsync("G22", delivery, _ => true, "operator:lan", "", Cancelled)).Open.ShouldBeEmpty();
        (await host.Get<DifferenceDesk>().CloseAsync("H37", delivery, _ => true, "operator:lan", "Đơn vị đã có văn bản", Cancelled)).Closed.ShouldHaveSingleItem();
        (await host.Get<DifferenceDesk>().CloseAsync("H37", delivery, _ => true, "operator:lan", "again", Cancelled)).Open.ShouldBeEmpty();
        (await AlertAsync(host)).ClosedAt.ShouldNotBeNull();

        // The next nights find the same, and tell it to nobody.
        host.Time.Advance(TimeSpan.FromHours(1));
        (await PostAsync(host, "H37")).Differences.ShouldBeEmpty();
        (await AlertAsync(host)).ClosedAt.ShouldNotBeNull();

        // Its agency answers it: the hub's books say something else now.
        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "9", Status = "03", Target = delivery });
        host.Time.Advance(TimeSpan.FromHours(1));
        (await PostAsync(host, "H37")).Differences.Where(one => one.Id == delivery).ShouldHaveSingleItem().AtHub.ShouldBe("DONE 03, attempt 1");
        (await AlertAsync(host)).ClosedAt.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_difference_that_could_not_be_judged_this_time_stays_open_and_is_told(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var receipt = await host.SubmitOneAsync(new Draft());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        host.Time.Advance(TimeSpan.FromHours(1));
        var opened = (await PostAsync(host, "H37")).Differences.ShouldHaveSingleItem();

        // It is answered a moment before the next books are read: the row is too young to be judged.
        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "9", Status = "03", Target = opened.Id });
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var told = (await PostAsync(host, "H37")).Differences.ShouldHaveSingleItem();
        (told.Id, told.Code, told.Since).ShouldBe((opened.Id, opened.Code, opened.Since));
        (await AlertAsync(host)).ClosedAt.ShouldBeNull();

        host.Time.Advance(TimeSpan.FromHours(1));
        (await PostAsync(host, "H37", Received(host, receipt, ReceivedState.Done))).Differences.ShouldNotContain(one => one.Id == opened.Id);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_an_adapter_was_answered_is_forgotten_after_400_days_and_never_while_its_day_may_be_posted_again(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var receipt = await host.SubmitOneAsync(new Draft());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        host.Time.Advance(TimeSpan.FromHours(1));
        await PostAsync(host, "H37");

        host.Time.Advance(TimeSpan.FromDays(400) - TimeSpan.FromHours(1));
        (await LeftAsync()).ShouldBe([1]);
        host.Time.Advance(TimeSpan.FromHours(2));
        (await LeftAsync()).ShouldBeEmpty();

        // Its difference is not forgotten with it.
        var day = VietnamTime.DateOf(host.Time.GetUtcNow());
        (await host.Get<ReconcileBooks>().ExpectAsync("H37", day, Cancelled)).Received.ShouldBe([receipt.Receivers[0].DeliveryId!.Value]);

        host.Options.KeepAlertsDays = 31;
        await PostAsync(host, "H37", day);
        host.Time.Advance(TimeSpan.FromDays(31) + TimeSpan.FromMinutes(1));
        (await LeftAsync()).ShouldBe([1], "books of that day are still taken, and are #2");
        host.Options.KeepAlertsDays = 0;
        host.Time.Advance(TimeSpan.FromDays(1000));
        (await LeftAsync()).ShouldBe([1], "0 keeps");

        async Task<IEnumerable<int>> LeftAsync()
        {
            await host.TurnAsync<ForgetReconciliations>();
            return (await host.Get<ReconciliationStore>().ListAsync("H37", Day, Day.AddDays(2000), 10, Cancelled)).Select(row => row.Number);
        }
    }

    [Fact]
    public async Task The_command_line_closes_one_difference_or_all_of_an_adapter_that_is_given_up()
    {
        await using var host = await FlowHost.StartAsync();
        foreach (var number in new[] { "1", "2", "3" })
        {
            await host.SubmitOneAsync(new Draft { Number = number });
        }

        foreach (var message in host.Queues.Deliveries("H37"))
        {
            await host.AcknowledgeAsync(message, AcknowledgeKind.Done);
        }

        host.Time.Advance(TimeSpan.FromHours(1));
        var first = (await PostAsync(host, "H37")).Differences[0].Id.ToString();

        (await RunAsync(host, "reconcile", "close", "H37", "--reason", "x")).Text.ShouldContain("name the submission or delivery, or give --all");
        (await RunAsync(host, "reconcile", "close", "H37", first, "--code", "AXS-8501", "--reason", "x")).ShouldBe((1, "axis-hub: nothing of the kind is open at H37"));
        (await RunAsync(host, "reconcile", "close", "H37", first, "--reason", "the office has it")).ShouldBe((0, $"AXS-8512 1/VPCP-TTĐT {first} closed"));
        (await AlertAsync(host)).ClosedAt.ShouldBeNull("two are left");
        (await RunAsync(host, "reconcile", "list", "--from", "2026-11-24")).Code.ShouldBe(1);
        (await RunAsync(host, "reconcile", "close", "H37", "--all", "--reason", "given up")).Code.ShouldBe(0);
        (await RunAsync(host, "reconcile", "list", "--from", "2026-11-24")).Code.ShouldBe(0);
        (await AlertAsync(host)).ClosedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_command_line_lists_what_was_compared_and_shows_what_is_to_do()
    {
        await using var host = await FlowHost.StartAsync();
        var receipt = await host.SubmitOneAsync(new Draft());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        host.Time.Advance(TimeSpan.FromHours(1));
        await PostAsync(host, "H37");

        var (code, text) = await RunAsync(host, "reconcile", "show", "H37", "2026-11-24");
        code.ShouldBe(1);
        text.ShouldContain($"AXS-8512 missing (received) H37 7816/VPCP-TTĐT {receipt.Receivers[0].DeliveryId}: hub [DONE, attempt 1], adapter []");
        (code, text) = await RunAsync(host, "reconcile", "list", "--from", "2026-11-24", "--json");
        (code, text.Contains("\"missing\":1", StringComparison.Ordinal) || text.Contains("\"missing\": 1", StringComparison.Ordinal)).ShouldBe((1, true), text);
        (code, text) = await RunAsync(host, "reconcile", "show", "H37", "2026-11-23");
        (code, text.Trim()).ShouldBe((1, "axis-hub: the books of H37 for 2026-11-23 were not compared"));
    }

    private static async Task<AlertView> AlertAsync(FlowHost host) =>
        (await host.Get<AlertStore>().ListAsync("H37", 10, Cancelled)).First(one => one.Kind == AlertKinds.BooksDiffer);

    private static async Task<(int Code, string Text)> RunAsync(FlowHost host, params string[] arguments)
    {
        using var text = new StringWriter();
        var code = await HubCommand.RunAsync([.. arguments, "--ledger", host.Options.Ledger], text, text, Cancelled);
        return (code, string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private static BookLine Sent(FlowHost host, Receipt receipt, params SentDelivery[] deliveries) => new(new SentLine(
        receipt.SubmissionId, "G22", receipt.PackageSha256, SentState.Accepted, host.Time.GetUtcNow().AddHours(-1), deliveries));

    private static BookLine Received(FlowHost host, Receipt receipt, ReceivedState state) => new(Received: new ReceivedLine(
        receipt.Receivers[0].DeliveryId!.Value, "edoc", receipt.PackageSha256, 1, state, host.Time.GetUtcNow().AddHours(-1), "H37"));

    private static Task<ReconciliationAnswer> PostAsync(FlowHost host, string adapter, params BookLine[] lines) => PostAsync(host, adapter, Day, lines);

    private static async Task<ReconciliationAnswer> PostAsync(FlowHost host, string adapter, DateOnly day, params BookLine[] lines) =>
        await host.Get<ReconcileBooks>().CompareAsync(adapter, await BooksAsync(host, adapter, day, lines), Cancelled);

    private static async Task<BooksOutcome.Read> BooksAsync(FlowHost host, string adapter, DateOnly day, params BookLine[] lines)
    {
        using var text = new MemoryStream();
        await BooksText.WriteAsync(text, new(DayBooks.CurrentVersion, adapter, day, host.Time.GetUtcNow(), FlowHost.SpoolOf(adapter)), lines, Cancelled);
        text.Position = 0;
        return (await BooksText.ReadAsync(text, Cancelled)).ShouldBeOfType<BooksOutcome.Read>();
    }
}
