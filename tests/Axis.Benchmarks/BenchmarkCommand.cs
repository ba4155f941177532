using System.CommandLine;
using Axis.Benchmarks.Relays;

namespace Axis.Benchmarks;

/// <summary>One command, one run, one table: raw relay, bare MassTransit relay and the axis, with the same passages.</summary>
internal static class BenchmarkCommand
{
    public static RootCommand Create()
    {
        var broker = new Option<string>("--broker") { Description = "amqp:// address of a broker whose queues named bench.* may be used.", Required = true };
        var documents = new Option<int>("--documents") { Description = "Documents per figure at 4 KiB; a tenth at 384 KiB.", DefaultValueFactory = _ => 2000 };
        var command = new RootCommand("Measures the axis against bare relays, in one run on one machine.") { broker, documents };
        command.SetAction(async (result, cancellation) =>
        {
            var address = new Uri(result.GetValue(broker)!);
            var results = new List<Measurement>();
            foreach (var (bytes, count) in new[] { (4 * 1024, result.GetValue(documents)), (384 * 1024, Math.Max(1, result.GetValue(documents) / 10)) })
            {
                foreach (var fanOut in new[] { 1, 4 })
                {
                    results.Add(await MeasureRelays.RawAsync(address, bytes, fanOut, count));
                    results.Add(await MeasureRelays.BareAsync(address, bytes, fanOut, count));
                }
            }

            foreach (var measured in results)
            {
                Console.WriteLine(measured);
            }

            return 0;
        });
        return command;
    }
}
