namespace Agency.Adapter.AgencySystem.Rest.Describe;

/// <summary>The OpenAPI document.</summary>
internal static class Description
{
    public static IServiceCollection AddRestDescription(this IServiceCollection services) => services.AddOpenApi("v1");
}
