using System.CommandLine;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus.Management;
using Axis.Hub.Platform.Security;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>migrate</c>: brings database, broker and, for development, certificates to what this program needs.</summary>
internal static class MigrateCommand
{
    public static Command Create(HubCommand hub)
    {
        var authority = new Option<string?>("--authority")
        {
            Description = "Folder of a development authority, made if absent: issues the hub's certificates where they are missing. Never in production",
        };
        var command = new Command("migrate", "Create or update the database, the broker's queues and policies, and the user that serve runs as") { authority };
        return hub.Does(command, async (run, cancellation) =>
        {
            var done = new List<string>();
            await run.WatchAsync("database", async _ =>
            {
                await run.Get<IDatabase>().MigrateAsync(cancellation);
                return true;
            });
            done.Add("database: at the state of this program");
            if (run.Options.Broker.Length > 0)
            {
                done.AddRange(await run.WatchAsync("broker", progress => MigrateBrokerAsync(run, progress, cancellation)));
            }

            if (run.Parsed.GetValue(authority) is { } folder)
            {
                using var development = DevelopmentAuthority.CreateOrLoad(folder, TimeProvider.System);
                HubCertificates.LoadOrIssue(run.Options.CertificateFolder, development, run.Options.AxisCode).Dispose();
                done.Add($"certificates: {run.Options.CertificateFolder}, by the development authority");
            }

            await run.Get<ILedger>().WriteAsync("migrate", async (transaction, token) =>
            {
                await transaction.AppendAuditAsync(run.Actor, "migrate", "installation", string.Join("; ", done), run.Get<TimeProvider>().GetUtcNow(), token);
                return true;
            }, cancellation);
            run.Write(done, terminal => done.ForEach(line => terminal.MarkupLineInterpolated($"[green]ok[/] {line}")));
            return 0;
        });
    }

    private static async Task<IEnumerable<string>> MigrateBrokerAsync(CommandRun run, IProgress<Step> progress, CancellationToken cancellation)
    {
        using var api = run.ConnectManagement();
        var (broker, administrator) = (run.Broker, run.AdministratorAddress);
        await api.PutVirtualHostAsync(broker.VirtualHost, cancellation);
        await api.PutRightsAsync(broker.VirtualHost, administrator.User, new BrokerRights(".*", ".*", ".*"), cancellation);
        var topology = new Topology(api, broker.VirtualHost);
        await topology.EnsureHubAsync(cancellation);
        var adapters = await run.Get<Agencies.RegistryStore>().ListAdaptersAsync(cancellation);
        for (var place = 0; place < adapters.Count; place++)
        {
            await topology.EnsureAdapterAsync(adapters[place].Code, cancellation);
            progress.Report(new(place + 1, adapters.Count));
        }

        // The administrator keeps its tags when serve is told to run as it.
        if (broker.User == administrator.User)
        {
            return [$"broker: queues and policies of {broker}; serve would run as the administrator, give --admin another"];
        }

        await topology.EnsureHubUserAsync(broker.User, broker.Password, cancellation);
        return [$"broker: queues and policies of {broker}", $"broker: user {broker.User} ({Topology.HubTags})"];
    }
}
