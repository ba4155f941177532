using System.Diagnostics;

namespace Axis.Hub.Platform.Telemetry;

/// <summary>The hub's own traces, beside those of the bus and of HTTP.</summary>
internal static class HubActivity
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "Axis.Hub";

    /// <summary>Source of the hub's activities. Tags hold ids and codes only, never bodies, subjects or keys.</summary>
    public static ActivitySource Source { get; } = new(SourceName);
}
