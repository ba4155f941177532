using System.CommandLine;
using Axis.Simulator.Nation;

namespace Axis.Simulator;

/// <summary>The simulator's command line.</summary>
internal static class SimulatorCommand
{
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
        var command = new RootCommand("A nation of agencies that exchange signed documents over the axis, in one process.")
        {
            once, documents, agencies, seed, report, broker, brokerCa, management, sql, noTimeStamps, verbose,
        };
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
            return await NationRun.RunAsync(options, cancellation);
        });
        return command;
    }
}
