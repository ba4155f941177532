using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;
using Axis.Contracts.Statements;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Content;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Deliver;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using MassTransit;

namespace Axis.Hub.Tests.Statements;

/// <summary>The daily statement from a real ledger (statement.md). It begins on Tuesday 24/11/2026, 10:00 in Vietnam, a day off; 25/11 is a working day.</summary>
public sealed class IssueStatementsTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task A_document_that_nobody_answers_stands_on_both_sides_from_the_day_on_which_it_fell_due(string database)
    {
        await using var host = await StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);

        await IssueAsync(host, Tuesday.AddDays(1));

        var first = await FindAsync(host, FlowNation.Province, Tuesday);
        (first.Figures.Received, first.Figures.NoReply.Closing, first.Figures.AsReceiver.Closing).ShouldBe((1, 0, 1));
        var receiver = await FindAsync(host, FlowNation.Province, Tuesday.AddDays(1));
        var sender = await FindAsync(host, FlowNation.Vpcp, Tuesday.AddDays(1));
        (receiver.Figures.NoReply.Opening, receiver.Figures.NoReply.In, receiver.Figures.NoReply.Closing).ShouldBe((0, 1, 1));
        (sender.Figures.Unanswered.Closing, sender.Figures.NoReply.Closing).ShouldBe((1, 0));
        var item = receiver.Items.NoReply.ShouldHaveSingleItem();
        (item.Document, item.Counterpart!.Code, item.Id).ShouldBe(("7816/VPCP-TTĐT", "G22", sent.DeliveryId));
        item.WhyVi.ShouldContain("chưa phản hồi");
        receiver.Books.Concat(sender.Books).ShouldAllBe(check => check.Holds);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Running_again_issues_nothing_and_an_event_that_comes_late_makes_new_versions_of_exactly_the_days_it_reaches(string database)
    {
        await using var host = await StartAsync(database);
        await host.BeatAsync("H37", skew: TimeSpan.Zero);
        await host.SubmitOneAsync(new Draft());
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        await IssueAsync(host, Tuesday.AddDays(1));
        (await IssueAsync(host, Tuesday.AddDays(1))).Versions.ShouldBe(0);

        // The answer was given on Wednesday morning and comes to the hub on Thursday.
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.BeatAsync("H37", skew: TimeSpan.Zero);
        await host.SubmitOneAsync(new Draft
        {
            Adapter = "H37", Sender = "H37", To = ["G22"], Status = "03", Target = sent.DeliveryId, SealedAt = new DateTimeOffset(2026, 11, 25, 2, 0, 0, TimeSpan.Zero),
        });
        var again = await IssueAsync(host, Tuesday.AddDays(1));

        (again.First, again.Versions).ShouldBe((Tuesday.AddDays(1), 2));
        (await VersionAsync(host, FlowNation.Province, Tuesday)).ShouldBe(1);
        (await VersionAsync(host, FlowNation.Province, Tuesday.AddDays(1))).ShouldBe(2);
        (await VersionAsync(host, FlowNation.Vpcp, Tuesday.AddDays(1))).ShouldBe(2);
        (await FindAsync(host, FlowNation.Province, Tuesday.AddDays(1))).Figures.NoReply.In.ShouldBe(0);
        var changes = (await host.Get<StatementStore>().FindAsync(FlowNation.Province, Tuesday.AddDays(1), 2, TestContext.Current.CancellationToken))!.Changes.ShouldNotBeNull();
        changes.ShouldContain("""{"name":"figures.noReply.closing","before":"1","after":"0"}""");
        var late = (await host.EventsAsync(sent.DeliveryId)).Single(one => one.Kind == EventKinds.Status);
        changes.ShouldContain($"\"{sent.DeliveryId}#{late.Sequence} STATUS\"");
        changes.ShouldNotContain($"{sent.DeliveryId}#1 ");

        // The agency gets them with the correction.
        await host.TurnAsync<SendParcels>();
        await host.TurnAsync<DispatchBacklog>();
        var corrected = host.Queues.Deliveries("H37").Last(one => Manifest.Read(one.Manifest).Manifest!.Sender == "AXIS");
        using var content = host.Get<IContentStore>().OpenRead(corrected.Content.ShouldNotBeNull().Sha256).ShouldNotBeNull();
        var read = (await PackageReader.ReadAsync(content, ReadLimits.Default, null, TestContext.Current.CancellationToken)).ShouldBeOfType<ReadOutcome.Read>();
        content.Position = 0;
        using var file = new MemoryStream();
        await PackageReader.ExtractAsync(content, read.Package.Attachments.Single(one => one.Name == "statement-H37-2026-11-25-v2.json"), file, ReadLimits.Default, TestContext.Current.CancellationToken);
        var told = StatementJson.Read(file.ToArray()).Changes.ShouldNotBeNull();
        told.Events.ShouldBe([$"{sent.DeliveryId}#{late.Sequence} STATUS"]);
        var named = told.Late.ShouldNotBeNull().ShouldHaveSingleItem();
        (named.Id, named.Document, named.Counterpart?.Code, named.At).ShouldBe((sent.DeliveryId, "7816/VPCP-TTĐT", "G22", late.EffectiveAt));
        (named.WhatVi, named.WhatEn).ShouldBe(("Trạng thái 03: Đã tiếp nhận", "Status 03: Accepted"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_a_run_has_issued_goes_to_each_agency_once_as_a_sealed_document_of_the_axis(string database)
    {
        await using var host = await StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        await IssueAsync(host, Tuesday);

        await host.TurnAsync<SendParcels>();
        await host.TurnAsync<SendParcels>();
        await host.TurnAsync<DispatchBacklog>();

        var sent = host.Queues.Deliveries("H37").Single(one => Manifest.Read(one.Manifest).Manifest!.Sender == "AXIS");
        (await host.Nation.Verifier.VerifyAsync(sent.Manifest, sent.Seal, TestContext.Current.CancellationToken)).IsOk.ShouldBeTrue();
        using var content = host.Get<IContentStore>().OpenRead(sent.Content.ShouldNotBeNull().Sha256).ShouldNotBeNull();
        var read = await PackageReader.ReadAsync(content, ReadLimits.Default, null, TestContext.Current.CancellationToken);
        read.ShouldBeOfType<ReadOutcome.Read>().Package.Attachments.Select(one => one.Name).ShouldBe(
            ["statement-H37-2026-11-24-v1.json", "statement-H37-2026-11-24-v1.csv", "statement-H37-2026-11-24-v1.xlsx", "statement-H37-2026-11-24-v1.pdf"]);
        var row = await host.DeliveryAsync(sent.DeliveryId);
        (row.SenderAgencyId, row.StatesDue).ShouldBe((HubAgency.Id, false));

        // It is in no column itself.
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        (await IssueAsync(host, Tuesday.AddDays(1))).Mismatches.ShouldBe(0);
        (await FindAsync(host, FlowNation.Province, Tuesday.AddDays(1))).Figures.Received.ShouldBe(0);
    }

    [Fact]
    public async Task Days_before_anything_happened_have_no_statement_however_old_the_registry_is()
    {
        await using var host = await StartAsync(TestDatabases.Sqlite);
        (await IssueAsync(host, Tuesday.AddDays(-1))).First.ShouldBeNull();
        await host.SubmitOneAsync(new Draft());

        (await IssueAsync(host, Tuesday)).First.ShouldBe(Tuesday);

        (await host.Get<StatementStore>().ListAsync(Tuesday.AddDays(-1), TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_hubs_at_once_make_one_statement(string database)
    {
        await using var host = await StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        await using var beside = await host.StartBesideAsync();
        host.Time.AdjustTime(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));

        var outcomes = await Task.WhenAll(
            Task.Run(() => host.Get<IssueStatements>().RunAsync(Tuesday, null, TestContext.Current.CancellationToken)),
            Task.Run(() => beside.Get<IssueStatements>().RunAsync(Tuesday, null, TestContext.Current.CancellationToken)));

        outcomes.OfType<IssueOutcome.Issued>().ShouldNotBeEmpty();
        var issued = await host.Get<StatementStore>().ListAsync(Tuesday, TestContext.Current.CancellationToken);
        issued.Select(row => row.AgencyId).ShouldBeUnique();
        issued.ShouldAllBe(row => row.Version == 1);
        outcomes.OfType<IssueOutcome.Issued>().Sum(outcome => outcome.Versions).ShouldBe(issued.Count);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_run_that_died_is_taken_over_with_the_events_that_it_had_marked_and_not_before_its_lease_is_over(string database)
    {
        await using var host = await StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        var dead = NewId.NextSequentialGuid();
        host.Time.AdjustTime(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));
        await host.Get<IDatabase>().WriteAsync("test", async (session, token) =>
        {
            var now = host.Time.GetUtcNow();
            await session.ExecuteAsync(
                StatementSql.InsertRun, new { runId = dead, through = Tuesday, owner = "a hub that died", leaseUntil = now.AddMinutes(5), startedAt = now }, token);
            await session.ExecuteAsync(
                StatementSql.KeepRun, new { runId = dead, owner = "a hub that died", leaseUntil = now.AddMinutes(5), earliest = (DateTimeOffset?)now.AddHours(-20) }, token);
            return await session.ExecuteAsync(StatementSql.MarkSeenDeliveryEvent, new { runId = dead, since = DateTimeOffset.UnixEpoch, before = DateTimeOffset.MinValue, limit = 1000 }, token);
        }, TestContext.Current.CancellationToken);

        (await host.Get<IssueStatements>().RunAsync(Tuesday, null, TestContext.Current.CancellationToken)).ShouldBe(new IssueOutcome.Busy());
        host.Time.AdjustTime(host.Time.GetUtcNow().AddMinutes(6));
        var taken = (await host.Get<IssueStatements>().RunAsync(Tuesday, null, TestContext.Current.CancellationToken)).ShouldBeOfType<IssueOutcome.Issued>();

        (taken.RunId, taken.First).ShouldBe((dead, Tuesday));
        (await FindAsync(host, FlowNation.Province, Tuesday)).Figures.AsReceiver.Created.ShouldBe(1);
    }

    [Fact]
    public async Task An_earlier_day_that_is_asked_for_does_not_swallow_what_came_late_to_the_days_after_it()
    {
        await using var host = await StartAsync(TestDatabases.Sqlite);
        await host.BeatAsync("H37", skew: TimeSpan.Zero);
        await host.SubmitOneAsync(new Draft());
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await IssueAsync(host, Tuesday.AddDays(1));
        await host.BeatAsync("H37", skew: TimeSpan.Zero);
        await host.SubmitOneAsync(new Draft
        {
            Adapter = "H37", Sender = "H37", To = ["G22"], Status = "01", Target = sent.DeliveryId, DoneAt = new DateTimeOffset(2026, 11, 25, 2, 0, 0, TimeSpan.Zero),
        });

        (await IssueAsync(host, Tuesday)).Through.ShouldBe(Tuesday.AddDays(1));

        (await FindAsync(host, FlowNation.Province, Tuesday.AddDays(1))).Figures.Received.ShouldBe(1);
    }

    [Fact]
    public async Task Who_has_an_adapter_is_told_of_a_day_without_anything()
    {
        await using var host = await StartAsync(TestDatabases.Sqlite);
        await host.SubmitOneAsync(new Draft());
        await IssueAsync(host, Tuesday);

        var statement = await FindAsync(host, FlowNation.Other, Tuesday);

        (statement.Figures, statement.Rollup).ShouldBe((new StatementFigures(), null));
        await host.TurnAsync<SendParcels>();
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H14").ShouldHaveSingleItem();
        (await host.Get<StatementStore>().FindAsync(FlowNation.Department, Tuesday, null, TestContext.Current.CancellationToken)).ShouldBeNull("it has neither an adapter nor traffic");
    }

    [Fact]
    public async Task Missed_days_are_made_up_in_order_and_each_opens_as_the_one_before_closed()
    {
        await using var host = await StartAsync(TestDatabases.Sqlite);
        await host.SubmitOneAsync(new Draft());
        await IssueAsync(host, Tuesday);

        var later = await IssueAsync(host, Tuesday.AddDays(4));

        (later.First, later.Mismatches).ShouldBe((Tuesday.AddDays(1), 0));
        for (var day = Tuesday.AddDays(1); day <= Tuesday.AddDays(4); day = day.AddDays(1))
        {
            var backlog = (await FindAsync(host, FlowNation.Province, day)).Figures.Backlog;
            (backlog.Opening, backlog.Closing).ShouldBe((day == Tuesday.AddDays(1) ? 0 : 1, 1), $"{day:O}");
        }
    }

    [Fact]
    public async Task A_day_that_has_not_ended_has_no_statement()
    {
        await using var host = await StartAsync(TestDatabases.Sqlite);
        host.Time.SetUtcNow(new DateTimeOffset(2026, 11, 26, 16, 59, 59, 999, TimeSpan.Zero));

        var outcome = await host.Get<IssueStatements>().RunAsync(Tuesday.AddDays(2), null, TestContext.Current.CancellationToken);

        outcome.ShouldBe(new IssueOutcome.NotOver(Tuesday.AddDays(2)));
    }

    private static async Task<FlowHost> StartAsync(string database)
    {
        var host = await FlowHost.StartAsync(database);
        await host.RecordAgenciesAsync();
        return host;
    }

    /// <summary>Issues on the morning after.</summary>
    private static async Task<IssueOutcome.Issued> IssueAsync(FlowHost host, DateOnly day)
    {
        var morning = new DateTimeOffset(day.AddDays(1).ToDateTime(new TimeOnly(6, 30)), TimeSpan.FromHours(7));
        if (host.Time.GetUtcNow() < morning)
        {
            // Without the turns that a pump would make meanwhile.
            host.Time.AdjustTime(morning);
        }

        return (await host.Get<IssueStatements>().RunAsync(day, null, TestContext.Current.CancellationToken)).ShouldBeOfType<IssueOutcome.Issued>();
    }

    private static async Task<Statement> FindAsync(FlowHost host, Guid agency, DateOnly day) => StatementJson.Read(
        (await host.Get<StatementStore>().FindAsync(agency, day, null, TestContext.Current.CancellationToken)).ShouldNotBeNull().Content);

    private static async Task<int> VersionAsync(FlowHost host, Guid agency, DateOnly day) =>
        (await host.Get<StatementStore>().FindAsync(agency, day, null, TestContext.Current.CancellationToken)).ShouldNotBeNull().Version;
}
