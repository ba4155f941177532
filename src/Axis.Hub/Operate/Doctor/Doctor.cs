using Axis.Contracts.Tls;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Stuck;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Bus.Management;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Operate.Doctor;

/// <summary>Looks at the whole installation and says what is wrong and how to mend it. Changes nothing but its own probe.</summary>
internal sealed class Doctor(HubOptions options, IDatabase database, ILedger ledger, RegistryStore registry, CalendarStore calendars, StuckDesk desk, TimeProvider time)
{
    private const int FixedSteps = 4;
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    /// <param name="administrator">Broker administrator.</param>
    /// <param name="actor">Who asks, for the audit trail of the probe.</param>
    /// <param name="progress">Told after each step.</param>
    /// <param name="cancellation">The end of patience.</param>
    public async Task<IReadOnlyList<Diagnosis>> RunAsync(
        BrokerAddress administrator, string actor, IProgress<Step> progress, CancellationToken cancellation)
    {
        var found = new List<Diagnosis>();
        var (ofDatabase, hasDatabase) = await new DatabaseCheck(database, time).RunAsync(cancellation);
        found.AddRange(ofDatabase);
        found.Add(new ContentFolderCheck(options).Run());
        found.AddRange(await new MailServerCheck(options).RunAsync(cancellation));
        found.AddRange(new CalendarCheck(options, time).Run(hasDatabase ? await calendars.LoadAsync(cancellation) : null));
        var adapters = hasDatabase ? await registry.ListAdaptersAsync(cancellation) : [];
        var steps = FixedSteps + adapters.Count;
        progress.Report(new(1, steps));

        var certificates = new CertificatesCheck(options, time);
        found.AddRange(certificates.RunOwn());
        if (hasDatabase)
        {
            found.AddRange(await certificates.RunAdaptersAsync(
                adapters, await registry.ListCertificatesAsync(cancellation), registry.FindCertificateAsync, cancellation));
            found.AddRange(await CompareClocksAsync(adapters, cancellation));
            found.AddRange(AuthorityCheck.Run((await registry.LoadAsync(cancellation)).Directory, time.GetUtcNow()));
        }

        progress.Report(new(2, steps));
        found.AddRange(await InspectBrokerAsync(administrator, actor, adapters, hasDatabase, new(progress, steps), cancellation));
        progress.Report(new(steps, steps));
        return found;
    }

    private async Task<IReadOnlyList<Diagnosis>> InspectBrokerAsync(
        BrokerAddress administrator, string actor, IReadOnlyList<AdapterRow> adapters, bool hasDatabase, Remaining remaining, CancellationToken cancellation)
    {
        var (hub, trust) = (BrokerAddress.Parse(options.Broker), ServerTrust.Load(options.BrokerRootsPath));
        using var api = ManagementApi.Beside(administrator, options.Management, trust);
        var broker = new BrokerCheck(api, hub, administrator, trust, time);
        var ofTls = await new BrokerTlsCheck(trust, time).RunAsync(hub, administrator.Management(options.Management), cancellation);
        var (found, hasBroker) = await broker.ReachAsync(cancellation);
        if (!hasBroker)
        {
            return [.. ofTls, .. found];
        }

        List<Diagnosis> all = [.. ofTls, .. found, .. await broker.InspectHubAsync(cancellation)];
        foreach (var (adapter, place) in adapters.Select((adapter, place) => (adapter, place)))
        {
            remaining.Report(3 + place);
            all.AddRange(await broker.InspectAdapterAsync(adapter, cancellation));
        }

        if (hasDatabase)
        {
            remaining.Report(3 + adapters.Count);
            all.AddRange(await broker.FindStrangersAsync(adapters, cancellation));
            all.Add(await new PoisonCheck(api, administrator, trust, ledger, desk, time).RunAsync(actor, cancellation));
        }

        return all;
    }

    /// <summary>The adapters' clocks as their last heartbeats told them: from a minute on, their times are no longer believed (protocol.md 9).</summary>
    private async Task<IEnumerable<Diagnosis>> CompareClocksAsync(IReadOnlyList<AdapterRow> adapters, CancellationToken cancellation)
    {
        var links = await ledger.ReadAsync("doctor-links", (reader, token) => reader.ListAdapterLinksAsync(token), cancellation);
        var now = time.GetUtcNow();
        return links.Where(link => link.ClockSkewMs is not null && adapters.Any(adapter => adapter.Code == link.AdapterCode))
            .Select(link => Clock.Compare("clock of adapter " + link.AdapterCode, now.AddMilliseconds(link.ClockSkewMs!.Value), now, Believed));
    }

    private readonly record struct Remaining(IProgress<Step> Progress, int Steps)
    {
        public void Report(int done) => Progress.Report(new(done, Steps));
    }
}
