namespace Axis.Hub.Agencies.Endpoint;

/// <summary>Where every endpoint for adapters is mapped: under <c>/v1</c>, on their listener, with an identity.</summary>
internal static class AdapterGroup
{
    public static RouteGroupBuilder MapAdapterGroup(this IEndpointRouteBuilder routes) => routes.MapGroup("/v1")
        .WithMetadata(AdapterConnection.Mark)
        .AddEndpointFilter(AdapterIdentity.RequireAsync)
        .ExcludeFromDescription();
}
