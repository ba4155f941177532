using Axis.Contracts.Calendar;
using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Submit;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Agencies.Calendar;

/// <summary>
/// The calendar changes while clocks run (protocol.md 9). It is Friday 27/11/2026, 16:30 in Vietnam: of four office hours one is left today, and three fall on Monday.
/// </summary>
public sealed class MovedDueTimesTests
{
    private const string Operator = "operator:an";

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_swap_announced_while_a_clock_runs_moves_its_due_time_once_by_an_event(string database)
    {
        await using var host = await StartAsync(database);
        await using var beside = await host.StartBesideAsync();
        await host.SubmitOneAsync(new Draft());
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        Shown((await host.DeliveryAsync(sent.DeliveryId)).ArriveDue).ShouldBe("10:30 30/11");
        host.Time.Advance(TimeSpan.FromMinutes(10));

        await AmendAsync(beside, "2026-11-30=swapped_off", "2026-12-05=worked_saturday");
        await host.TurnAsync<MoveDueTimes>();
        await beside.TurnAsync<MoveDueTimes>();
        await host.TurnAsync<MoveDueTimes>();

        var row = await host.DeliveryAsync(sent.DeliveryId);
        (Shown(row.ArriveDue), Shown(row.ProcessingDue), row.CountedBy).ShouldBe(("10:30 01/12", "16:45 27/11", 1));
        var events = await host.EventsAsync(sent.DeliveryId);
        var moved = events.Where(item => item.Kind == EventKinds.DueMoved).ShouldHaveSingleItem();
        moved.Detail.ShouldBe("arrive 2026-11-30T03:30:00.000Z -> 2026-12-01T03:30:00.000Z; calendar version 1");
        (Shown(moved.ArriveDue), moved.ProcessingDue, moved.Source, Shown(moved.EffectiveAt)).ShouldBe(("10:30 01/12", null, "hub", "16:40 27/11"));
        HistoryVerifier.FindBroken(row, events).ShouldBeNull();
    }

    [Theory]
    [InlineData("a Saturday is worked", 0, "10:30 28/11", "2026-11-28=worked_saturday")]
    [InlineData("Monday and Tuesday are off", 0, "10:30 02/12", "2026-11-30=holiday", "2026-12-01=compensation")]
    [InlineData("a day that it does not cross", 0, "10:30 30/11", "2026-12-02=holiday")]
    [InlineData("today itself, after half of it", 0, "11:30 30/11", "2026-11-27=holiday")]
    [InlineData("urgent, by office minutes", 1, "08:00 30/11", "2026-11-27=holiday")]
    [InlineData("hoa toc, by the clock on the wall", 3, "17:00 27/11", "2026-11-27=holiday")]
    public async Task An_open_arrival_moves_to_where_the_new_calendar_says(string name, int priority, string due, params string[] days)
    {
        await using var host = await StartAsync();
        await host.SubmitOneAsync(new Draft { Priority = priority });
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        var before = await host.DeliveryAsync(sent.DeliveryId);

        await AmendAsync(host, days);
        await host.TurnAsync<MoveDueTimes>();

        var after = await host.DeliveryAsync(sent.DeliveryId);
        (Shown(after.ArriveDue), after.CountedBy, after.Version).ShouldBe((due, 1, before.Version), name);
        (await MovesAsync(host, sent.DeliveryId)).Count.ShouldBe(before.ArriveDue == after.ArriveDue ? 0 : 1, name);
    }

    [Fact]
    public async Task The_clock_of_a_new_attempt_after_a_failure_runs_from_that_attempt()
    {
        await using var host = await StartAsync();
        await host.SubmitOneAsync(new Draft());
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Fail, cause: FailCause.Agency);
        host.Time.Advance(TimeSpan.FromMinutes(30));
        await host.Get<ResendSubmission>().ResendAsync("G22", (await host.DocumentAsync((await host.DeliveryAsync(sent.DeliveryId)).DocumentId)).SubmissionId, Cancellation);
        Shown((await host.DeliveryAsync(sent.DeliveryId)).ArriveDue).ShouldBe("11:00 30/11");

