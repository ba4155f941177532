using System.CommandLine;
using Axis.Simulator.Days;
using Axis.Simulator.Nation;

namespace Axis.Simulator;

/// <summary>The simulator's command line.</summary>
internal static class SimulatorCommand
{
    private const string DefaultFaults = "default";

    public static RootCommand Create()
    {
        var once = new Option<bool>("--once") { Description = "Exchange the documents, compare everybody's books and end: 0 when they agree." };
        var documents = new Option<int>("--documents") { Description = "Documents to send with --once.", DefaultValueFactory = _ => 200 };
        var agencies = new Option<int?>("--agencies") { Description = "Agencies, each with an adapter of its own (default 5; 8 with --once)." };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same letters and answers.", DefaultValueFactory = _ => 1 };
        var report = new Option<string?>("--report") { Description = "Write the figures as JSON to this file." };
        var broker = new Option<string?>("--broker") { Description = "amqp(s)://administrator:password@host:port - put the nation on RabbitMQ." };
        var brokerCa = new Option<string?>("--broker-ca") { Description = "PEM file of the root authority of an amqps broker (default: the machine's roots)." };
        var management = new Option<string?>("--management") { Description = "Management API of the broker (default: its host, AMQP port + 10000)." };
        var sql = new Option<string?>("--sql") { Description = "Connection string of the ledger's SQL Server database, made if it is missing (default: SQLite in a temporary folder)." };
        var noTimeStamps = new Option<bool>("--no-time-stamps") { Description = "A nation without a time-stamping authority: sealing times are claims." };
        var verbose = new Option<bool>("--verbose") { Description = "Show what the hub and the adapters log." };
        var days = new Option<int?>("--days") { Description = "With --once: live so many days by the nation's own clock, in minutes; statements are left as files." };
        var start = new Option<DateOnly>("--start") { Description = "First of the days, yyyy-MM-dd.", DefaultValueFactory = _ => new(2026, 2, 12) };
        var faults = new Option<string>("--faults") { Description = "default: things go wrong by plan on these days; none: nothing does.", DefaultValueFactory = _ => DefaultFaults };
        faults.AcceptOnlyFromAmong(DefaultFaults, "none");
        var statements = new Option<string?>("--statements") { Description = "Folder of the statements (default: statements, beside the report)." };
        var command = new RootCommand("A nation of agencies that exchange signed documents over the axis, in one process.")
        {
            once, documents, agencies, seed, report, broker, brokerCa, management, sql, noTimeStamps, verbose, days, start, faults, statements,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(days) is { } number && (number < 1 || !result.GetValue(once) || result.GetValue(broker) is not null || result.GetValue(sql) is not null))
            {
                result.AddError("--days wants --once, a day at least, and the embedded transport and ledger: only there has the nation a clock of its own.");
            }
        });
        command.SetAction(async (result, cancellation) =>
        {
            var options = new NationOptions
            {
                Once = result.GetValue(once),
                Documents = result.GetValue(documents),
                Agencies = result.GetValue(agencies) ?? (result.GetValue(once) ? 8 : 5),
                Seed = result.GetValue(seed),
                Report = result.GetValue(report),
                Broker = result.GetValue(broker),
                BrokerRoots = result.GetValue(brokerCa) ?? "",
                Management = result.GetValue(management),
                Sql = result.GetValue(sql),
                TimeStamps = !result.GetValue(noTimeStamps),
                Verbose = result.GetValue(verbose),
            };
            return result.GetValue(days) is { } number
                ? await DaysRun.RunAsync(
                    options, new(result.GetValue(start), number, options.Seed, result.GetValue(faults) == DefaultFaults),
                    result.GetValue(statements) ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(options.Report ?? "report.json")) ?? ".", "statements"), cancellation)
                : await NationRun.RunAsync(options, cancellation);
        });
        return command;
    }
}
