using System.Diagnostics;

namespace Axis.Hub.Platform.Telemetry;

/// <summary>The hub's own traces, beside those of the bus and of HTTP: its batches and what they do in the ledger.</summary>
internal static class HubActivity
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "Axis.Hub";

    /// <summary>Tag with the number of messages in a batch.</summary>
    public const string BatchSize = "axis.batch.size";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A batch in the hands of a stage; null when nobody listens. Tags hold ids, codes and counts only, never bodies, subjects or keys.</summary>
    public static Activity? Batch(string stage, int messages) => Source.StartActivity(stage)?.SetTag(BatchSize, messages);

    /// <summary>A unit of work of the ledger, repeats included.</summary>
    /// <param name="name">The constant name given to the ledger, never data.</param>
    public static Activity? Ledger(string name) => Source.StartActivity("ledger " + name, ActivityKind.Client);
}
