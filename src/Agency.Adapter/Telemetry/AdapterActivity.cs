using System.Diagnostics;
using Agency.Adapter.Spool;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Telemetry;

/// <summary>
/// The adapter's own traces, beside those of HTTP: the steps of a package, in the trace that it has everywhere (<see cref="PackageTrace"/>).
/// Names are constants; tags hold ids, codes and counts only, never bodies, subjects or keys.
/// </summary>
internal static class AdapterActivity
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "Axis.Adapter";

    /// <summary>Tag: code of the adapter.</summary>
    public const string Adapter = "axis.adapter";

    /// <summary>Tag: the delivery that a step of a receiver is about.</summary>
    public const string Delivery = "axis.delivery";

    /// <summary>Tag: what it came to, a word of the code.</summary>
    public const string Outcome = "axis.outcome";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>False when nobody would take a step, so that nothing need be read to name one.</summary>
    public static bool IsListened => Source.HasListeners();

    /// <summary>A step of a submission of this adapter; null when nobody listens.</summary>
    public static PackageStep? Step(
        string step, Guid submissionId, AdapterOptions options, ActivityKind kind = ActivityKind.Internal, DateTimeOffset since = default) =>
        PackageTrace.Start(Source, step, submissionId, kind, since)?.Tag(Adapter, options.Code);

    /// <summary>A step of a delivery to this adapter; null when nobody listens, or when its manifest does not say whose it is.</summary>
    public static PackageStep? Step(
        string step, DeliveryRow row, AdapterOptions options, ActivityKind kind = ActivityKind.Internal, DateTimeOffset since = default) =>
        IsListened && Manifest.Read(row.Manifest).Manifest is { } manifest
            ? Step(step, manifest.SubmissionId, options, kind, since)?.Tag(Delivery, row.DeliveryId)
            : null;
}
