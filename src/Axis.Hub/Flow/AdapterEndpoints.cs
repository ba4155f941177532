using Axis.Hub.Agencies.Endpoint;
using Axis.Hub.Flow.Submit;
using Axis.Hub.Flow.Submit.Content;

namespace Axis.Hub.Flow;

/// <summary>Everything adapters reach over HTTPS (protocol.md 7).</summary>
internal static class AdapterEndpoints
{
    public static void MapAdapterEndpoints(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapAdapterGroup();
        group.MapContentEndpoints();
        group.MapSubmissionEndpoints();
        group.MapRegistryEndpoints();
    }
}
