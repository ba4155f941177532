using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Axis.Hub.Tests.Statements;

/// <summary>
/// What comes to the hub while a run of statements is at work. A letter arrives on Tuesday 24/11/2026; on Thursday at 06:30, when the statement of Wednesday is made, the receiver's answer of Tuesday comes, behind the
/// statement of its day.
/// </summary>
public sealed class MeanwhileTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);
    private static readonly DateOnly Wednesday = Tuesday.AddDays(1);

    /// <summary>Before each transaction of a run up to the one that counts, and while some of it is taken over already.</summary>
    public static IEnumerable<TheoryDataRow<string, string, int>> Moments =>
        from database in TestDatabases.All()
        from moment in new[] { ("statement-begin", 0), ("statement-mark", 0), ("statement-mark", 1), ("statement-first", 0), ("statement-count", 0) }
        select new TheoryDataRow<string, string, int>(database.Data, moment.Item1, moment.Item2) { Skip = database.Skip };

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moments))]
    public async Task It_is_counted_on_its_day_and_named_as_late(string database, string moment, int place)
    {
        await using var host = await StartAsync(database);
        var sent = await ArriveAsync(host);
        await IssueAsync(host, host.Get<IDatabase>(), Tuesday);

        var meddled = new MeddledDatabase(host.Get<IDatabase>(), moment, begun => begun == place ? AnswerAsync(host, sent, "03", 0) : Task.CompletedTask);
        var run = await IssueAsync(host, meddled, Wednesday);

        (run.First, run.Mismatches).ShouldBe((Tuesday, 0));
        var late = $"{sent}#{(await host.EventsAsync(sent)).Single(one => one.Kind == EventKinds.Status).Sequence} STATUS";
        foreach (var agency in new[] { FlowNation.Vpcp, FlowNation.Province })
        {
            var corrected = (await host.Get<StatementStore>().FindAsync(agency, Tuesday, null, Cancellation)).ShouldNotBeNull();
            corrected.Version.ShouldBe(2);
            corrected.ToStatement().Changes.ShouldNotBeNull().Events.ShouldBe([late]);
        }

        (await IssueAsync(host, host.Get<IDatabase>(), Wednesday)).Versions.ShouldBe(0);
    }

    /// <summary>One answer after the other, behind the back of every taking over: the figures are right all the same.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task A_run_ends_also_where_something_comes_every_time(string database)
    {
        await using var host = await StartAsync(database);
        var sent = await ArriveAsync(host);
        await IssueAsync(host, host.Get<IDatabase>(), Tuesday);

        var comes = 0;
        string[] answers = ["01", "03", "04", "05", "06", "01"];
        var meddled = new MeddledDatabase(host.Get<IDatabase>(), "statement-count", begun =>
        {
            comes++;
            return AnswerAsync(host, sent, answers[begun], begun);
        });
        var run = await IssueAsync(host, meddled, Wednesday);

        comes.ShouldBe(5);
        (run.First, run.Mismatches).ShouldBe((Tuesday, 0));
        (await host.Get<StatementStore>().FindAsync(FlowNation.Province, Tuesday, null, Cancellation)).ShouldNotBeNull().Version.ShouldBe(2);
        (await IssueAsync(host, host.Get<IDatabase>(), Wednesday)).Mismatches.ShouldBe(0);
    }

    private static async Task<FlowHost> StartAsync(string database)
    {
        var host = await FlowHost.StartAsync(database);
        await host.RecordAgenciesAsync();
        return host;
    }

    private static async Task<Guid> ArriveAsync(FlowHost host)
    {
        await host.SubmitOneAsync(new Draft());
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        return sent.DeliveryId;
    }

    /// <summary>An answer that was given on Tuesday at 11:00, or some minutes later.</summary>
    private static async Task AnswerAsync(FlowHost host, Guid delivery, string status, int minutes)
    {
        await host.BeatAsync("H37", skew: TimeSpan.Zero);
        await host.SubmitOneAsync(new Draft
        {
            Adapter = "H37", Sender = "H37", To = ["G22"], Status = status, Target = delivery, SealedAt = new DateTimeOffset(2026, 11, 24, 4, minutes, 0, TimeSpan.Zero),
        });
    }

    /// <summary>Issues on the morning after.</summary>
    private static async Task<IssueOutcome.Issued> IssueAsync(FlowHost host, IDatabase database, DateOnly day)
    {
        var morning = new DateTimeOffset(day.AddDays(1).ToDateTime(new TimeOnly(6, 30)), TimeSpan.FromHours(7));
        if (host.Time.GetUtcNow() < morning)
        {
            host.Time.AdjustTime(morning);
        }

        var issue = new IssueStatements(new StatementRuns(database, host.Options, host.Time), database, host.Time, NullLogger<IssueStatements>.Instance);
        return (await issue.RunAsync(day, null, Cancellation)).ShouldBeOfType<IssueOutcome.Issued>();
    }
}
