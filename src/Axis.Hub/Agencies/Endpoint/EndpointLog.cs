namespace Axis.Hub.Agencies.Endpoint;

internal static partial class EndpointLog
{
    [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "Adapter {Adapter} refused at the endpoint: certificate {Certificate} is not its registered one, or it is suspended")]
    public static partial void AdapterRefused(ILogger log, string? adapter, string certificate);
}
