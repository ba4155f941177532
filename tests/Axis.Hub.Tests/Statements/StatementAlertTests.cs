using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Statements.Deliver;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Clocks;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Statements;

/// <summary>What operators are told of statements: one that is not taken, and books that do not agree. It is Tuesday 24/11/2026, 10:00 in Vietnam, a day off.</summary>
public sealed class StatementAlertTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    [Fact]
    public async Task A_statement_that_its_agency_does_not_take_has_an_alert_of_its_own_until_it_is_taken()
    {
        await using var host = await StartAsync();
        await host.SubmitOneAsync(new Draft());
        await IssueAsync(host, Tuesday);
        await host.TurnAsync<SendParcels>();
        await host.TurnAsync<DispatchBacklog>();
        var sent = host.Queues.Deliveries("H37").Single(one => Manifest.Read(one.Manifest).Manifest!.Sender == "AXIS");

        host.Time.AdjustTime(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        await host.TurnAsync<WatchClocks>();

        var alert = (await AlertsAsync(host, AlertKinds.StatementUndelivered)).Single(one => one.CounterAdapterCode == "H37");
        (alert.Severity, alert.ClosedAt).ShouldBe((AlertSeverity.Breach, null));
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        (await AlertsAsync(host, AlertKinds.StatementUndelivered)).Single(one => one.CounterAdapterCode == "H37").ClosedAt.ShouldNotBeNull();
        (await AlertsAsync(host, AlertKinds.NotProcessed)).ShouldAllBe(one => one.AdapterCode == "G22");
    }

    [Fact]
    public async Task Books_that_do_not_agree_are_one_alert_until_versions_come_in_which_they_do()
    {
        await using var host = await StartAsync();
        await host.SubmitOneAsync(new Draft());
        await IssueAsync(host, Tuesday);
        await ExecuteAsync(host, "UPDATE Statement SET Closings = replace(Closings, '\"asReceiver\":1', '\"asReceiver\":5')");

        var wrong = await IssueAsync(host, Tuesday.AddDays(1));

        wrong.Mismatches.ShouldBe(1);
        (await AlertsAsync(host, AlertKinds.BooksMismatch)).ShouldHaveSingleItem().ClosedAt.ShouldBeNull();
        await ExecuteAsync(host, "UPDATE Statement SET Closings = replace(Closings, '\"asReceiver\":5', '\"asReceiver\":1')");
        (await IssueAsync(host, Tuesday.AddDays(1))).Mismatches.ShouldBe(0);
        (await AlertsAsync(host, AlertKinds.BooksMismatch)).ShouldHaveSingleItem().ClosedAt.ShouldNotBeNull();
    }

    private static async Task<FlowHost> StartAsync()
    {
        var host = await FlowHost.StartAsync(TestDatabases.Sqlite);
        await host.RecordAgenciesAsync();
        return host;
    }

    private static async Task<IssueOutcome.Issued> IssueAsync(FlowHost host, DateOnly day)
    {
        host.Time.AdjustTime(new DateTimeOffset(day.AddDays(1).ToDateTime(new TimeOnly(6, 30)), TimeSpan.FromHours(7)));
        return (await host.Get<IssueStatements>().RunAsync(day, null, TestContext.Current.CancellationToken)).ShouldBeOfType<IssueOutcome.Issued>();
    }

    private static async Task<IReadOnlyList<AlertView>> AlertsAsync(FlowHost host, string kind) =>
        [.. (await host.Get<AlertStore>().ListAsync(null, 100, TestContext.Current.CancellationToken)).Where(alert => alert.Kind == kind)];

    private static async Task ExecuteAsync(FlowHost host, string sql)
    {
        await using var connection = new SqliteConnection(host.Options.Ledger);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
    }
}
