using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Stuck;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Bus.Management;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Doctor;

/// <summary>Looks at the whole installation and says what is wrong and how to mend it. Changes nothing but its own probe.</summary>
internal sealed class Doctor(HubOptions options, IDatabase database, ILedger ledger, RegistryStore registry, StuckDesk desk, TimeProvider time)
{
    /// <param name="administrator">Broker administrator.</param>
    /// <param name="actor">Who asks, for the audit trail of the probe.</param>
    public async Task<IReadOnlyList<Diagnosis>> RunAsync(BrokerAddress administrator, string actor, CancellationToken cancellation)
    {
        var found = new List<Diagnosis>();
        var (ofDatabase, hasDatabase) = await new DatabaseCheck(database, time).RunAsync(cancellation);
        found.AddRange(ofDatabase);
        found.Add(new ContentFolderCheck(options).Run());
        var certificates = new CertificatesCheck(options, time);
        found.AddRange(certificates.RunOwn());

        var adapters = hasDatabase ? await registry.ListAdaptersAsync(cancellation) : [];
        if (hasDatabase)
        {
            found.AddRange(certificates.RunAdapters(adapters, await registry.ListCertificatesAsync(cancellation)));
        }

        var hub = BrokerAddress.Parse(options.Broker);
        using var api = ManagementApi.Beside(administrator, options.Management);
        var broker = new BrokerCheck(api, hub, administrator, time);
        var (ofBroker, hasBroker) = await broker.ReachAsync(cancellation);
        found.AddRange(ofBroker);
        if (!hasBroker)
        {
            return found;
        }

        found.AddRange(await broker.InspectHubAsync(cancellation));
        foreach (var adapter in adapters)
        {
            found.AddRange(await broker.InspectAdapterAsync(adapter, cancellation));
        }

        if (hasDatabase)
        {
            found.AddRange(await broker.FindStrangersAsync(adapters, cancellation));
            found.Add(await new PoisonCheck(api, administrator, ledger, desk, time).RunAsync(actor, cancellation));
        }

        return found;
    }
}
