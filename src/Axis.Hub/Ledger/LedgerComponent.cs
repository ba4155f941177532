using Axis.Hub.Platform.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Axis.Hub.Ledger;

/// <summary>Registers the ledger and the database below it.</summary>
internal static class LedgerComponent
{
    public static IServiceCollection AddLedger(this IServiceCollection services, HubOptions options)
    {
        services.AddStorage(options.Ledger);
        services.AddSingleton<ILedger, SqlLedger>();
        services.TryAddSingleton(_ => new CalendarInForce(HubCalendar.Load(options)));
        services.AddSingleton<ClockRules>();
        services.TryAddSingleton<IDueTimes, DueTimesInForce>();
        return services;
    }

    /// <summary>Creates and updates the database; called by <c>migrate</c>, and by the embedded nation before it serves.</summary>
    /// <exception cref="MigrationException">The database was made by another program or a script failed.</exception>
    public static Task MigrateAsync(this IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<IDatabase>().MigrateAsync(cancellation);
}
