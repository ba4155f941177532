using System.Text.Json;
using System.Text.Json.Serialization;
using Axis.Hub;
using Axis.Hub.Platform.Bus;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.Simulator.Nation.Books;
using Shouldly;

namespace Axis.TestKit.Processes;

/// <summary>
/// A nation of separate processes on real RabbitMQ: <c>axis-hub serve</c> and one <c>axis-adapter</c> per plan, with settings files as an operator
/// has them. The clerks live here; they try again when their adapter is away, as any document system would.
/// </summary>
internal sealed class ProcessNation : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Settings = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    private readonly NationSite site;
    private readonly List<ProcessAdapter> adapters = [];
    private readonly List<ProcessAgency> agencies = [];

    private ProcessNation(NationSite site) => this.site = site;

    /// <summary>The nation's own virtual host, as an administrator sees it.</summary>
    public BrokerHost Broker { get; private set; } = null!;

    /// <summary>The hub's ledger, past the hub.</summary>
    public NationLedger Ledger { get; private set; } = null!;

    /// <summary>The hub's process.</summary>
    public ProductProcess Hub { get; private set; } = null!;

    /// <summary>Settings of the hub.</summary>
    public HubOptions HubOptions => site.Hub;

    public IReadOnlyList<ProcessAdapter> Adapters => adapters;

    private string HubSettings => site.At("axis-hub.json");

    public IReadOnlyList<ProcessAgency> Agencies => agencies;

    /// <summary>Settles a nation and starts its processes; returns when all are ready.</summary>
    /// <param name="options">With a broker. Adapters whose plan says so stay stopped.</param>
    public static async Task<ProcessNation> StartAsync(NationOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options.Broker);
        var nation = new ProcessNation(new NationSite(options, TimeProvider.System));
        try
        {
            await nation.SettleAsync(options, cancellation);
            await nation.Hub.StartReadyAsync(cancellation);
            await Task.WhenAll(nation.adapters.Where(adapter => adapter.Plan.Starts).Select(adapter => adapter.Process.StartReadyAsync(cancellation)));
        }
        catch
        {
            await nation.DisposeAsync();
            throw;
        }

        return nation;
    }

    public ProcessAgency Agency(string code) => agencies.Single(agency => agency.Addressee.Code == code);

    public ProcessAdapter Adapter(string code) => adapters.Single(adapter => adapter.Plan.Code == code);

    /// <summary>Lets hub and adapters be started again when they end by themselves (<see cref="ProductProcess.Supervise"/>).</summary>
    public void Supervise()
    {
        Hub.Supervise();
        adapters.ForEach(adapter => adapter.Process.Supervise());
    }

    /// <summary>Path of a name inside the nation's folder: settings, logs, ledger, spools.</summary>
    public string At(params string[] names) => site.At(names);

    public Task<IReadOnlyList<HubEntry>> ReadHubBooksAsync(CancellationToken cancellation) => site.ReadHubBooksAsync(cancellation);

    /// <summary>Runs <c>axis-hub</c> beside the running hub, as an operator does.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public async Task<string> CommandAsync(IEnumerable<string> arguments, CancellationToken cancellation) =>
        (await CommandLine.RunAsync(
            "dotnet", [Program("Axis.Hub", "axis-hub"), .. arguments, "--config", HubSettings], environment: null, cancellation)).RequireOutput();

    /// <summary>Both sides' books compared; nothing of one side is taken from the other.</summary>
    public async Task<BooksVerdict> CompareBooksAsync(CancellationToken cancellation)
    {
        await Task.WhenAll(agencies.Select(agency => agency.Clerk.LookUpAsync(cancellation)));
        agencies.ForEach(agency => agency.Desk?.Read());
        return BooksComparison.Compare(
            await ReadHubBooksAsync(cancellation),
            [.. agencies.SelectMany(agency => agency.Book.SentEntries)],
            [.. agencies.SelectMany(agency => agency.Book.ReceivedEntries)]);
    }

    /// <summary>Waits until both sides' books agree and <paramref name="settled"/> holds.</summary>
    /// <exception cref="TimeoutException">They did not; the message lists the differences seen last.</exception>
    public async Task BooksAgreeAsync(Func<bool> settled, CancellationToken cancellation)
    {
        var verdict = new BooksVerdict(0, 0, ["not compared yet"]);
        await Eventually.Async(
            async () => (verdict = await CompareBooksAsync(cancellation)).Agree && settled(),
            TimeSpan.FromMinutes(3), () => string.Join(Environment.NewLine, verdict.Differences), cancellation);
    }

    /// <summary>
    /// Waits until nothing is left to be done anywhere, in no program and on no desk, then holds the nation to the promise: both sides' books
    /// agree, every document that arrived has told so by one 01, and every history verifies.
    /// </summary>
    /// <exception cref="TimeoutException">It does not come to rest; the message lists what is left.</exception>
    public async Task RestsAsync(CancellationToken cancellation, TimeSpan? patience = null)
    {
        IReadOnlyList<string> left = ["not looked yet"];
        var verdict = new BooksVerdict(0, 0, []);
        try
        {
            await Eventually.Async(
                async () => (left = ListBusyClerks()) is []
                    && (left = await LooseEnds.ListAsync(this, cancellation)) is []
                    && (verdict = await CompareBooksAsync(cancellation)).Agree
                    && (left = ListBusyClerks()) is [],
                patience ?? TimeSpan.FromMinutes(4), () => string.Join(Environment.NewLine, left.Concat(verdict.Differences).Take(40)), cancellation);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException(string.Join(Environment.NewLine, [late.Message, .. await Witnesses.AskAsync(this, cancellation)]), late);
        }

        var books = await ReadHubBooksAsync(cancellation);
        (await Ledger.ListBrokenHistoriesAsync([.. books.Select(entry => entry.DeliveryId)], cancellation)).ShouldBeEmpty();
        foreach (var arrived in books.Where(entry => entry is { Kind: "edoc", Transport: "DONE" }))
        {
            (await Ledger.StatusesAboutAsync(arrived.DeliveryId, cancellation)).Count(code => code == "01").ShouldBe(1, $"01 of delivery {arrived.DeliveryId}");
        }
    }

    /// <summary>A program of the product, for a test that runs one with other arguments.</summary>
    /// <param name="project">Project folder below <c>src</c>.</param>
    /// <param name="program">Name of its assembly.</param>
    public static string Program(string project, string program)
    {
        // Suites and programs are built together: the same configuration, the same framework.
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        return SourceTree.At("src", project, "bin", framework.Parent!.Name, framework.Name, program + ".dll");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var adapter in adapters)
        {
            await adapter.Process.DisposeAsync();
        }

        foreach (var agency in agencies)
        {
            agency.Connection.Dispose();
        }

        if (Hub is not null)
        {
            await Hub.DisposeAsync();
            await Ledger.DisposeAsync();
            Broker.Api.Dispose();
        }

        await site.DisposeAsync();
    }

    /// <summary>A clerk that has taken a letter in may have a second answer to give, between which everything else looks at rest.</summary>
    private string[] ListBusyClerks() => [.. agencies.Where(agency => agency.Clerk.Busy).Select(agency => $"the clerk of {agency.Addressee.Code} has not answered all")];

    private async Task SettleAsync(NationOptions options, CancellationToken cancellation)
    {
        await site.PrepareAsync(cancellation);
        Directory.CreateDirectory(site.Hub.ContentFolder);
        IReadOnlyList<SettledAdapter> settled;
        await using (var hub = HubHost.Build(site.Hub, builder => new NationLog(options.Verbose).Apply(builder.Logging)))
        {
            settled = await site.SettleAsync(hub.Services, options.Plan ?? NationPlan.Of(options.Agencies), cancellation);
        }

        var administrator = BrokerAddress.Parse(options.Broker!);
        Broker = new BrokerHost(
            administrator with { VirtualHost = BrokerAddress.Parse(site.Hub.Broker).VirtualHost }, administrator.Management(options.Management ?? ""),
            options.BrokerRoots);
        Ledger = new NationLedger(site.Hub);
        await WriteAsync(HubSettings, site.Hub, cancellation);
        Hub = new(
            "hub", [Program("Axis.Hub", "axis-hub"), "serve", "--config", HubSettings],
            new Uri(site.Hub.ConsoleEndpoint + "/health/ready"), site.At("hub.log"));
        foreach (var adapter in settled)
        {
            await AddAsync(adapter, options.Seed, cancellation);
        }
    }

    private async Task AddAsync(SettledAdapter settled, int seed, CancellationToken cancellation)
    {
        var code = settled.Plan.Code;
        var settings = site.At(code, "adapter.json");
        await WriteAsync(settings, settled.Options, cancellation);
        var process = new ProductProcess(
            code, [Program("Agency.Adapter", "axis-adapter"), "--config", settings],
            new Uri(settled.Options.LocalEndpoint + "/v1/health"), site.At(code + ".log"));
        var adapter = new ProcessAdapter(settled.Plan, settled.Options, process);
        adapters.Add(adapter);
        foreach (var (addressee, key) in settled.Keys)
        {
            var connection = PatientConnection.To(settled.Options.LocalEndpoint, key);
            var system = new AgencySystem(connection);
            var book = new AgencyBook(addressee);
            var folder = settled.Options.Agencies.Single(agency => agency.Code == addressee.Code).Folder;
            agencies.Add(new(
                addressee, connection, system, new Clerk(book, system, seed, TimeProvider.System, site.Hub.AxisCode), adapter,
                folder.Length > 0 ? new FolderDesk(folder, book) : null));
        }
    }

    private static Task WriteAsync<T>(string path, T settings, CancellationToken cancellation) =>
        File.WriteAllTextAsync(path, JsonSerializer.Serialize(settings, Settings), cancellation);
}
