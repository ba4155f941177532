namespace Axis.Benchmarks.Statements;

/// <summary>A clock that stands where it was put; what is measured with it runs on.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
