using System.Globalization;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;

namespace Axis.Hub.Agencies.Endpoint;

/// <summary>What the registry tells adapters: certificates by hash, and the directory.</summary>
internal static class RegistryEndpoints
{
    // A change's time is from before its commit: asking again a little earlier misses none.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    public static void MapRegistryEndpoints(this RouteGroupBuilder group)
    {
        group.MapGet("/certificates/{sha256}", FindCertificateAsync);
        group.MapGet("/agencies", ListAgenciesAsync);
    }

    private static async Task<IResult> FindCertificateAsync(
        string sha256, ICertificateSource certificates, HttpContext context, CancellationToken cancellation)
    {
        if (await certificates.FindAsync(sha256, cancellation) is not { } registered)
        {
            return Problem.NotFoundHere();
        }

        if (registered.WithdrawnAt is { } withdrawn)
        {
            context.Response.Headers[HttpNames.WithdrawnAt] = withdrawn.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        }

        return Results.Bytes(registered.Certificate.RawData, "application/pkix-cert");
    }

    private static async Task<IResult> ListAgenciesAsync(
        string? since, IAgencyRegistry registry, TimeProvider time, CancellationToken cancellation)
    {
        DateTimeOffset from = DateTimeOffset.MinValue;
        if (!string.IsNullOrEmpty(since)
            && !DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out from))
        {
            return Problem.Of(ErrorCatalogue.ParameterForm, "since", "since");
        }

        DateTimeOffset asOf = time.GetUtcNow() - Overlap;

        // Adapters ask before they refuse a sender or fail a delivery.
        AgencyDirectory directory = await registry.LatestAsync(cancellation);
        ILookup<Guid, AliasEntry> aliases = directory.Aliases.ToLookup(alias => alias.AgencyId);
        DirectoryAgency[] changed = [.. directory.Agencies
            .Where(agency => agency.ChangedAt >= from)
            .OrderBy(agency => agency.Code, StringComparer.Ordinal)
            .Select(agency => new DirectoryAgency(
                agency.AgencyId, agency.Code, agency.NameVi, agency.NameEn, agency.Kind, agency.Active,
                [.. aliases[agency.AgencyId].Select(Tell)],
                agency.ChangedAt, agency.ParentId, agency.AdapterCode)
            {
                SuspendedSince = agency.SuspendedSince,
                AdapterSuspendedSince = agency.AdapterCode is { } adapter ? directory.FindAdapter(adapter)?.SuspendedSince : null,
                Delegations = Tell(directory.DelegationsOf(agency.AgencyId)),
            })];
        return Results.Json(new DirectoryPage(asOf, changed), WireJson.Options);
    }

    private static DirectoryAlias Tell(AliasEntry alias) =>
        new(alias.Alias, alias.Form, alias.ValidFrom, alias.ValidTo) { Successor = alias.SuccessorCode, SuccessorFrom = alias.SuccessorFrom };

    private static DirectoryDelegation[]? Tell(IEnumerable<DelegationEntry> granted)
    {
        DirectoryDelegation[] all = [.. granted.OrderBy(delegation => delegation.ValidFrom)
            .Select(delegation => new DirectoryDelegation(delegation.AdapterCode, delegation.ValidFrom, delegation.Until, delegation.Types))];
        return all.Length == 0 ? null : all;
    }
}
