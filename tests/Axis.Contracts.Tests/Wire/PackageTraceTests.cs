using System.Collections.Concurrent;
using System.Diagnostics;
using Axis.Contracts.Wire;

namespace Axis.Contracts.Tests.Wire;

public sealed class PackageTraceTests : IDisposable
{
    private static readonly Guid Submission = new("5f0c7c2e-6a0b-5d5e-8a52-0f6d0c1f4a11");

    private readonly ActivitySource source = new("package trace tests");
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly List<ActivityListener> listeners = [];

    public void Dispose()
    {
        listeners.ForEach(listener => listener.Dispose());
        source.Dispose();
    }

    [Fact]
    public void Its_id_is_the_submission_id_without_hyphens() =>
        PackageTrace.IdOf(Submission).ToHexString().ShouldBe("5f0c7c2e6a0b5d5e8a520f6d0c1f4a11");

    [Fact]
    public void A_step_stands_at_the_top_of_its_packages_trace_and_names_what_caused_it()
    {
        Listen();
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        PackageTrace.Start(source, "spool", Submission).ShouldNotBeNull().Tag("axis.adapter", "H37").Dispose();

        Activity.Current.ShouldBe(request);
        var step = ended.ShouldHaveSingleItem();
        step.TraceId.ShouldBe(PackageTrace.IdOf(Submission));
        step.ParentSpanId.ShouldBe(default);
        step.Recorded.ShouldBeTrue();
        step.Links.ShouldHaveSingleItem().Context.SpanId.ShouldBe(request.SpanId);
        step.GetTagItem("axis.adapter").ShouldBe("H37");
    }

    [Fact]
    public void A_step_within_a_step_of_the_same_package_stands_beneath_it()
    {
        Listen();
        using (PackageTrace.Start(source, "spool", Submission))
        {
            PackageTrace.Start(source, "seal", Submission)!.Dispose();
            Activity.Current!.OperationName.ShouldBe("spool");
        }

        Activity.Current.ShouldBeNull();
        var (inner, outer) = (ended.First(), ended.Last());
        inner.TraceId.ShouldBe(outer.TraceId);
        inner.ParentSpanId.ShouldBe(outer.SpanId);
        inner.Links.ShouldBeEmpty();
    }

    [Fact]
    public void A_step_may_be_told_when_it_is_over()
    {
        Listen();
        using (var step = PackageTrace.Start(source, "publish", Submission, ActivityKind.Producer, TimeProvider.System.GetUtcNow().AddSeconds(-7)))
        {
            step!.Fail("refused");
        }

        var ended = this.ended.ShouldHaveSingleItem();
        ended.Duration.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
        ended.Kind.ShouldBe(ActivityKind.Producer);
        (ended.Status, ended.StatusDescription).ShouldBe((ActivityStatusCode.Error, "refused"));
    }

    [Fact]
    public void Nothing_is_made_when_nobody_listens() => PackageTrace.Start(source, "spool", Submission).ShouldBeNull();

    [Fact]
    public void Nothing_is_left_of_a_step_that_no_sampler_wants()
    {
        Listen(ActivitySamplingResult.None);
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        PackageTrace.Start(source, "spool", Submission).ShouldBeNull();
        Activity.Current.ShouldBe(request);
    }

    [Fact]
    public void The_empty_id_which_is_no_trace_stays_where_it_is_met()
    {
        Listen();
        using var batch = new Activity("batch").SetIdFormat(ActivityIdFormat.W3C).Start();
        PackageTrace.Start(source, "verify", Guid.Empty)!.Dispose();
        ended.ShouldHaveSingleItem().TraceId.ShouldBe(batch.TraceId);
    }

    private void Listen(ActivitySamplingResult? always = null)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = one => one.Name == source.Name,

            // As a sampler that follows its parent.
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => always
                ?? (options.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.AllData),
            ActivityStopped = ended.Enqueue,
        };
        listeners.Add(listener);
        ActivitySource.AddActivityListener(listener);
    }
}
