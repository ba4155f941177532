using System.Text;
using Axis.Contracts.Tls;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Stuck;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Bus.Management;
using MassTransit;
using RabbitMQ.Client;

namespace Axis.Hub.Operate.Doctor;

/// <summary>Sends the running hub a message that nobody can read and waits until it lies among the stuck items; then closes it.</summary>
internal sealed class PoisonCheck(ManagementApi api, BrokerAddress broker, ServerTrust trust, ILedger ledger, StuckDesk desk, TimeProvider time)
{
    private const string Name = "poison message";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task<Diagnosis> RunAsync(string actor, CancellationToken cancellation)
    {
        var queue = await api.FindQueueAsync(broker.VirtualHost, WireNames.SubmitQueue, cancellation);
        if (queue is not { Consumers: > 0 })
        {
            return Diagnosis.Doubtful(Name, "no hub serves, so nothing was sent", "start axis-hub serve and run the doctor again");
        }

        var body = Encoding.UTF8.GetBytes("axis-hub doctor " + NewId.NextSequentialGuid());
        await using (var connection = await BrokerTls.Factory(broker, trust.For(broker.Host)).CreateConnectionAsync(cancellation))
        {
            await using var channel = await connection.CreateChannelAsync(
                new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
            await channel.BasicPublishAsync(WireNames.SubmitQueue, "", mandatory: true, new BasicProperties { Persistent = true }, body, cancellation);
        }

        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < Patience)
        {
            if (await FindAsync(body, cancellation) is { } row)
            {
                await desk.CloseAsync(row.StuckId, actor, "doctor's probe", cancellation);
                return Diagnosis.Well(Name, $"refused, moved to {WireNames.DeadQueue(WireNames.SubmitQueue)} and recorded with its exact bytes ({row.Reason})");
            }

            await Task.Delay(Pause, time, cancellation);
        }

        return Diagnosis.Wrong(
            Name, $"did not reach the stuck list within {Patience.TotalSeconds:0} s",
            $"look at the depth of {WireNames.SubmitQueue} and {WireNames.DeadQueue(WireNames.SubmitQueue)} and at the log of serve; is it the hub of this ledger?");
    }

    private Task<StuckRow?> FindAsync(byte[] body, CancellationToken cancellation) =>
        ledger.ReadAsync("doctor-stuck", async (reader, token) =>
            (await reader.ListStuckAsync(StuckDesk.OpenStatus, 100, token)).FirstOrDefault(row => row.Body.AsSpan().SequenceEqual(body)), cancellation);
}
