using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;
using Axis.Hub.Platform.Bus.Management;
using Axis.Hub.Platform.Security;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary>
/// <c>adapter add</c>: broker user, queue and rights, registry row, certificate, and the folder of configuration that the agency gets.
/// Run again it renews: a new password, a new certificate, the same queue.
/// </summary>
internal sealed class AddAdapterCommand
{
    private readonly Argument<string> code = new("code") { Description = "Code of the adapter: broker user and certificate name" };
    private readonly Option<string?> name = new("--name") { Description = "Name for people (the first agency's)" };
    private readonly Option<string[]> agencies = new("--agency") { Description = "Agency that it serves, any spelling; may be given many times", Required = true };
    private readonly Option<string> output = new("--out") { Description = "Folder for the adapter's configuration", Required = true };
    private readonly Option<string?> authority = new("--authority") { Description = "Folder of the development authority that issues the certificate" };
    private readonly Option<string?> request = new("--request") { Description = "PKCS#10 request (PEM) of a key that stays at the agency" };
    private readonly Option<string?> certificate = new("--certificate") { Description = "Certificate (PEM) that an authority outside has issued" };
    private readonly Option<string> localEndpoint = new("--local-endpoint")
    {
        Description = "Loopback address that the adapter serves", DefaultValueFactory = _ => "http://127.0.0.1:7180",
    };

    public static Command Create(HubCommand hub)
    {
        var add = new AddAdapterCommand();
        return hub.Does(
            new Command("add", "Register an adapter, or renew its password and certificate")
            {
                add.code, add.name, add.agencies, add.output, add.authority, add.request, add.certificate, add.localEndpoint,
            },
            add.RunAsync);
    }

    private async Task<int> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        await run.RequireDatabaseAsync(cancellation);
        var adapter = run.Parsed.GetRequiredValue(code);
        if ((await run.Get<IAgencyRegistry>().LatestAsync(cancellation)).FindAdapter(adapter) is { Active: false, SuspendedSince: var since })
        {
            throw new CommandFailedException($"adapter {adapter} is suspended since {since:u}; resume it first");
        }

        var served = await ResolveAsync(run, adapter, cancellation);
        using var own = Certify(run, adapter, [.. served.Select(agency => agency.Code)]);
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var bundle = new AdapterBundle(run.Parsed.GetRequiredValue(output));
        bundle.RequireWritable();

        using var api = run.ConnectManagement();
        var topology = new Topology(api, run.Broker.VirtualHost);
        await topology.EnsureAdapterAsync(adapter, cancellation);
        await topology.EnsureAdapterUserAsync(adapter, password, cancellation);
        await SaveAsync(run, adapter, served, own, cancellation);
        bundle.Write(
            run.Options, adapter, [.. served.Select(agency => agency.Code)], run.Broker.As(adapter, password), own,
            run.Parsed.GetRequiredValue(localEndpoint));
        run.Write(
            new { adapter, bundle.Folder, Agencies = served.Select(agency => agency.Code), CertificateSha256 = RegistryStore.Sha256Of(own) },
            terminal => terminal.MarkupLineInterpolated($"adapter [green]{adapter}[/] serves {string.Join(", ", served.Select(agency => agency.Code))}; its configuration is in {bundle.Folder}"));
        return 0;
    }

    private async Task<List<AgencyEntry>> ResolveAsync(CommandRun run, string adapter, CancellationToken cancellation)
    {
        var directory = await run.Get<IAgencyRegistry>().CurrentAsync(cancellation);
        var now = run.Get<TimeProvider>().GetUtcNow();
        var errors = new List<string>();
        if (!Topology.IsAdapterCode(adapter))
        {
            errors.Add($"{adapter} cannot be an adapter's code: letters, digits, dots and hyphens, at most 35, and not \"dead\"");
        }

        var served = new List<AgencyEntry>();
        foreach (var spelling in run.Parsed.GetRequiredValue(agencies))
        {
            // One whose codes are not valid yet is given its adapter before its first day.
            if ((directory.Resolve(spelling, now) ?? directory.Agencies.FirstOrDefault(agency => agency.Code.Equals(spelling, StringComparison.OrdinalIgnoreCase))) is not { } agency)
            {
                errors.Add($"agency {spelling} is not in the registry; see axis-hub agency list");
            }
            else if (agency.AdapterCode is { } other && other != adapter)
            {
                errors.Add($"agency {agency.Code} is served by adapter {other}; an agency has one adapter at a time");
            }
            else
            {
                served.Add(agency);
            }
        }

        return errors.Count == 0 ? served : throw new CommandFailedException(errors);
    }

    private X509Certificate2 Certify(CommandRun run, string adapter, IReadOnlyList<string> codes)
    {
        var folder = run.Parsed.GetValue(authority);
        if (run.Parsed.GetValue(certificate) is { } issued)
        {
            var given = CertificatePem.Read(File.ReadAllText(issued))[0];
            var named = AgencyCertificate.Of(given).Adapter;
            return named == adapter ? given : throw new CommandFailedException($"{issued} names adapter {named ?? "(none)"}, not {adapter}");
        }

        if (folder is null)
        {
            throw new CommandFailedException("a certificate is needed: --certificate FILE, or --authority FOLDER of a development authority, there with or without --request FILE");
        }

        using var development = DevelopmentAuthority.CreateOrLoad(folder, run.Get<TimeProvider>());
        return run.Parsed.GetValue(request) is not { } asked
            ? development.IssueAdapter(adapter, codes)
            : development.CertifyAdapter(adapter, codes, File.ReadAllText(asked)) switch
            {
                CertifyOutcome.Issued done => done.Certificate,
                CertifyOutcome.Refused refused => throw new CommandFailedException($"{asked}: {refused.Finding.Code} {refused.Finding.English}"),
                _ => throw new InvalidOperationException("A certificate is issued or refused."),
            };
    }

    private async Task SaveAsync(CommandRun run, string adapter, List<AgencyEntry> served, X509Certificate2 own, CancellationToken cancellation)
    {
        var store = run.Get<RegistryStore>();
        var now = run.Get<TimeProvider>().GetUtcNow();
        var before = (await store.ListAdaptersAsync(cancellation)).SingleOrDefault(row => row.Code == adapter);
        var row = (before ?? new AdapterRow { Code = adapter, Name = served[0].NameVi, CreatedAt = now, ChangedAt = now }) with
        {
            Status = AdapterRow.ActiveStatus,
            CertificateSha256 = RegistryStore.Sha256Of(own),
            ChangedAt = now,
        };
        await store.SaveAdapterAsync(
            run.Parsed.GetValue(name) is { } given ? row with { Name = given } : row, [.. served.Select(agency => agency.AgencyId)], own,
            new RegistryAct(run.Actor, before is null ? "adapter-add" : "adapter-renew", adapter, $"agencies {string.Join(", ", served.Select(agency => agency.Code))}; certificate {row.CertificateSha256}"),
            cancellation);
    }
}