        await AmendAsync(host, "2026-11-30=holiday");
        await host.TurnAsync<MoveDueTimes>();

        Shown((await host.DeliveryAsync(sent.DeliveryId)).ArriveDue).ShouldBe("11:00 01/12");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_clock_that_was_met_keeps_its_due_time_and_the_next_one_moves(string database)
    {
        await using var host = await StartAsync(database);
        await host.SubmitAsync(
            new Draft { Number = "1", DueDate = new(2026, 12, 3) }, new Draft { Number = "2" }, new Draft { Number = "3" });
        var sent = host.Queues.Deliveries("H37");
        host.Time.Advance(TimeSpan.FromMinutes(5));
        foreach (var delivery in sent.Take(2))
        {
            await host.AcknowledgeAsync(delivery, AcknowledgeKind.Done);
        }

        await host.AcknowledgeAsync(sent[2], AcknowledgeKind.Fail, cause: FailCause.Agency);
        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "2", Status = "03", Target = sent[1].DeliveryId });

        await AmendAsync(host, "2026-11-30=holiday", "2026-12-03=holiday");
        await host.TurnAsync<MoveDueTimes>();

        (await RowsAsync(host, sent)).Select(row => (Shown(row.ArriveDue), Shown(row.AnswerDue), Shown(row.ProcessDue), row.CountedBy)).ShouldBe(
        [
            ("10:30 30/11", "17:30 01/12", "17:30 04/12", 1), ("10:30 30/11", "17:30 30/11", "", null), ("10:30 30/11", "", "", null),
        ]);
        (await MovesAsync(host, sent[0].DeliveryId)).ShouldHaveSingleItem().Detail.ShouldBe(
            "answer 2026-11-30T10:30:00.000Z -> 2026-12-01T10:30:00.000Z; process 2026-12-03T10:30:00.000Z -> 2026-12-04T10:30:00.000Z; calendar version 1");
        (await MovesAsync(host, sent[1].DeliveryId)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_due_time_that_has_passed_moves_too_and_an_overdue_request_is_awaited_again(string database)
    {
        await using var host = await StartAsync(database);
        await host.SubmitOneAsync(new Draft { Number = "300" });
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        await host.SubmitOneAsync(new Draft { Number = "300", Type = BusinessDocType.Recall });
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);
        host.Time.SetUtcNow(VietnamTime.At(new(2026, 11, 30), new(18, 0)));
        await host.TurnAsync<MarkOverdue>();
        var late = await RequestAsync(host, sent.DeliveryId);
        (late.Status, Shown(late.DueAt)).ShouldBe((ChangeStatus.Overdue, "17:30 30/11"));

        await AmendAsync(host, "2026-11-30=holiday");
        await host.TurnAsync<MoveDueTimes>();

        var moved = await RequestAsync(host, sent.DeliveryId);
        (moved.Status, Shown(moved.DueAt), moved.CountedBy).ShouldBe((ChangeStatus.Delivered, "17:30 01/12", 1));
        Shown((await host.DeliveryAsync(sent.DeliveryId)).AnswerDue).ShouldBe("17:30 01/12");
        (await MovesAsync(host, sent.DeliveryId)).Select(item => item.Detail!.Split(' ')[0]).ShouldBe(["answer", "Recall:"], ignoreOrder: true);

        host.Time.SetUtcNow(VietnamTime.At(new(2026, 12, 1), new(17, 31)));
        await host.TurnAsync<MarkOverdue>();
        (await RequestAsync(host, sent.DeliveryId)).Status.ShouldBe(ChangeStatus.Overdue);
        var row = await host.DeliveryAsync(sent.DeliveryId);
        HistoryVerifier.FindBroken(row, await host.EventsAsync(sent.DeliveryId)).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_due_time_that_a_hub_fixed_before_it_had_followed_is_moved_by_another(string database)
    {
        await using var host = await StartAsync(database);
        await using var behind = await host.StartBesideAsync();
        await AmendAsync(host, "2026-11-30=holiday");
        await host.TurnAsync<MoveDueTimes>();

        await behind.SubmitOneAsync(new Draft());
        var sent = behind.Queues.Deliveries("H37").ShouldHaveSingleItem();
        var fixedBehind = await host.DeliveryAsync(sent.DeliveryId);
        await host.TurnAsync<MoveDueTimes>();

        (Shown(fixedBehind.ArriveDue), fixedBehind.CountedBy).ShouldBe(("10:30 30/11", 0));
        (Shown((await host.DeliveryAsync(sent.DeliveryId)).ArriveDue), (await MovesAsync(host, sent.DeliveryId)).Count).ShouldBe(("10:30 01/12", 1));
    }

    /// <summary>The hub beside has found what version 1 has to count; before it locks that, version 2 has come and counted it.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task What_another_hub_has_counted_by_a_newer_version_meanwhile_is_left_alone(string database)
    {
        await using var host = await StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await AmendAsync(host, "2026-11-30=holiday");
        await using var beside = await host.StartBesideAsync(async () =>
        {
            await AmendAsync(host, "2026-12-01=holiday");
            await host.Get<MoveDueTimes>().TurnAsync(Cancellation);
        });

        (await beside.Get<MoveDueTimes>().TurnAsync(Cancellation)).ShouldBeFalse();

        var row = await host.DeliveryAsync(sent.DeliveryId);
        (Shown(row.ArriveDue), row.CountedBy).ShouldBe(("10:30 02/12", 2));
        (await MovesAsync(host, sent.DeliveryId)).ShouldHaveSingleItem().Detail.ShouldEndWith("calendar version 2");
    }

    [Theory]
    [InlineData("2026-11-25", true)]
    [InlineData("2026-11-26", false)]
    public async Task The_door_judges_late_sending_by_the_days_in_force(string signedOn, bool isLate)
    {
        await using var host = await StartAsync();
        var document = new Draft { Date = DateOnly.ParseExact(signedOn, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        (await host.SubmitOneAsync(document with { Number = "1" })).Findings.ShouldContain(finding => finding.Code == "AXS-2901");

        await AmendAsync(host, "2026-11-27=holiday");
        await host.TurnAsync<MoveDueTimes>();

        (await host.SubmitOneAsync(document with { Number = "2", SubmissionId = Guid.CreateVersion7() })).Findings.Any(finding => finding.Code == "AXS-2901").ShouldBe(isLate);
    }

    [Fact]
    public async Task A_hub_that_dies_halfway_leaves_the_rest_to_the_next_and_nothing_is_moved_twice()
    {
        await using var host = await StartAsync();
        await host.SubmitAsync([.. Enumerable.Range(1, MoveDueTimes.PerTurn + 20).Select(number => new Draft { Number = $"{number}" })]);
        var all = (await host.Ledger.ReadAsync("test", (reader, token) => reader.ListOpenClocksAsync(1, CountedDelivery.None, 1000, token), Cancellation)).Select(clock => clock.DeliveryId).ToArray();
        all.Length.ShouldBe(MoveDueTimes.PerTurn + 20);
        await AmendAsync(host, "2026-11-30=holiday");

        (await host.Get<MoveDueTimes>().TurnAsync(Cancellation)).ShouldBeTrue();
        (await host.DeliveriesAsync(all)).Count(row => row.CountedBy == 1).ShouldBe(MoveDueTimes.PerTurn);
        await using var next = await host.StartBesideAsync();
        await next.TurnAsync<MoveDueTimes>();

        (await host.DeliveriesAsync(all)).ShouldAllBe(row => row.CountedBy == 1 && Shown(row.ArriveDue) == "10:30 01/12");
        foreach (var delivery in all)
        {
            (await MovesAsync(host, delivery)).Count.ShouldBe(1);
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Clocks_count_the_receivers_own_hours_or_those_of_its_nearest_ancestor(string database)
    {
        await using var host = await StartAsync(database);
        await host.Get<RegistryStore>().ChangeAgenciesAsync(
            new RegistryAct("test", "agency-import", "test", ""),
            (_, _) => (new AgencyChange(
                [Agency(FlowNation.Province, "H37"), Agency(FlowNation.Department, "H37.02", FlowNation.Province)], [],
                [Spelling(FlowNation.Province, "H37"), Spelling(FlowNation.Department, "H37.02")]), true), Cancellation);
        await host.SubmitOneAsync(new Draft { To = ["H37", "H37.02", "H14"] });
        var sent = host.Queues.Deliveries("H37").Concat(host.Queues.Deliveries("H14")).ToList();

        var preview = (await host.Get<HoursDesk>().PreviewAsync("H37", "08:00-11:30,13:00-17:00", Cancellation)).Preview.ShouldNotBeNull();
        (preview.Moves, preview.Days.Count).ShouldBe((2, 0));
        preview.First.Select(line => (line.ReceiverCode, Shown(line.From), Shown(line.To))).ShouldBe(
            [("H37", "10:30 30/11", "11:30 30/11"), ("H37.02", "10:30 30/11", "11:30 30/11")], ignoreOrder: true);
        (await host.Get<CalendarStore>().FindVersionAsync(Cancellation)).ShouldBe(0);

        (await host.Get<HoursDesk>().SetAsync("H37", "08:00-11:30,13:00-17:00", Operator, "winter", Cancellation)).ShouldBeEmpty();
        await host.TurnAsync<MoveDueTimes>();
        (await ArrivalsAsync(host, sent)).ShouldBe([("H37", "11:30 30/11"), ("H37.02", "11:30 30/11"), ("H14", "10:30 30/11")], ignoreOrder: true);

        (await host.Get<HoursDesk>().SetAsync("H37.02", "10:00-12:00,13:00-18:00", Operator, "one-stop office", Cancellation)).ShouldBeEmpty();
        await host.TurnAsync<MoveDueTimes>();
        (await ArrivalsAsync(host, sent)).ShouldBe([("H37", "11:30 30/11"), ("H37.02", "13:30 30/11"), ("H14", "10:30 30/11")], ignoreOrder: true);

        (await host.Get<HoursDesk>().SetAsync("H37", AgencyHours.Usual, Operator, "winter is over", Cancellation)).ShouldBeEmpty();
        await host.SubmitOneAsync(new Draft { To = ["H37", "H37.02"], Number = "2" });
        await host.TurnAsync<MoveDueTimes>();
        (await ArrivalsAsync(host, host.Queues.Deliveries("H37"))).ShouldBe(
            [("H37", "10:30 30/11"), ("H37.02", "13:30 30/11"), ("H37", "10:30 30/11"), ("H37.02", "13:30 30/11")], ignoreOrder: true);
        (await host.Get<CalendarStore>().ListAsync(Cancellation)).Select(version => (version.Number, version.Subject, version.Sha256)).ShouldBe(
            [(1, "agency-hours H37", null), (2, "agency-hours H37.02", null), (3, "agency-hours H37", null)]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_preview_counts_exactly_what_then_moves_and_writes_nothing(string database)
    {
        await using var host = await StartAsync(database);
        await host.SubmitOneAsync(new Draft { Number = "1" });
        await host.SubmitAsync(new Draft { Number = "2", Priority = 3 }, new Draft { Number = "3" });
        var sent = host.Queues.Deliveries("H37");
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.AcknowledgeAsync(sent[0], AcknowledgeKind.Done);
        await host.SubmitOneAsync(new Draft { Number = "1", Type = BusinessDocType.Recall });
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Done);
        var orders = Days("2026-11-30=holiday");

        var preview = await host.Get<PreviewCalendar>().OfDaysAsync(current => ((CalendarOutcome.Read)CalendarDesk.Amend(current, orders)).Calendar, Cancellation);
        (await host.Get<CalendarStore>().FindVersionAsync(Cancellation)).ShouldBe(0);
        (await host.DeliveriesAsync([.. sent.Select(one => one.DeliveryId)])).ShouldAllBe(row => row.CountedBy == 0);

        preview.Days.ShouldBe([new CalendarDayChange(new(2026, 11, 30), null, "holiday,a,b,verified,test")]);
        await AmendAsync(host, "2026-11-30=holiday");
        await host.TurnAsync<MoveDueTimes>();
        var moved = 0;
        foreach (var delivery in host.Queues.Deliveries("H37").Select(one => one.DeliveryId).Distinct())
        {
            moved += (await MovesAsync(host, delivery)).Count;
        }

        (preview.Moves, preview.First.Count).ShouldBe((moved, moved));
        preview.First.ShouldContain(line => line.Document == "1/VPCP-TTĐT" && line.ReceiverCode == "H37" && line.Due == "answer" && Shown(line.From) == "17:30 30/11" && Shown(line.To) == "17:30 01/12");
        preview.First.ShouldContain(line => line.Due == "request");
        preview.First.ShouldNotContain(line => line.Document == "2/VPCP-TTĐT");
    }

    private static async Task<FlowHost> StartAsync(string database = TestDatabases.Sqlite)
    {
        var host = await FlowHost.StartAsync(database);
        host.Time.SetUtcNow(VietnamTime.At(new(2026, 11, 27), new(16, 30)));
        return host;
    }

    private static async Task AmendAsync(FlowHost host, params string[] days) =>
        (await host.Get<CalendarDesk>().AmendAsync(Days(days), Operator, "announced", Cancellation)).ShouldBeOfType<CalendarDesk.Outcome.Done>();

    private static DayOrder[] Days(params string[] days) =>
        [.. days.Select(day => new DayOrder(DateOnly.ParseExact(day[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"{day[11..]},a,b,verified,test"))];

    private static AgencyRow Agency(Guid id, string code, Guid? parent = null) => new()
    {
        AgencyId = id, Code = code, NameVi = code, NameEn = code, Kind = "province", ParentId = parent, ChangedAt = DateTimeOffset.UnixEpoch,
    };

    private static AliasRow Spelling(Guid id, string code) => new() { Alias = code, AgencyId = id, Form = "qd20" };

    private static async Task<IReadOnlyList<DeliveryRow>> RowsAsync(FlowHost host, IEnumerable<DeliverMessage> sent)
    {
        Guid[] ids = [.. sent.Select(one => one.DeliveryId)];
        return [.. (await host.DeliveriesAsync(ids)).OrderBy(row => Array.IndexOf(ids, row.DeliveryId))];
    }

    private static async Task<IEnumerable<(string Receiver, string Due)>> ArrivalsAsync(FlowHost host, IEnumerable<DeliverMessage> sent) =>
        (await RowsAsync(host, sent)).Select(row => (row.ReceiverCode, Shown(row.ArriveDue)));

    private static async Task<IReadOnlyList<DeliveryEventRow>> MovesAsync(FlowHost host, Guid delivery) =>
        [.. (await host.EventsAsync(delivery)).Where(item => item.Kind == EventKinds.DueMoved)];

    private static async Task<ChangeRow> RequestAsync(FlowHost host, Guid target) =>
        (await host.Ledger.ReadAsync("test", (reader, token) => reader.FindChangesAsync([target], token), Cancellation)).ShouldHaveSingleItem();

    private static string Shown(DateTimeOffset? due) =>
        due?.ToOffset(VietnamTime.Offset).ToString("HH:mm dd/MM", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
