using Axis.Contracts.Calendar;
using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
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
public sealed partial class MovedDueTimesTests
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

    private static async Task<IReadOnlyList<DeliveryRow>> RowsAsync(FlowHost host, IEnumerable<DeliverMessage> sent)
    {
        Guid[] ids = [.. sent.Select(one => one.DeliveryId)];
        return [.. (await host.DeliveriesAsync(ids)).OrderBy(row => Array.IndexOf(ids, row.DeliveryId))];
    }

    private static async Task<IReadOnlyList<DeliveryEventRow>> MovesAsync(FlowHost host, Guid delivery) =>
        [.. (await host.EventsAsync(delivery)).Where(item => item.Kind == EventKinds.DueMoved)];

    private static async Task<ChangeRow> RequestAsync(FlowHost host, Guid target) =>
        (await host.Ledger.ReadAsync("test", (reader, token) => reader.FindChangesAsync([target], token), Cancellation)).ShouldHaveSingleItem();

    private static string Shown(DateTimeOffset? due) =>
        due?.ToOffset(VietnamTime.Offset).ToString("HH:mm dd/MM", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
