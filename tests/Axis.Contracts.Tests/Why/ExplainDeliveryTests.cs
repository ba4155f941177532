using Axis.Contracts.Why;
using Axis.Contracts.Wire;

namespace Axis.Contracts.Tests.Why;

/// <summary>"Why is it stuck?" for every state and cause.</summary>
public sealed class ExplainDeliveryTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 12, 3, 0, 0, TimeSpan.Zero);

    private static readonly WhyLive Live = new(
        WhyPlace.Waiting, "H37", IsSuspended: false, IsAdapterSuspended: false, IsAgencySuspended: false, IsAskedBack: false, Failures: 0, NextAttemptAt: Now.AddMinutes(-1),
        AdapterSeenAt: Now.AddSeconds(-20), Now);

    public static TheoryData<string, string, string, bool> Cases => new()
    {
        // state, who has to act, cause, by itself
        { "waiting", "hub", "queued", true },
        { "published", "adapter", "not-confirmed", true },
        { "tried again", "hub", "attempt-failed", true },
        { "tried again now", "hub", "queued", true },
        { "silent", "adapter", "adapter-silent", true },
        { "never seen", "adapter", "adapter-silent", true },
        { "adapter suspended", "operator", "adapter-suspended", false },
        { "agency suspended", "operator", "agency-suspended", false },
        { "held back", "operator", "held-back", false },
        { "asked back", "adapter", "asked-back", true },
        { "parked", "hub", "waits-for-earlier", true },
        { "in the adapter", "agency", "not-fetched", false },
        { "in a silent adapter", "adapter", "adapter-silent", true },
        { "in the adapter, held back", "operator", "held-back", false },
        { "arrived", "agency", "not-answered", false },
        { "failed by the hub", "sender", "failed-by-hub", false },
        { "failed by the adapter", "sender", "failed-by-adapter", false },
        { "failed by the agency", "sender", "failed-by-agency", false },
        { "by events: not taken", "adapter", "not-taken", true },
        { "by events: in the adapter", "agency", "not-fetched", false },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Names_who_has_to_act_the_cause_and_the_next_step(string state, string party, string cause, bool isAutomatic)
    {
        var why = ExplainDelivery.Of(FactsOf(state)).ShouldNotBeNull();

        (why.Party, why.Cause, why.IsAutomatic, why.Since).ShouldBe((party, cause, isAutomatic, Now.AddHours(-2)));
        why.NextAt.ShouldBe(state == "tried again" ? Now.AddMinutes(4) : null);
        why.Vietnamese.ShouldEndWith(".");
        why.English.ShouldEndWith(".");
        (why.Vietnamese + why.English).ShouldNotContain("{");
    }

    [Theory]
    [InlineData(WhyState.Arrived)]
    [InlineData(WhyState.Failed)]
    [InlineData(WhyState.OnItsWay)]
    public void Says_nothing_of_what_is_at_rest(WhyState state) => ExplainDelivery.Of(Facts(state) with { IsAtRest = true }).ShouldBeNull();

    [Fact]
    public void Says_why_it_failed_and_when_it_is_due_in_Vietnams_time()
    {
        ExplainDelivery.Of(FactsOf("failed by the agency"))!.Vietnamese.ShouldBe(
            "Gửi không thành do hệ thống của Tỉnh Lạng Sơn: hết chỗ; bên gửi cần gửi lại hoặc đóng có lý do.");
        ExplainDelivery.Of(FactsOf("arrived"))!.English.ShouldBe(
            "Lang Son has had it since 09:00 12/02/2026 and has not answered, due 17:30 12/02/2026; its clerk has to answer.");
    }

    [Theory]
    [InlineData("silent", "Trạm H37 của Tỉnh Lạng Sơn mất liên lạc từ 09:54 12/02/2026;", "The adapter H37 of Lang Son has been silent since 09:54 12/02/2026;")]
    [InlineData("in a silent adapter", "Trạm H37 của Tỉnh Lạng Sơn mất liên lạc từ 09:00 12/02/2026;", "The adapter H37 of Lang Son has been silent since 09:00 12/02/2026;")]
    [InlineData("never seen", "Trạm H37 của Tỉnh Lạng Sơn chưa từng liên lạc từ khi được đăng ký;", "The adapter H37 of Lang Son has never been heard of since it was registered;")]
    [InlineData("in an adapter never seen", "Trạm H37 của Tỉnh Lạng Sơn chưa từng liên lạc từ khi được đăng ký;", "The adapter H37 of Lang Son has never been heard of since it was registered;")]
    public void Says_since_when_an_adapter_is_silent_or_that_it_was_never_heard_of(string state, string vietnamese, string english)
    {
        var why = ExplainDelivery.Of(FactsOf(state)).ShouldNotBeNull();

        why.Vietnamese.ShouldStartWith(vietnamese);
        why.English.ShouldStartWith(english);
        (why.Vietnamese + why.English).ShouldNotContain("–");
    }

    [Theory, MemberData(nameof(Cases))]
    public void An_agency_without_an_English_name_is_called_by_its_Vietnamese_one_in_English_too(string state, string party, string cause, bool isAutomatic)
    {
        var named = ExplainDelivery.Of(FactsOf(state) with { ReceiverEn = "Tỉnh Lạng Sơn" });

        var unnamed = ExplainDelivery.Of(FactsOf(state) with { ReceiverEn = "" });

        unnamed.ShouldBe(named);
        (unnamed!.Party, unnamed.Cause, unnamed.IsAutomatic).ShouldBe((party, cause, isAutomatic));
    }

    private static WhyFacts FactsOf(string state) => state switch
    {
        "waiting" => Facts(WhyState.OnItsWay, Live),
        "published" => Facts(WhyState.OnItsWay, Live with { Place = WhyPlace.Published }),
        "tried again" => Facts(WhyState.OnItsWay, Live with { Failures = 2, NextAttemptAt = Now.AddMinutes(4) }),
        "tried again now" => Facts(WhyState.OnItsWay, Live with { Failures = 2 }),
        "silent" => Facts(WhyState.OnItsWay, Live with { Place = WhyPlace.Published, AdapterSeenAt = Now.AddMinutes(-6) }),
        "never seen" => Facts(WhyState.OnItsWay, Live with { AdapterSeenAt = null }),
        "adapter suspended" => Facts(WhyState.OnItsWay, Live with { IsAdapterSuspended = true, AdapterSeenAt = null }),
        "agency suspended" => Facts(WhyState.OnItsWay, Live with { IsAgencySuspended = true }),
        "held back" => Facts(WhyState.OnItsWay, Live with { IsSuspended = true, IsAskedBack = true }),
        "asked back" => Facts(WhyState.OnItsWay, Live with { IsAskedBack = true }),
        "parked" => Facts(WhyState.OnItsWay, Live with { Place = WhyPlace.Parked }),
        "in the adapter" => Facts(WhyState.InAdapter, Live with { Place = WhyPlace.Gone }),
        "in a silent adapter" => Facts(WhyState.InAdapter, Live with { Place = WhyPlace.Gone, AdapterSeenAt = Now.AddHours(-1) }),
        "in an adapter never seen" => Facts(WhyState.InAdapter, Live with { Place = WhyPlace.Gone, AdapterSeenAt = null }),
        "in the adapter, held back" => Facts(WhyState.InAdapter, Live with { Place = WhyPlace.Gone, IsSuspended = true }),
        "arrived" => Facts(WhyState.Arrived, Live with { Place = WhyPlace.Gone }),
        "failed by the hub" => Facts(WhyState.Failed, Live with { Place = WhyPlace.Gone }) with { FailedBy = FailCause.Hub, Reason = "thư chết" },
        "failed by the adapter" => Facts(WhyState.Failed) with { FailedBy = FailCause.Adapter, Reason = "đầy đĩa" },
        "failed by the agency" => Facts(WhyState.Failed) with { FailedBy = FailCause.Agency, Reason = "hết chỗ" },
        "by events: not taken" => Facts(WhyState.OnItsWay),
        "by events: in the adapter" => Facts(WhyState.InAdapter),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static WhyFacts Facts(WhyState state, WhyLive? live = null) => new()
    {
        State = state,
        Since = Now.AddHours(-2),
        ArriveDue = Now.AddHours(1),
        AnswerDue = Now.AddHours(7.5),
        ArrivedAt = Now.AddHours(-1),
        ReceiverVi = "Tỉnh Lạng Sơn",
        ReceiverEn = "Lang Son",
        Live = live,
    };
}
