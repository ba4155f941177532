namespace Agency.Adapter.HubLink;

/// <summary>Logs of the link to the hub.</summary>
internal static partial class HubLinkLog
{
    [LoggerMessage(5301, LogLevel.Information, "Adapter {Adapter} is connected to the broker.")]
    public static partial void Connected(ILogger log, string adapter);

    [LoggerMessage(5302, LogLevel.Warning, "Adapter {Adapter} is not connected to the broker and tries again: {Reason}")]
    public static partial void NotConnected(ILogger log, string adapter, string reason);

    [LoggerMessage(5308, LogLevel.Error, "Adapter {Adapter} refuses the broker and tries again: {Code} {Reason}")]
    public static partial void BrokerRefused(ILogger log, string adapter, string code, string reason);

    [LoggerMessage(5303, LogLevel.Error, "A {Kind} message can never be handled and goes to the hub's dead letters: {Reason}")]
    public static partial void Rejected(ILogger log, string kind, string reason);

    [LoggerMessage(5304, LogLevel.Warning, "A {Kind} message could not be handled now and stays at the broker.")]
    public static partial void Requeued(ILogger log, string kind, Exception fault);

    [LoggerMessage(5305, LogLevel.Information, "The broker was not told about a {Kind} message and will deliver it again: {Reason}")]
    public static partial void NotSettled(ILogger log, string kind, string reason);

    [LoggerMessage(5307, LogLevel.Warning, "The directory could not be read from the hub: {Reason}")]
    public static partial void DirectoryNotRead(ILogger log, string reason);

    [LoggerMessage(5309, LogLevel.Warning, "The hub gives no sign of life; what is told of sent packages is as old as its last one: {Reason}")]
    public static partial void HubAway(ILogger log, string reason);

    [LoggerMessage(5306, LogLevel.Warning, "A heartbeat was not sent: {Reason}")]
    public static partial void HeartbeatNotSent(ILogger log, string reason);
}
