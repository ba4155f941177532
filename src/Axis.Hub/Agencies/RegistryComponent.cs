using Axis.Contracts.Sealing;
using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Platform.Security;

namespace Axis.Hub.Agencies;

/// <summary>Registers the registry on the hub's database.</summary>
internal static class RegistryComponent
{
    public static IServiceCollection AddRegistry(this IServiceCollection services)
    {
        services.AddSingleton<RegistryStore>();
        services.AddSingleton<SqlAgencyRegistry>();
        services.AddSingleton<IAgencyRegistry>(provider => provider.GetRequiredService<SqlAgencyRegistry>());
        services.AddSingleton<ContactDesk>();
        services.AddSingleton<ICertificateSource, RegistryCertificates>();
        services.AddHostedService<RegisterHubSeal>();
        return services;
    }

    /// <summary>What the hub seals stays verifiable after its certificate was exchanged, so each one it uses is kept.</summary>
    private sealed class RegisterHubSeal(RegistryStore store, HubCertificates certificates) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
            store.RegisterHubCertificateAsync(certificates.Seal, stoppingToken);
    }
}
