using System.Diagnostics;
using Axis.Contracts.Wire;

namespace Axis.Hub.Platform.Telemetry;

/// <summary>
/// The hub's own traces, beside those of the bus and of HTTP: its batches and what they do in the ledger; and, linked to them, the steps of each package
/// in the trace that it has everywhere (<see cref="PackageTrace"/>).
/// </summary>
internal static class HubActivity
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "Axis.Hub";

    /// <summary>Tag with the number of messages in a batch.</summary>
    public const string BatchSize = "axis.batch.size";

    /// <summary>Tag: code of the adapter that a step comes from or goes to.</summary>
    public const string Adapter = "axis.adapter";

    /// <summary>Tag: the delivery that a step is about.</summary>
    public const string Delivery = "axis.delivery";

    /// <summary>Tag: what it came to, a word of the code.</summary>
    public const string Outcome = "axis.outcome";

    private const string OwnCall = "axis.hub.call";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly HttpRequestOptionsKey<bool> Mark = new(OwnCall);

    /// <summary>A batch in the hands of a stage; null when nobody listens. Tags hold ids, codes and counts only, never bodies, subjects or keys.</summary>
    public static Activity? Batch(string stage, int messages) => Source.StartActivity(stage)?.SetTag(BatchSize, messages);

    /// <summary>A step of one package, linked to the batch it is handled in; null when nobody listens.</summary>
    /// <param name="step">A constant verb, never data.</param>
    /// <param name="submissionId">The package's submission.</param>
    /// <param name="adapter">Adapter that it comes from or goes to.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="since">When it began, if that was before now.</param>
    public static PackageStep? Step(
        string step, Guid submissionId, string adapter, ActivityKind kind = ActivityKind.Internal, DateTimeOffset since = default) =>
        PackageTrace.Start(Source, step, submissionId, kind, since)?.Tag(Adapter, adapter);

    /// <summary>Says of an HTTP call that the hub makes it: .NET makes the spans of calls in one source for the whole process.</summary>
    public static void MarkCall(HttpRequestMessage call) => call.Options.Set(Mark, true);

    /// <summary>Carries what <see cref="MarkCall"/> said over to the span of the call.</summary>
    public static void Recognize(Activity span, HttpRequestMessage call) =>
        span.SetCustomProperty(OwnCall, call.Options.TryGetValue(Mark, out var own) && own ? call : null);

    /// <summary>Whether the span is of a call that the hub made.</summary>
    public static bool IsOwnCall(Activity span) => span.GetCustomProperty(OwnCall) is not null;

    /// <summary>A unit of work of the ledger, repeats included.</summary>
    /// <param name="name">The constant name given to the ledger, never data.</param>
    public static Activity? Ledger(string name) => Source.StartActivity("ledger " + name, ActivityKind.Client);
}
