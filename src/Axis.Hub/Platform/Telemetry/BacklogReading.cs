namespace Axis.Hub.Platform.Telemetry;

/// <summary>Backlog of one adapter at one reading.</summary>
internal readonly record struct BacklogReading(string Adapter, long Waiting, long InFlight);
