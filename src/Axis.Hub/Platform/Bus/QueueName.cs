using MassTransit;

namespace Axis.Hub.Platform.Bus;

/// <summary>Names of queues as a receive endpoint knows them.</summary>
internal static class QueueName
{
    private const string DeadSuffix = ".dead";

    /// <summary>The queue that a message was taken from.</summary>
    public static string Of(ReceiveContext context) => context.InputAddress.AbsolutePath.Split('/')[^1];

    /// <summary>The queue whose dead letters lie in <paramref name="deadQueue"/>.</summary>
    public static string Alive(string deadQueue) =>
        deadQueue.EndsWith(DeadSuffix, StringComparison.Ordinal) ? deadQueue[..^DeadSuffix.Length] : deadQueue;
}
