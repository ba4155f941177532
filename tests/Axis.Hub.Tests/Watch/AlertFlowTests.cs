using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Submit;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Alerts;
using Dapper;

namespace Axis.Hub.Tests.Watch;

/// <summary>Alerts about deliveries: opened with what causes them, closed with its end, one for all deliveries between two agencies.</summary>
public class AlertFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Many_failures_between_two_agencies_are_one_alert_with_a_case_number(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync([.. Enumerable.Range(1, 30).Select(number => new Draft { Number = $"{number}" })]);
        var sent = host.Queues.Deliveries("H37");

        await host.AcknowledgeAsync(sent[0], AcknowledgeKind.Fail, cause: FailCause.Agency);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.AcknowledgeAsync([.. sent.Skip(1).Select(one => host.Said(one, AcknowledgeKind.Fail, cause: FailCause.Agency))]);

        var alert = (await AlertsAsync(host)).ShouldHaveSingleItem();
        (alert.Kind, alert.CaseNumber, alert.Seen, alert.OpenItems, alert.Version).ShouldBe((AlertKinds.DeliveryFailed, "2026-000001", 30, 30, 1));
        (alert.AdapterCode, alert.CounterAdapterCode, alert.Cause).ShouldBe(("G22", "H37", "agency"));
        AlertEndpoints.FindingOf(alert).Code.ShouldBe(ErrorCatalogue.AlertDeliveryFailed.Code);
        (alert.LastSeenAt - alert.OpenedAt).ShouldBe(TimeSpan.FromMinutes(1));
        (await AlertsAsync(host, "H37")).ShouldHaveSingleItem().CaseNumber.ShouldBe("2026-000001");
        (await AlertsAsync(host, "H14")).ShouldBeEmpty();
        (await host.Get<AlertStore>().FindAsync("2026-000001", Cancellation))!.Items.Count.ShouldBe(30);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_alert_closes_with_its_last_delivery_and_a_later_one_is_another_case(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var first = new Draft { Number = "1" };
        await host.SubmitAsync(first, new Draft { Number = "2" }, new Draft { Number = "3" });
        var sent = host.Queues.Deliveries("H37");
        await host.AcknowledgeAsync([.. sent.Take(2).Select(one => host.Said(one, AcknowledgeKind.Fail, cause: FailCause.Agency))]);

        await host.Get<ResendSubmission>().ResendAsync("G22", first.SubmissionId, Cancellation);
        (await AlertsAsync(host)).Select(alert => (alert.OpenItems, alert.ClosedAt)).ShouldBe([(1, null)]);
        await host.AcknowledgeAsync(sent[1], AcknowledgeKind.Done);
        var closed = (await AlertsAsync(host)).ShouldHaveSingleItem();
        (closed.OpenItems, closed.ClosedBy, closed.Version, closed.Seen).ShouldBe((0, "hub", 2, 2));

        await host.AcknowledgeAsync(sent[2], AcknowledgeKind.Fail, cause: FailCause.Agency);
        (await AlertsAsync(host)).Where(alert => alert.ClosedAt is null).Select(alert => (alert.CaseNumber, alert.OpenItems)).ShouldBe([("2026-000002", 1)]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_fails_for_another_cause_or_another_agency_is_another_alert(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync(new Draft { Number = "1", To = ["H37", "H14"] }, new Draft { Number = "2" });

        await host.AcknowledgeAsync(host.Queues.Deliveries("H14")[0], AcknowledgeKind.Fail, cause: FailCause.Agency);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Fail, cause: FailCause.Agency);
        await host.AcknowledgeAsync(host.Said(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Fail, cause: FailCause.Agency));

        (await AlertsAsync(host)).Select(alert => (alert.CounterAdapterCode, alert.OpenItems)).ShouldBe([("H14", 1), ("H37", 2)], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_watched_document_has_an_alert_of_its_own(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync(new Draft { Number = "1" }, new Draft { Number = "2", SteeringType = 2, To = ["H37", "H14"] });

        await host.AcknowledgeAsync([.. host.Queues.Deliveries("H37").Concat(host.Queues.Deliveries("H14")).Select(one => host.Said(one, AcknowledgeKind.Fail, cause: FailCause.Agency))]);

        (await AlertsAsync(host)).Select(alert => (alert.DocumentId is null ? null : alert.CodeNumber, alert.OpenItems)).ShouldBe([(null, 1), ("2", 2)], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_was_returned_is_told_until_it_is_sent_anew(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var receipt = await host.SubmitOneAsync(new Draft());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Status = "02", Text = "Sai nơi nhận", Target = receipt.Receivers[0].DeliveryId });
        (await AlertsAsync(host)).Select(alert => (alert.Kind, alert.ClosedAt)).ShouldBe([(AlertKinds.Returned, null)]);

        await host.SubmitOneAsync(new Draft { Subject = "V/v đã sửa" });

        (await AlertsAsync(host)).Select(alert => (alert.Kind, alert.ClosedBy)).ShouldBe([(AlertKinds.Returned, "hub")]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_person_closes_an_alert_with_a_reason_and_it_does_not_open_again_for_the_same(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync(new Draft { Number = "1" }, new Draft { Number = "2" });
        var sent = host.Queues.Deliveries("H37");
        await host.AcknowledgeAsync(sent[0], AcknowledgeKind.Fail, cause: FailCause.Agency);
        var desk = host.Get<AlertDesk>();

        (await desk.CloseAsync("2026-000009", "operator:test", "why", Cancellation)).ShouldBe("there is no such case");
        (await desk.CloseAsync("2026-000001", "operator:test", "đã gọi điện", Cancellation)).ShouldBeNull();
        (await desk.CloseAsync("2026-000001", "operator:test", "twice", Cancellation)).ShouldBe("it was closed before by operator:test");
        await host.AcknowledgeAsync(sent[0], AcknowledgeKind.Fail, cause: FailCause.Agency);

        var closed = (await AlertsAsync(host)).ShouldHaveSingleItem();
        (closed.ClosedBy, closed.ClosedReason, closed.OpenItems, closed.Version).ShouldBe(("operator:test", "đã gọi điện", 0, 2));
        await host.AcknowledgeAsync(sent[1], AcknowledgeKind.Fail, cause: FailCause.Agency);
        (await AlertsAsync(host)).Count(alert => alert.ClosedAt is null).ShouldBe(1);
    }

    [Fact]
    public async Task What_the_door_refuses_is_one_alert_for_each_agency_and_fault()
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitAsync([.. Enumerable.Range(1, 5).Select(number => new Draft { Number = $"{number}", To = ["X99"] })]);
        await host.SubmitAsync(new Draft { Adapter = "H14", Sender = "H14", Number = "6", To = ["X99"] });

        var alerts = await AlertsAsync(host);

        alerts.ShouldAllBe(alert => alert.Kind == AlertKinds.SubmissionRefused && alert.Cause.StartsWith("AXS-"));
        alerts.Select(alert => (alert.AdapterCode, alert.Seen)).ShouldBe([("G22", 5), ("H14", 1)], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refusal_is_told_until_the_agency_has_dealt_with_every_package_of_its_kind(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        Draft first = new() { Number = "1", To = ["X99"] }, second = new() { Number = "2", To = ["X99"] };
        await host.SubmitAsync(first, second, new Draft { Adapter = "H14", Sender = "H14", Number = "3", To = ["X99"] });

        host.Time.Advance(TimeSpan.FromHours(1));
        await host.SubmitOneAsync(first with { SubmissionId = Guid.CreateVersion7(), To = ["H37"] });
        await host.TurnAsync<TendAlerts>();
        (await AlertsAsync(host)).ShouldAllBe(alert => alert.ClosedAt == null);

        host.Time.Advance(TimeSpan.FromHours(1));
        await host.SubmitOneAsync(second with { SubmissionId = Guid.CreateVersion7(), To = ["H37"] });
        await host.TurnAsync<TendAlerts>();
        (await AlertsAsync(host)).Where(alert => alert.ClosedAt is not null).Select(alert => (alert.AdapterCode, alert.ClosedBy, alert.ClosedReason, alert.Seen, alert.Version))
            .ShouldBe([("G22", "hub", "sent again or closed", 2, 2)]);

        await host.SubmitOneAsync(first with { SubmissionId = Guid.CreateVersion7(), Number = "4" });
        await host.TurnAsync<TendAlerts>();
        (await AlertsAsync(host)).Count(alert => alert.AdapterCode == "G22" && alert.ClosedAt is null).ShouldBe(1, "it is another case");
    }

    /// <summary>The hub that opened the alert stamped its refusal later than the one that came behind it.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_refusal_counts_for_its_alert_whichever_hub_was_first(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        Draft first = new() { Number = "1", To = ["X99"] }, second = new() { Number = "2", To = ["X99"] };
        await host.SubmitOneAsync(first);
        await using (var connection = RawDatabase.Connect(host.Get<IDatabase>().Dialect, host.Options.Ledger))
        {
            var ahead = new { at = host.Time.GetUtcNow().AddSeconds(1) };
            await connection.ExecuteAsync("UPDATE RefusalEvent SET RecordedAt = @at", ahead);
            await connection.ExecuteAsync("UPDATE Alert SET OpenedAt = @at, LastSeenAt = @at", ahead);
        }

        await host.SubmitOneAsync(second);
        (await AlertsAsync(host)).ShouldHaveSingleItem().OpenedAt.ShouldBe(host.Time.GetUtcNow());

        host.Time.Advance(TimeSpan.FromHours(1));
        await host.SubmitAsync(first with { SubmissionId = Guid.CreateVersion7(), To = ["H37"] }, second with { SubmissionId = Guid.CreateVersion7(), To = ["H37"] });
        await host.TurnAsync<TendAlerts>();
        (await AlertsAsync(host)).Select(alert => (alert.Seen, alert.ClosedReason)).ShouldBe([(2, "sent again or closed")]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_one_adapter_handed_over_for_an_agency_is_mended_whatever_stands_at_another(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        host.Nation.Delegate(FlowNation.Vpcp, "H14", "thong-bao");
        Draft own = new() { Number = "1", To = ["X99"] }, delegated = new() { Adapter = "H14", TypeName = "Thông báo", Number = "2", To = ["X99"] };
        await host.SubmitAsync(own, delegated);
        (await AlertsAsync(host)).Select(alert => alert.Cause).Distinct().ShouldHaveSingleItem();
        (await AlertsAsync(host)).Select(alert => alert.AdapterCode).ShouldBe(["G22", "H14"], ignoreOrder: true);

        host.Time.Advance(TimeSpan.FromHours(1));
        await host.SubmitOneAsync(delegated with { SubmissionId = Guid.CreateVersion7(), To = ["H37"] });
        await host.TurnAsync<TendAlerts>();
        (await AlertsAsync(host)).Select(alert => (alert.AdapterCode, alert.ClosedReason)).ShouldBe([("G22", null), ("H14", "sent again or closed")]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_open_is_listed_before_what_was_closed_since(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync(new Draft { Number = "1" }, new Draft { Number = "2", To = ["X99"] });
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Fail, cause: FailCause.Agency);
        await host.Get<AlertDesk>().CloseAsync((await AlertsAsync(host)).Single(alert => alert.Kind == AlertKinds.DeliveryFailed).CaseNumber!, "operator:test", "why", Cancellation);

        (await AlertsAsync(host)).Select(alert => alert.Kind).ShouldBe([AlertKinds.SubmissionRefused, AlertKinds.DeliveryFailed]);
        (await host.Get<AlertStore>().ListAsync(null, 1, Cancellation)).ShouldHaveSingleItem().Kind.ShouldBe(AlertKinds.SubmissionRefused);
        (await host.Get<AlertStore>().ListLatestAsync("G22", 1, Cancellation)).ShouldHaveSingleItem().Kind.ShouldBe(AlertKinds.DeliveryFailed, "an adapter wants to know what has changed");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_package_that_cannot_be_read_is_told_of_until_its_agency_has_closed_it(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sound = await new Draft().SealAsync(host.Nation, host.Time);
        var package = sound.Message.Package!.ToArray();
        package[^3] ^= 1;
        await host.SubmitAsync(sound with { Message = sound.Message with { Package = package } });

        host.Time.Advance(TimeSpan.FromDays(8));
        await host.TurnAsync<TendAlerts>();
        var alert = (await AlertsAsync(host)).ShouldHaveSingleItem();
        (alert.Kind, alert.ClosedAt).ShouldBe((AlertKinds.SubmissionRefused, null));

        await host.Get<ResendSubmission>().CloseAsync("G22", sound.Message.SubmissionId, "gửi lại bằng bản khác", Cancellation);
        await host.TurnAsync<TendAlerts>();
        (await AlertsAsync(host)).ShouldHaveSingleItem().ClosedReason.ShouldBe("sent again or closed");
    }

    [Fact]
    public async Task A_refused_status_has_no_end_but_a_quiet_week_and_a_letter_none_but_its_mending()
    {
        await using var host = await FlowHost.StartAsync();
        Draft letter = new() { Number = "1", To = ["X99"] };
        await host.SubmitAsync(letter, new Draft { Status = "01", To = ["X99"] });
        var alert = (await AlertsAsync(host)).ShouldHaveSingleItem();
        alert.Seen.ShouldBe(2);

        host.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        await host.TurnAsync<TendAlerts>();
        (await FindAsync()).ClosedAt.ShouldBeNull("the letter was not dealt with");
        await host.SubmitOneAsync(letter with { SubmissionId = Guid.CreateVersion7(), To = ["H37"] });
        await host.TurnAsync<TendAlerts>();
        (await FindAsync()).ClosedReason.ShouldBe("not met again");

        async Task<AlertView> FindAsync() => (await AlertsAsync(host)).Single(one => one.CaseNumber == alert.CaseNumber);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_recall_that_nobody_answers_is_told_until_it_is_answered(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var document = new Draft { Number = "1" };
        await host.SubmitOneAsync(document);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        var recall = await host.SubmitOneAsync(document with { SubmissionId = Guid.CreateVersion7(), Type = Axis.Contracts.Edxml.BusinessDocType.Recall });
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);

        host.Time.Advance(TimeSpan.FromDays(4));
        await host.TurnAsync<MarkOverdue>();
        (await AlertsAsync(host)).Select(alert => (alert.Kind, alert.Cause, alert.ClosedAt)).ShouldBe([(AlertKinds.AmendmentUnanswered, "recall", null)]);
        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "1", Status = "16", Text = "Đã xử lý", Target = recall.Receivers[0].DeliveryId });

        (await AlertsAsync(host)).Where(alert => alert.ClosedAt is null).Select(alert => alert.Kind).ShouldBe([AlertKinds.AmendmentRefused]);
    }

    private static Task<IReadOnlyList<AlertView>> AlertsAsync(FlowHost host, string? adapter = null) => host.Get<AlertStore>().ListAsync(adapter, 100, Cancellation);
}
