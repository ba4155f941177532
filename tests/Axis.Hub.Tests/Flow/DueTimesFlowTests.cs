using Axis.Contracts.Calendar;
using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;
using Axis.TestKit;

namespace Axis.Hub.Tests.Flow;

/// <summary>
/// Due times in the ledger by the calendar (domain.md 6). It is Tuesday 24/11/2026, 10:00 in Vietnam, and a day off: Vietnam Culture Day.
/// </summary>
public class DueTimesFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory]
    [InlineData(0, "10:15 24/11", "11:30 25/11", "17:30 25/11")]
    [InlineData(2, "10:02 24/11", "08:00 25/11", "08:00 25/11")]
    [InlineData(3, "10:02 24/11", "10:30 24/11", "10:30 24/11")]
    public async Task A_document_has_its_due_times_from_acceptance_and_from_arrival_on(int priority, string processing, string arrive, string answer)
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitOneAsync(new Draft { Priority = priority });
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();

        var accepted = await host.DeliveryAsync(sent.DeliveryId);
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        var arrived = await host.DeliveryAsync(sent.DeliveryId);

        (Shown(accepted.ProcessingDue), Shown(accepted.ArriveDue), Shown(accepted.AnswerDue)).ShouldBe((processing, arrive, ""));
        (Shown(arrived.AnswerDue), Shown(arrived.ProcessDue)).ShouldBe((answer, ""));
        var events = await host.EventsAsync(sent.DeliveryId);
        (Shown(events[0].ArriveDue), Shown(events[^1].AnswerDue)).ShouldBe((arrive, answer));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_end_of_work_is_due_on_the_documents_own_date_whichever_message_proves_the_arrival(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var saturday = new DateOnly(2026, 11, 28);
        await host.SubmitAsync(
            new Draft { DueDate = saturday, Number = "1" }, new Draft { DueDate = saturday, Number = "2" });
        var sent = host.Queues.Deliveries("H37");

        await host.AcknowledgeAsync(sent[0], AcknowledgeKind.Done);
        await host.SubmitOneAsync(new Draft
        {
            Adapter = "H37", Sender = "H37", To = ["G22"], Number = "2", Status = "01", Target = sent[1].DeliveryId, DoneAt = host.Time.GetUtcNow(),
        });

        (await host.DeliveriesAsync([.. sent.Select(one => one.DeliveryId)])).Select(row => Shown(row.ProcessDue)).ShouldBe(["17:30 30/11", "17:30 30/11"]);
    }

    [Fact]
    public async Task A_status_is_due_to_arrive_and_nobody_owes_it_an_answer()
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitOneAsync(new Draft());
        var document = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Status = "03", Target = document.DeliveryId });
        var status = host.Queues.Deliveries("G22").ShouldHaveSingleItem();

        await host.AcknowledgeAsync(status, AcknowledgeKind.Done);

        var row = await host.DeliveryAsync(status.DeliveryId);
        (Shown(row.ProcessingDue), Shown(row.ArriveDue), row.AnswerDue, row.ProcessDue).ShouldBe(("10:15 24/11", "11:30 25/11", null, null));
    }

    /// <summary>15 or 16 may come until the end of the next working day: until then nobody has failed to answer it.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_recall_is_unanswered_from_its_own_due_time_on_whichever_message_proves_its_arrival(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync(new Draft { Number = "1" }, new Draft { Number = "2" });
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.SubmitAsync(new Draft { Number = "1", Type = BusinessDocType.Recall }, new Draft { Number = "2", Type = BusinessDocType.Recall });
        var carriers = host.Queues.Deliveries("H37").Skip(2).ToList();

        await host.AcknowledgeAsync(carriers[0], AcknowledgeKind.Done);
        await host.SubmitOneAsync(new Draft
        {
            Adapter = "H37", Sender = "H37", To = ["G22"], Number = "2", Status = "01", Target = carriers[1].DeliveryId, DoneAt = host.Time.GetUtcNow(),
        });

        (await host.DeliveriesAsync([.. carriers.Select(one => one.DeliveryId)])).Select(row => Shown(row.AnswerDue)).ShouldBe(["17:30 26/11", "17:30 26/11"]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_recall_is_overdue_once_the_office_hours_of_the_working_day_after_its_arrival_are_over(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.SubmitOneAsync(new Draft { Type = BusinessDocType.Recall });
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);

        // It arrived on Wednesday: Thursday 17:30, and that very instant is still in time.
        host.Time.SetUtcNow(new DateTimeOffset(2026, 11, 26, 17, 30, 0, TimeSpan.FromHours(7)));
        await host.TurnAsync<MarkOverdue>();
        var inTime = await StatusAsync(host, sent.DeliveryId);
        host.Time.Advance(TimeSpan.FromMilliseconds(1));
        await host.TurnAsync<MarkOverdue>();

        inTime.ShouldBe(ChangeStatus.Delivered);
        (await StatusAsync(host, sent.DeliveryId)).ShouldBe(ChangeStatus.Overdue);
    }

    [Fact]
    public async Task What_is_urgent_does_not_wait_for_office_hours()
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitOneAsync(new Draft { Priority = 3, DueDate = new(2026, 11, 28) });
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        await host.SubmitOneAsync(new Draft { Priority = 3, Type = BusinessDocType.Recall });
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);

        Shown((await host.DeliveryAsync(sent.DeliveryId)).ProcessDue).ShouldBe("17:30 28/11");
        Shown((await RequestsAsync(host, sent.DeliveryId)).ShouldHaveSingleItem().DueAt).ShouldBe("12:00 24/11");
    }

    [Fact]
    public async Task Of_two_requests_only_the_one_whose_time_is_over_is_overdue()
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitOneAsync(new Draft { Number = "300" });
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        foreach (var request in new[] { new Draft { Number = "300", Status = "13", Text = "Gửi nhầm", Target = sent.DeliveryId }, new Draft { Number = "300", Type = BusinessDocType.Recall } })
        {
            host.Time.Advance(TimeSpan.FromDays(1));
            await host.SubmitOneAsync(request);
            await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Done);
        }

        host.Time.SetUtcNow(new DateTimeOffset(2026, 11, 26, 17, 31, 0, TimeSpan.FromHours(7)));
        await host.TurnAsync<MarkOverdue>();

        (await RequestsAsync(host, sent.DeliveryId)).Select(request => (request.Command, request.Status))
            .ShouldBe([(ChangeCommand.TakeBack, ChangeStatus.Overdue), (ChangeCommand.Recall, ChangeStatus.Delivered)], ignoreOrder: true);
    }

    [Fact]
    public async Task An_installation_has_its_own_calendar_and_hours()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("calendar.csv"), $"{CalendarFile.Header}\n2026-01-01,holiday,Tết Dương lịch,New Year's Day,verified,test\n");
        await using var host = await FlowHost.StartAsync(
            options => (options.CalendarPath, options.OfficeHours) = (folder.At("calendar.csv"), "08:00-12:00,13:00-16:00"));
        await host.SubmitOneAsync(new Draft());
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();

        Shown((await host.DeliveryAsync(sent.DeliveryId)).ArriveDue).ShouldBe("15:00 24/11");
    }

    private static async Task<ChangeStatus> StatusAsync(FlowHost host, Guid target) => (await RequestsAsync(host, target)).ShouldHaveSingleItem().Status;

    private static Task<IReadOnlyList<ChangeRow>> RequestsAsync(FlowHost host, Guid target) =>
        host.Ledger.ReadAsync("test", (reader, token) => reader.FindChangesAsync([target], token), TestContext.Current.CancellationToken);

    private static string Shown(DateTimeOffset? due) =>
        due?.ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm dd/MM", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
