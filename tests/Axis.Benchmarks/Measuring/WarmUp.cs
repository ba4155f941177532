namespace Axis.Benchmarks.Measuring;

/// <summary>What a path carried before it was measured, in rounds of as many documents as may be under way.</summary>
/// <param name="FirstPerSecond">Documents/s of the first round.</param>
/// <param name="LastPerSecond">Documents/s of the last one; a path that still grows faster was measured too early.</param>
internal sealed record WarmUp(int Documents, double Seconds, double FirstPerSecond, double LastPerSecond);
