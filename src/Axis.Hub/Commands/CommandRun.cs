using System.CommandLine;
using System.Text.Json;
using Axis.Contracts.Tls;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Console;
using Axis.Hub.Ledger;
using Axis.Hub.Mail;
using Axis.Hub.Operate;
using Axis.Hub.Operate.Audit;
using Axis.Hub.Operate.Cancels;
using Axis.Hub.Operate.Queues;
using Axis.Hub.Operate.Stuck;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Bus.Management;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;
using Axis.Hub.Statements;
using Axis.Hub.Watch;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary>One run of one command: its settings, services and output.</summary>
internal sealed class CommandRun : IAsyncDisposable
{
    private const int PlainWidth = 160;

    private readonly Lazy<ServiceProvider> services;
    private readonly bool plain;

    public CommandRun(CommonOptions common, ParseResult parsed)
    {
        Parsed = parsed;
        Options = HubSettings.Load(parsed.GetValue(common.File), common.Given(parsed));
        AsJson = parsed.GetValue(common.Json);
        Actor = "operator:" + parsed.GetValue(common.Actor);
        if (Actor.Length > SqlWidth.Actor)
        {
            throw new CommandFailedException($"--actor: at most {SqlWidth.Actor - "operator:".Length} characters");
        }

        Administrator = parsed.GetValue(common.Administrator) ?? Environment.GetEnvironmentVariable(HubSettings.Prefix + "ADMIN");
        Output = parsed.InvocationConfiguration.Output;
        plain = Output != System.Console.Out || System.Console.IsOutputRedirected;
        Terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Output), Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect });
        if (plain)
        {
            Terminal.Profile.Width = PlainWidth;
        }

        services = new(() => Build(Options));
    }

    public ParseResult Parsed { get; }

    public HubOptions Options { get; }

    public bool AsJson { get; }

    /// <summary><c>operator:NAME</c>.</summary>
    public string Actor { get; }

    public IAnsiConsole Terminal { get; }

    public IServiceProvider Services => services.Value;

    private string? Administrator { get; }

    private TextWriter Output { get; }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Address that serve runs as.</summary>
    public BrokerAddress Broker => Options.Broker.Length > 0
        ? BrokerAddress.Parse(Options.Broker)
        : throw new CommandFailedException("Broker: not set; this command needs one (--broker, AXIS_BROKER or axis-hub.json)");

    /// <summary>Address of the administrator; serve's own when none is given.</summary>
    public BrokerAddress AdministratorAddress
    {
        get
        {
            try
            {
                return Administrator is { Length: > 0 } given ? BrokerAddress.Parse(given) with { VirtualHost = Broker.VirtualHost } : Broker;
            }
            catch (FormatException wrong)
            {
                throw new CommandFailedException("--admin: " + wrong.Message);
            }
        }
    }

    /// <summary>The management API under the administrator.</summary>
    public ManagementApi ConnectManagement() => ManagementApi.Beside(AdministratorAddress, Options.Management, BrokerTrust);

    /// <summary>Whom the broker is believed by.</summary>
    public ServerTrust BrokerTrust => ServerTrust.Load(Options.BrokerRootsPath);

    /// <summary>Writes a text as it is.</summary>
    public void WriteText(string text) => Output.Write(text);

    /// <summary>Writes a result: as JSON, or as <paramref name="table"/> shows it.</summary>
    public void Write<T>(T result, Action<IAnsiConsole> table)
    {
        if (AsJson)
        {
            Output.WriteLine(JsonSerializer.Serialize(result, ConsoleComponent.Json));
        }
        else
        {
            table(Terminal);
        }
    }

    /// <summary>Runs long work under a progress bar, where somebody watches; until the work tells how far it is, the bar only moves.</summary>
    public Task<T> WatchAsync<T>(string doing, Func<IProgress<Step>, Task<T>> work) =>
        plain || AsJson ? work(new Bar(null)) : Terminal.Progress().StartAsync(context => work(new Bar(context.AddTask(Markup.Escape(doing)).IsIndeterminate())));

    /// <summary>Stops with what is wrong when the database is not at the state this program needs; waits for none.</summary>
    public async Task RequireDatabaseAsync(CancellationToken cancellation)
    {
        var wrong = await Get<IDatabase>().InspectAsync(cancellation);
        if (wrong.Count > 0)
        {
            throw new CommandFailedException(wrong);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (services.IsValueCreated)
        {
            await services.Value.DisposeAsync();
        }
    }

    private sealed class Bar(ProgressTask? task) : IProgress<Step>
    {
        public void Report(Step value)
        {
            if (task is not null)
            {
                task.IsIndeterminate = false;
                task.MaxValue = value.Of;
                task.Value = value.Done;
            }
        }
    }

    private static ServiceProvider Build(HubOptions options)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(options);
        collection.AddSingleton(TimeProvider.System);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)
            .AddSimpleConsole(line => line.SingleLine = true)
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        collection.AddLedger(options);
        collection.AddRegistry();
        collection.AddCalendar();
        collection.AddOperate(options);
        if (options.Broker.Length == 0)
        {
            collection.AddSingleton<IBrokerQueues, NoBrokerQueues>();
        }

        collection.AddSingleton<StuckStore>();
        collection.AddSingleton<CancelStore>();
        collection.AddSingleton<NoticeStore>();
        collection.AddWatch();
        collection.AddMail();
        collection.AddSingleton<ListQueues>();
        collection.AddSingleton<ImportAgencies>();
        collection.AddSingleton<AuthorityDesk>();
        collection.AddStatementIssue();
        return collection.BuildServiceProvider();
    }
}
