namespace Agency.Adapter.Alerts;

/// <summary>Registers what the axis tells, and the ways in which it is told on.</summary>
internal static class AlertComponent
{
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<AlertStore>();
        services.AddSingleton<AlertReaders>();
        services.AddSingleton<TakeAlerts>();
        services.AddHostedService<ReadAlerts>();
        return services;
    }

    /// <summary>One more way, with a loop of its own.</summary>
    public static IServiceCollection AddAlertWay<T>(this IServiceCollection services, AgencyOptions agency) where T : class, IAlertWay
    {
        var key = (typeof(T), agency);
        services.AddKeyedSingleton<IAlertWay>(key, (provider, _) => ActivatorUtilities.CreateInstance<T>(provider, agency));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<IAlertWay>(key));
        return services.AddSingleton<IHostedService>(provider =>
            ActivatorUtilities.CreateInstance<TellAgency>(provider, provider.GetRequiredKeyedService<IAlertWay>(key)));
    }
}
