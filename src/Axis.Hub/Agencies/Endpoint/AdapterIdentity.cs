using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;

namespace Axis.Hub.Agencies.Endpoint;

/// <summary>Who calls: the adapter whose registered certificate the connection was made with, and never anything in the request.</summary>
/// <param name="Adapter">Adapter code.</param>
/// <param name="Certificate">The certificate's names.</param>
internal sealed record AdapterIdentity(string Adapter, AgencyCertificate Certificate)
{
    /// <summary>The caller of a request that <see cref="RequireAsync"/> let through.</summary>
    public static AdapterIdentity Of(HttpContext context) =>
        context.Features.Get<AdapterIdentity>() ?? throw new InvalidOperationException("The endpoint is not mapped for adapters.");

    /// <summary>Lets a request through when its certificate is the registered one of an adapter in use.</summary>
    public static async ValueTask<object?> RequireAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        HttpContext context = call.HttpContext;
        if (context.Connection.ClientCertificate is not { } certificate)
        {
            return Problem.Of(ErrorCatalogue.AdapterRefused, "", "?");
        }

        AgencyCertificate names = AgencyCertificate.Of(certificate);
        AgencyDirectory directory = await context.RequestServices.GetRequiredService<IAgencyRegistry>().CurrentAsync(context.RequestAborted);
        if (names.Adapter is not { } code
            || directory.FindAdapter(code) is not { Active: true } adapter
            || !string.Equals(adapter.CertificateSha256, names.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            EndpointLog.AdapterRefused(
                context.RequestServices.GetRequiredService<ILogger<AdapterIdentity>>(), names.Adapter, names.Sha256);

            // Only to the adapter itself: what is suspended is told to nobody who does not hold its key.
            return names.Adapter is { } named && directory.FindAdapter(named) is { SuspendedSince: { } since } suspended
                && string.Equals(suspended.CertificateSha256, names.Sha256, StringComparison.OrdinalIgnoreCase)
                ? Problem.Of(ErrorCatalogue.AdapterSuspended, "", named, VietnamTime.Show(since))
                : Problem.Of(ErrorCatalogue.AdapterRefused, "", names.Adapter ?? "?");
        }

        context.Features.Set(new AdapterIdentity(code, names));
        return await next(call);
    }
}
