using System.Diagnostics;

namespace Axis.Contracts.Wire;

/// <summary>
/// The trace of one package across sender's adapter, hub and receivers' adapters. Its id is the submission id, which everybody who handles the package
/// knows from its manifest: nothing travels on the wire for it.
/// </summary>
public static class PackageTrace
{
    /// <summary>
    /// The trace id (W3C Trace Context, 3.2.2.3): the 16 bytes of the submission id in the order of its text, so that its 32 hex digits are those of the id without
    /// hyphens. The empty id, which W3C forbids, gives the default.
    /// </summary>
    public static ActivityTraceId IdOf(Guid submissionId) =>
        submissionId == Guid.Empty ? default : ActivityTraceId.CreateFromString(submissionId.ToString("N"));

    /// <summary>
    /// Starts a step of a package: beneath the current activity when that is of the same package; else at the top of the package's trace, with a
    /// link to the current one, which caused it. Every step is marked as sampled, so that a sampler that follows its parent keeps it; one that
    /// samples by trace id decides alike wherever it runs.
    /// </summary>
    /// <param name="source">Source that it belongs to.</param>
    /// <param name="step">A constant verb, never data.</param>
    /// <param name="submissionId">The package's submission.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="since">When it began, if that was before now; the default is now.</param>
    /// <returns>The started step, to be disposed at its end; <c>null</c> when nobody listens, which costs nothing.</returns>
    public static PackageStep? Start(
        ActivitySource source, string step, Guid submissionId, ActivityKind kind = ActivityKind.Internal, DateTimeOffset since = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.HasListeners())
        {
            return null;
        }

        var around = Activity.Current;
        var trace = IdOf(submissionId);
        Activity? started;
        if (trace == default || trace == around?.TraceId)
        {
            started = source.StartActivity(step, kind, around?.Context ?? default, startTime: since);
        }
        else
        {
            // No parent's id: the parts of a package meet nowhere but in their trace, and an invented one would be missed by every viewer.
            // Whatever is current would be taken for the parent, though it is of another trace.
            Activity.Current = null;
            started = source.StartActivity(
                step, kind, new ActivityContext(trace, default, ActivityTraceFlags.Recorded), links: around is null ? null : [new ActivityLink(around.Context)],
                startTime: since);
            Activity.Current = started ?? around;
        }

        return started is null ? null : new PackageStep(started, around);
    }
}
