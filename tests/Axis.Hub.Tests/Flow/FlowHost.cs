using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Flow;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Mail;
using Axis.Hub.Operate.Audit;
using Axis.Hub.Operate.Cancels;
using Axis.Hub.Operate.Stuck;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Content;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Render;
using Axis.Hub.Tests.Agencies;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Tests.Storage.Rehearsal;
using Axis.Hub.Watch;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Axis.Hub.Tests.Flow;

/// <summary>
/// The flow on a real ledger with recorded queues and a clock that the test turns. Consumers are called as the bus calls
/// them; pumps are turned by hand, so a test says when what happens.
/// </summary>
internal sealed class FlowHost : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("axis-flow-host-");
    private readonly bool isFirst;
    private readonly ServiceProvider services;
    private readonly PublishDeliveries publisher;

    private FlowHost(string database, Action<HubOptions>? configure, FlowHost? first = null, bool timeStamps = false, IDueTimes? dueTimes = null, Func<Task>? between = null)
    {
        isFirst = first is null;
        Time = first?.Time ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));
        Nation = first?.Nation ?? new FlowNation(Time);
        Options = new HubOptions
        {
            Name = isFirst ? "hub-under-test" : "hub-beside",
            Ledger = first?.Options.Ledger ?? TestDatabases.NewConnectionString(database, folder.FullName),
        };
        configure?.Invoke(Options);
        var collection = new ServiceCollection();
        collection.AddLogging().AddMetrics()
            .AddSingleton(Options)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<HubMetrics>()
            .AddLedger(Options)
            .AddRehearsal()
            .AddFlow(Options)
            .AddStatements().AddSingleton(new StatementFiles(Nation.CertificateOf("AXIS"), Time, []))
            .AddCalendar().AddDueTimeMoves()
            .AddSingleton<IAgencyRegistry>(Nation).AddSingleton<RegistryStore>()
            .AddSingleton<ICertificateSource>(Nation)
            .AddSingleton(timeStamps ? Nation.StampJudge : Nation.Verifier)
            .AddSingleton(_ => Nation.SealerOf("AXIS"))
            .AddSingleton<IAdapterQueues>(Queues)
            .AddSingleton<RetryStuck>().AddSingleton<StuckDesk>().AddSingleton<CancelDesk>().AddSingleton<CancelStore>().AddSingleton<NoticeStore>().AddWatch().AddWatching()
            .AddSingleton<ContactDesk>().AddMail().AddMailing(Options)
            .AddSingleton<IContentStore>(new ContentDirectory(Path.Combine(folder.FullName, "content"), Options.PackageLimit, TimeSpan.FromHours(24), Time));
        if (dueTimes is not null)
        {
            collection.AddSingleton(dueTimes);
        }

        if (between is not null)
        {
            collection.AddSingleton<ILedger>(provider => new InterruptedLedger(provider.GetRequiredService<IDatabase>(), between));
        }

        services = collection.BuildServiceProvider();
        publisher = services.GetRequiredService<PublishDeliveries>();
    }

    /// <summary>Where the content lies, and the ledger if it is SQLite's.</summary>
    public DirectoryInfo Folder => folder;

    public FakeTimeProvider Time { get; }

    public FlowNation Nation { get; }

    public HubOptions Options { get; }

    public RecordingQueues Queues { get; } = new();

    public ILedger Ledger => services.GetRequiredService<ILedger>();

    /// <param name="timeStamps">The hub knows a time-stamping authority.</param>
    public static Task<FlowHost> StartAsync(Action<HubOptions>? configure = null, bool timeStamps = false) =>
        StartAsync(TestDatabases.Sqlite, configure, timeStamps);

    public static async Task<FlowHost> StartAsync(
        string database, Action<HubOptions>? configure = null, bool timeStamps = false, IDueTimes? dueTimes = null)
    {
        if (database == TestDatabases.SqlServer)
        {
            await SqlServerHost.ReadyAsync();
        }

        var host = new FlowHost(database, configure, timeStamps: timeStamps, dueTimes: dueTimes);
        await host.services.MigrateAsync(TestContext.Current.CancellationToken);
        await host.publisher.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>A second hub on the same ledger and in the same nation, as a replica is. It goes before the first.</summary>
    /// <param name="between">What the first hub commits while the second one's first transaction has found deliveries and not yet locked them.</param>
    /// <param name="configure">Settings of the second hub.</param>
    public async Task<FlowHost> StartBesideAsync(Func<Task>? between = null, Action<HubOptions>? configure = null)
    {
        var host = new FlowHost("", configure, this, between: between);
        await host.publisher.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Submits as one batch; the receipts of all are answered when this returns.</summary>
    public async Task<IReadOnlyList<Receipt>> SubmitAsync(params Draft[] drafts)
    {
        var batch = new List<Incoming<SubmitMessage>>();
        foreach (var draft in drafts)
        {
            batch.Add(await draft.SealAsync(Nation, Time));
        }

        return await SubmitAsync([.. batch]);
    }

    public async Task<IReadOnlyList<Receipt>> SubmitAsync(params Incoming<SubmitMessage>[] batch)
    {
        var before = batch.Select(incoming => incoming.Adapter).Distinct().ToDictionary(adapter => adapter, adapter => Queues.Receipts(adapter).Count);
        await Get<IBatchHandler<SubmitMessage>>().HandleAsync(batch, TestContext.Current.CancellationToken);
        await TurnAsync<SendReceipts>();
        await SettleAsync();
        return [.. before.SelectMany(pair => Queues.Receipts(pair.Key).Skip(pair.Value))];
    }

    /// <summary>Submits one package and returns its receipt.</summary>
    public async Task<Receipt> SubmitOneAsync(Draft draft) => (await SubmitAsync(draft)).ShouldHaveSingleItem();

    /// <summary>Says something of deliveries, as their adapter does.</summary>
    public Task AcknowledgeAsync(string adapter, Guid spool, params AcknowledgeItem[] items) => AcknowledgeAsync(Sealed(adapter, spool, items));

    public async Task AcknowledgeAsync(params Incoming<SealedMessage>[] batch)
    {
        await Get<IBatchHandler<SealedMessage>>().HandleAsync(batch, TestContext.Current.CancellationToken);
        await SettleAsync();
    }

    /// <summary>Says one thing of one delivery as it was last published.</summary>
    public Task AcknowledgeAsync(
        DeliverMessage delivery, AcknowledgeKind kind, Guid? spool = null, string? reason = null, FailCause? cause = null, long? query = null) =>
        AcknowledgeAsync(Said(delivery, kind, spool, reason, cause, query));

    /// <summary>The message that says one thing of one delivery as it was last published.</summary>
    public Incoming<SealedMessage> Said(
        DeliverMessage delivery, AcknowledgeKind kind, Guid? spool = null, string? reason = null, FailCause? cause = null, long? query = null) =>
        Sealed(
            delivery.Receiver is "H37.02" ? "H37" : delivery.Receiver, spool ?? SpoolOf(delivery.Receiver),
            new AcknowledgeItem(
                delivery.DeliveryId, delivery.Attempt, kind, Time.GetUtcNow(),
                kind == AcknowledgeKind.Unknown ? null : Manifest.Read(delivery.Manifest).Manifest!.PackageSha256, reason, cause, query));

    /// <param name="takes">Kinds of messages that it takes beside those of every adapter.</param>
    public Task BeatAsync(string adapter, Guid? spool = null, TimeSpan? skew = null, params string[] takes) =>
        Get<IBatchHandler<HeartbeatMessage>>().HandleAsync(
            [new(adapter, new HeartbeatMessage("1", 1, spool ?? SpoolOf(adapter), Time.GetUtcNow() + (skew ?? TimeSpan.Zero), 0, 0, 1L << 30, Takes: takes), 0)],
            TestContext.Current.CancellationToken);

    private Incoming<SealedMessage> Sealed(string adapter, Guid spool, params AcknowledgeItem[] items)
    {
        var body = WireJson.Write(new AcknowledgeBody(spool, items));
        using var sealer = Nation.SealerOf(adapter);
        return new(adapter, new(body, sealer.Seal(body)), 0);
    }

    /// <summary>The spool that an adapter has unless a test says otherwise.</summary>
    public static Guid SpoolOf(string adapter) => new(adapter.PadRight(16, '\0').Take(16).Select(letter => (byte)letter).ToArray());

    /// <summary>One turn of a pump, and whatever it hands to the publisher.</summary>
    public async Task TurnAsync<T>() where T : Pump
    {
        while (await Get<T>().TurnAsync(TestContext.Current.CancellationToken))
        {
            // Until it says that there is no more.
        }

        await SettleAsync();
    }

    public Task<IReadOnlyList<DeliveryRow>> DeliveriesAsync(params Guid[] ids) =>
        Ledger.ReadAsync("test", (reader, token) => reader.FindDeliveriesAsync(ids, token), TestContext.Current.CancellationToken);

    public Task<DocumentRow> DocumentAsync(Guid id) => Ledger.ReadAsync(
        "test", async (reader, token) => (await reader.FindDocumentsAsync([id], token)).ShouldHaveSingleItem(), CancellationToken.None);

    public async Task<DeliveryRow> DeliveryAsync(Guid id) => (await DeliveriesAsync(id)).ShouldHaveSingleItem();

    public Task<IReadOnlyList<DeliveryEventRow>> EventsAsync(Guid id) =>
        Ledger.ReadAsync("test", (reader, token) => reader.ListEventsAsync(id, token), TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<StuckRow>> StuckAsync() =>
        Ledger.ReadAsync("test", (reader, token) => reader.ListStuckAsync(null, 100, token), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await publisher.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        if (isFirst)
        {
            if (StorageComponent.DialectOf(Options.Ledger) == SqlDialect.SqlServer)
            {
                await SqlServerHost.DropAsync(Options.Ledger);
            }

            Nation.Dispose();
        }

        folder.Delete(recursive: true);
    }

    /// <summary>Records the nation in the history of the registry, from which statements know their agencies.</summary>
    public Task<int> RecordAgenciesAsync() => Get<IDatabase>().WriteAsync("test", (session, token) => session.ExecuteAsync(RegistrySql.InsertAgencyEvents, new
    {
        rows = SqlJson.Write([.. Nation.Registry.Agencies.Select(agency => new RecordedAgency(Guid.CreateVersion7(), agency))]), at = DateTimeOffset.UnixEpoch,
    }, token), TestContext.Current.CancellationToken);

    /// <summary>Waits until the publisher has nothing left to publish or to mark.</summary>
    private async Task SettleAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!publisher.IsIdle)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, limit.Token);
        }
    }
}
