namespace Agency.Adapter;

/// <summary>Composition root: an adapter as a web application, started by its own program or many in one process.</summary>
internal static class AdapterHost
{
    /// <summary>Builds an adapter. Nothing runs, and no file is touched, before it is started.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="configure">Puts in or replaces services (a link, a clock) after the adapter's own.</param>
    public static WebApplication Build(AdapterOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "axis-adapter" });
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.WebHost.UseUrls(options.LocalEndpoint);
        configure?.Invoke(builder);
        return builder.Build();
    }
}
