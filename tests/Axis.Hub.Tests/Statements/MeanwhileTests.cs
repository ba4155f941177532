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

        var meddled = new MeddledDatabase(host.Get<IDatabase>(), moment, begun => begun == place ? AnswerAsync(host, sent, "03") : Task.CompletedTask);
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

    /// <summary>A run that died had issued a part of its last day.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task What_comes_between_a_run_that_died_and_the_one_that_takes_it_over_is_named_too(string database)
    {
        await using var host = await StartAsync(database);
        var sent = await ArriveAsync(host);
        var dying = new MeddledDatabase(host.Get<IDatabase>(), "statement-complete", _ => throw new InvalidOperationException("It dies."));
        await Should.ThrowAsync<InvalidOperationException>(() => IssueAsync(host, dying, Tuesday));
        host.Time.Advance(StatementRuns.Lease + TimeSpan.FromMinutes(1));
        await AnswerAsync(host, sent, "03");

        (await IssueAsync(host, host.Get<IDatabase>(), Tuesday)).Mismatches.ShouldBe(0);

        var late = $"{sent}#{(await host.EventsAsync(sent)).Single(one => one.Kind == EventKinds.Status).Sequence} STATUS";
        var corrected = (await host.Get<StatementStore>().FindAsync(FlowNation.Province, Tuesday, null, Cancellation)).ShouldNotBeNull();
        (corrected.Version, corrected.ToStatement().Changes.ShouldNotBeNull().Events.ShouldHaveSingleItem()).ShouldBe((2, late));
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

    /// <summary>An answer that was given on Tuesday at 11:00.</summary>
    private static async Task AnswerAsync(FlowHost host, Guid delivery, string status)
    {
        await host.BeatAsync("H37", skew: TimeSpan.Zero);
        await host.SubmitOneAsync(new Draft
        {
            Adapter = "H37", Sender = "H37", To = ["G22"], Status = status, Target = delivery, SealedAt = new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero),
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
