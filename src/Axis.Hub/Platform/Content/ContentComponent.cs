namespace Axis.Hub.Platform.Content;

/// <summary>Registers the content store.</summary>
internal static class ContentComponent
{
    /// <summary>How long half uploads and unreferenced content live (protocol.md 7).</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public static IServiceCollection AddContent(this IServiceCollection services, HubOptions options) =>
        services.AddSingleton<IContentStore>(provider => new ContentDirectory(
            options.ContentFolder, options.PackageLimit, Life, provider.GetRequiredService<TimeProvider>()));
}
