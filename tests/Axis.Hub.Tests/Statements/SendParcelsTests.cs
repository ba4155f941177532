using System.Diagnostics.Metrics;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Deliver;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Statements;

/// <summary>How parcels of statements come to their agencies, each by itself. It is Tuesday 24/11/2026, 10:00 in Vietnam.</summary>
public sealed class SendParcelsTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);
    private static readonly string[] Served = ["G22", "H14", "H37"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Each of them once: whichever comes first.</summary>
    [Theory, InlineData("G22"), InlineData("H14"), InlineData("H37")]
    public async Task A_parcel_that_cannot_be_made_keeps_no_other_waiting_and_is_sent_when_it_can(string damaged)
    {
        await using var host = await StartAsync();
        var outcomes = new List<string>();
        using var counted = Count(host, outcomes);
        await host.SubmitOneAsync(new Draft());
        host.Time.AdjustTime(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));
        (await host.Get<IssueStatements>().RunAsync(Tuesday, null, Cancellation)).ShouldBeOfType<IssueOutcome.Issued>();
        var row = (await host.Get<StatementStore>().FindAsync(host.Nation.Registry.Resolve(damaged, host.Time.GetUtcNow())!.AgencyId, Tuesday, null, Cancellation))!;
        await SetAsync(host, row.Sha256, [0]);

        await host.TurnAsync<SendParcels>();
        await host.TurnAsync<SendParcels>();

        (await TakenAsync(host)).ShouldBe(Served.Except([damaged]));
        outcomes.ShouldBe(["sent", "sent", "sent", "not_made", "not_made"], ignoreOrder: true, "also that to a suspended agency, which waits for its end");
        await SetAsync(host, row.Sha256, row.Content);
        await host.TurnAsync<SendParcels>();
        await host.TurnAsync<SendParcels>();
        (await TakenAsync(host)).ShouldBe(Served);
        outcomes.Count(outcome => outcome == "sent").ShouldBe(4);
    }

    /// <summary>Whatever order a database gives their ids: SQL Server's is none.</summary>
    [Fact]
    public async Task What_was_issued_first_is_sent_first()
    {
        await using var host = await StartAsync();
        await host.SubmitOneAsync(new Draft());
        host.Time.AdjustTime(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));
        var tuesday = (await host.Get<IssueStatements>().RunAsync(Tuesday, null, Cancellation)).ShouldBeOfType<IssueOutcome.Issued>().RunId;
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.SubmitOneAsync(new Draft { Number = "7817" });
        await host.Get<IssueStatements>().RunAsync(Tuesday.AddDays(1), null, Cancellation);
        await ExecuteAsync(host, "UPDATE StatementRun SET StartedAt = @at WHERE RunId = @tuesday", new { at = host.Time.GetUtcNow().AddHours(1), tuesday });

        await host.TurnAsync<SendParcels>();
        await host.TurnAsync<DispatchBacklog>();

        (await NumbersAsync(host)).ShouldBe(["25112026", "24112026"]);
    }

    [Fact]
    public async Task What_corrects_a_parcel_that_cannot_be_made_waits_for_it()
    {
        await using var host = await StartAsync();
        await host.SubmitOneAsync(new Draft { To = ["H14"] });
        await host.SubmitOneAsync(new Draft { Number = "7817" });
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        host.Time.AdjustTime(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));
        await host.Get<IssueStatements>().RunAsync(Tuesday, null, Cancellation);
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.BeatAsync("H37", skew: TimeSpan.Zero);
        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Status = "03", Target = sent.DeliveryId, SealedAt = new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero) });
        await host.Get<IssueStatements>().RunAsync(Tuesday, null, Cancellation);
        host.Time.Advance(TimeSpan.FromDays(1));
        await host.Get<IssueStatements>().RunAsync(Tuesday.AddDays(1), null, Cancellation);
        var row = (await host.Get<StatementStore>().FindAsync(FlowNation.Province, Tuesday, 1, Cancellation))!;
        await SetAsync(host, row.Sha256, [0]);

        await host.TurnAsync<SendParcels>();
        await host.TurnAsync<DispatchBacklog>();
        (await NumbersAsync(host)).ShouldBe(["25112026"], "another day");

        await SetAsync(host, row.Sha256, row.Content);
        await host.TurnAsync<SendParcels>();
        await host.TurnAsync<DispatchBacklog>();
        (await NumbersAsync(host)).ShouldBe(["25112026", "24112026", "24112026"]);
    }

    [Fact]
    public async Task A_ledger_that_is_away_ends_the_turn()
    {
        await using var host = await StartAsync();
        await host.SubmitOneAsync(new Draft());
        host.Time.AdjustTime(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));
        await host.Get<IssueStatements>().RunAsync(Tuesday, null, Cancellation);
        await ExecuteAsync(host, "ALTER TABLE Statement RENAME TO Away", null);

        await Should.ThrowAsync<SqliteException>(() => host.TurnAsync<SendParcels>());

        await ExecuteAsync(host, "ALTER TABLE Away RENAME TO Statement", null);
        await host.TurnAsync<SendParcels>();
        (await TakenAsync(host)).ShouldBe(Served);
    }

    private static async Task<FlowHost> StartAsync()
    {
        var host = await FlowHost.StartAsync(TestDatabases.Sqlite);
        await host.RecordAgenciesAsync();
        return host;
    }

    /// <summary>Those to whose adapters a document of the axis was published, each as often as it was.</summary>
    private static async Task<IReadOnlyList<string>> TakenAsync(FlowHost host)
    {
        await host.TurnAsync<DispatchBacklog>();
        return [.. Served.SelectMany(code => host.Queues.Deliveries(code)).Where(one => Manifest.Read(one.Manifest).Manifest!.Sender == "AXIS").Select(one => one.Receiver)];
    }

    /// <summary>Numbers of the documents of the axis that H37 was sent, in their order.</summary>
    private static async Task<IReadOnlyList<string?>> NumbersAsync(FlowHost host)
    {
        Guid[] sent = [.. host.Queues.Deliveries("H37").Where(one => Manifest.Read(one.Manifest).Manifest!.Sender == "AXIS").Select(one => one.DocumentId)];
        var documents = await host.Ledger.ReadAsync("test", (reader, token) => reader.FindDocumentsAsync(sent, token), Cancellation);
        return [.. sent.Select(id => documents.Single(document => document.DocumentId == id).CodeNumber)];
    }

    private static MeterListener Count(FlowHost host, List<string> outcomes)
    {
        var meters = host.Get<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == meters && instrument.Meter.Name == HubMetrics.MeterName && instrument.Name == "axis.hub.statement.parcels")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => outcomes.Add((string)tags[0].Value!));
        listener.Start();
        return listener;
    }

    private static Task SetAsync(FlowHost host, string sha256, byte[] content) =>
        ExecuteAsync(host, "UPDATE Statement SET Content = @content WHERE Sha256 = @sha256", new { content, sha256 });

    private static async Task ExecuteAsync(FlowHost host, string sql, object? values)
    {
        await using var connection = new SqliteConnection(host.Options.Ledger);
        await connection.OpenAsync(Cancellation);
        await connection.ExecuteAsync(sql, values);
    }
}
