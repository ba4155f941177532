using System.Security.Cryptography.X509Certificates;
using Axis.Hub.Agencies;

namespace Axis.Simulator.Nation;

/// <summary>Puts the nation into the hub's registry, as an operator does with <c>agency import</c> and <c>adapter add</c>.</summary>
internal sealed class NationRegistry(RegistryStore store, ImportAgencies import, TimeProvider time)
{
    private const string Actor = "simulator";

    /// <summary>The whole directory, and what the plan has beyond it.</summary>
    public async Task ImportAsync(NationPlan plan, CancellationToken cancellation)
    {
        var lines = AgencyFile.ReadSeed().ToList();
        var known = lines.Select(line => line.Code).ToHashSet(StringComparer.Ordinal);
        lines.AddRange(plan.Adapters.SelectMany(adapter => adapter.Agencies).Where(agency => !known.Contains(agency.Addressee.Code))
            .Select(agency => new AgencyLine(
                0, agency.Addressee.Code, "", "", agency.Addressee.Name, agency.Addressee.Code,
                agency.Parent is null ? "other_central" : "unit", agency.Parent ?? "", "made_up", "simulation")));
        if (await import.ImportAsync(lines, Actor, "simulation", cancellation) is ImportAgencies.Outcome.Refused refused)
        {
            throw new InvalidOperationException(string.Join("; ", refused.Errors));
        }
    }

    public async Task AddAsync(AdapterPlan plan, X509Certificate2 certificate, CancellationToken cancellation)
    {
        var (_, directory) = await store.LoadAsync(cancellation);
        var now = time.GetUtcNow();
        var agencies = plan.Agencies.Where(agency => agency.OwnConnection)
            .Select(agency => directory.Resolve(agency.Addressee.Code, now)?.AgencyId
                ?? throw new InvalidOperationException($"{agency.Addressee.Code} is not in the directory."))
            .ToList();
        await store.SaveAdapterAsync(
            new AdapterRow
            {
                Code = plan.Code,
                Name = plan.Agencies[0].Addressee.Name,
                CertificateSha256 = RegistryStore.Sha256Of(certificate),
                CreatedAt = now,
                ChangedAt = now,
            },
            agencies, certificate, new RegistryAct(Actor, "adapter-add", plan.Code, "simulation"), cancellation);
    }
}
