namespace Axis.Hub.Operate.Queues;

/// <summary>One broker queue at one reading.</summary>
/// <param name="Name">Name of the queue.</param>
/// <param name="Ready">Messages waiting for a consumer.</param>
/// <param name="Unacknowledged">Messages handed out and not yet acknowledged.</param>
/// <param name="Consumers">Consumers now.</param>
public sealed record QueueLine(string Name, long Ready, long Unacknowledged, int Consumers);
