using Axis.Hub.Console;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Axis.Hub.Operate.Queues;

/// <summary>The overview page, <c>/api/adapters</c> and <c>/api/queues</c>.</summary>
internal static class QueueEndpoints
{
    public static void Map(IEndpointRouteBuilder console)
    {
        console.MapGet("/", async (Words words, ListQueues queues, CancellationToken cancellation) =>
            new RazorComponentResult<OverviewPage>(new { Words = words, Model = await queues.ListAsync(cancellation) }));
        console.MapGet("/api/adapters", async (ListQueues queues, CancellationToken cancellation) =>
            Results.Json((await queues.ListAsync(cancellation)).Adapters, ConsoleComponent.Json));
        console.MapGet("/api/queues", async (ListQueues queues, CancellationToken cancellation) =>
            Results.Json(await queues.ListAsync(cancellation), ConsoleComponent.Json));
    }
}
