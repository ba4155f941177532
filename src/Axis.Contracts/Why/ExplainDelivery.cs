using Axis.Contracts.Calendar;
using Axis.Contracts.Wire;

namespace Axis.Contracts.Why;

/// <summary>"Why is it stuck?", pure: the same facts always give the same sentence.</summary>
public static class ExplainDelivery
{
    /// <summary>The answer; <c>null</c> for what is at rest.</summary>
    public static WhyStuck? Of(WhyFacts facts) => facts switch
    {
        { IsAtRest: true } => null,
        { State: WhyState.Failed } => Failed(facts),
        { State: WhyState.Arrived } => Unanswered(facts),
        { Live: { } live } when Held(facts, live) is { } held => held,
        { State: WhyState.InAdapter } => InAdapter(facts),
        { Live: { } live } => OnItsWay(facts, live),
        _ => Say(
            facts, "adapter", "not-taken", true, null,
            $"Chưa đến trạm của {facts.ReceiverVi}, hạn {Show(facts.ArriveDue)}; trục tự gửi khi trạm nhận kết nối lại.",
            $"It has not reached the adapter of {facts.ReceiverEn}, due {Show(facts.ArriveDue)}; the axis sends it by itself once that adapter is connected."),
    };

    private static WhyStuck Failed(WhyFacts facts)
    {
        var (cause, vi, en) = facts.FailedBy switch
        {
            FailCause.Adapter => ("failed-by-adapter", $"trạm của {facts.ReceiverVi}", $"the adapter of {facts.ReceiverEn}"),
            FailCause.Agency => ("failed-by-agency", $"hệ thống của {facts.ReceiverVi}", $"the system of {facts.ReceiverEn}"),
            _ => ("failed-by-hub", "trục liên thông", "the axis"),
        };
        return Say(
            facts, "sender", cause, false, null,
            $"Gửi không thành do {vi}: {facts.Reason}; bên gửi cần gửi lại hoặc đóng có lý do.",
            $"It failed because of {en}: {facts.Reason}; the sender has to send it again or to close it with a reason.");
    }

    private static WhyStuck Unanswered(WhyFacts facts) => Say(
        facts, "agency", "not-answered", false, null,
        $"{facts.ReceiverVi} đã nhận lúc {Show(facts.ArrivedAt)} nhưng chưa phản hồi trạng thái, hạn {Show(facts.AnswerDue)}; văn thư nơi nhận cần phản hồi.",
        $"{facts.ReceiverEn} has had it since {Show(facts.ArrivedAt)} and has not answered, due {Show(facts.AnswerDue)}; its clerk has to answer.");

    /// <summary>What holds a delivery back wherever it is.</summary>
    private static WhyStuck? Held(WhyFacts facts, WhyLive live) => live switch
    {
        { IsSuspended: true } => Say(
            facts, "operator", "held-back", false, null,
            "Người vận hành trục đang tạm dừng lượt giao này; người vận hành cần cho đi tiếp.",
            "An operator of the axis holds this delivery back; the operator has to let it go again."),
        { IsAskedBack: true } => Say(
            facts, "adapter", "asked-back", true, null,
            $"Trục đã yêu cầu trạm {live.AdapterCode} hoàn trả và đang chờ trả lời; trục tự hỏi lại.",
            $"The axis has asked the adapter {live.AdapterCode} to give it back and waits for the answer; it asks again by itself."),
        { Place: WhyPlace.Parked } => Say(
            facts, "hub", "waits-for-earlier", true, null,
            "Chờ văn bản trước mà nó nói tới được giao hoặc hoàn trả; trục tự cho đi sau đó.",
            "It waits until the earlier document that it is about has moved; the axis lets it go by itself then."),
        _ => null,
    };

    private static WhyStuck InAdapter(WhyFacts facts) => facts.Live is { IsSilent: true } live
        ? Silent(facts, live)
        : Say(
            facts, "agency", "not-fetched", false, null,
            $"Đang ở trạm của {facts.ReceiverVi}, hệ thống của đơn vị chưa lấy, hạn {Show(facts.ArriveDue)}; đơn vị nhận cần lấy văn bản.",
            $"It lies at the adapter of {facts.ReceiverEn}, whose system has not taken it, due {Show(facts.ArriveDue)}; the receiver has to take it.");

    private static WhyStuck OnItsWay(WhyFacts facts, WhyLive live) => live switch
    {
        { IsAdapterSuspended: true } => Say(
            facts, "operator", "adapter-suspended", false, null,
            $"Trạm {live.AdapterCode} đang bị tạm ngừng; người vận hành trục cần mở lại.",
            $"The adapter {live.AdapterCode} is suspended; an operator of the axis has to resume it."),
        { IsAgencySuspended: true } => Say(
            facts, "operator", "agency-suspended", false, null,
            $"{facts.ReceiverVi} đang bị tạm ngừng trên trục; người vận hành trục cần mở lại.",
            $"{facts.ReceiverEn} is suspended on the axis; an operator of the axis has to resume it."),
        { IsSilent: true } => Silent(facts, live),
        { Place: WhyPlace.Waiting, Failures: > 0 } when live.NextAttemptAt > live.Now => Say(
            facts, "hub", "attempt-failed", true, live.NextAttemptAt,
            $"Lần gửi trước lỗi ({live.Failures} lần); trục tự gửi lại lúc {Show(live.NextAttemptAt)}.",
            $"The last attempt failed ({live.Failures} so far); the axis tries again by itself at {Show(live.NextAttemptAt)}."),
        { Place: WhyPlace.Published } => Say(
            facts, "adapter", "not-confirmed", true, null,
            $"Đã phát tới trạm {live.AdapterCode}, chưa có xác nhận; trục tự hỏi lại.",
            $"It was published to the adapter {live.AdapterCode}, which has not confirmed it; the axis asks by itself."),
        _ => Say(
            facts, "hub", "queued", true, null,
            $"Xếp hàng tại trục chờ trạm {live.AdapterCode} nhận bớt; trục tự gửi theo thứ tự ưu tiên.",
            $"It is queued at the axis until the adapter {live.AdapterCode} has taken more; the axis sends it by itself, by priority."),
    };

    private static WhyStuck Silent(WhyFacts facts, WhyLive live) => Say(
        facts, "adapter", "adapter-silent", true, null,
        $"Trạm {live.AdapterCode} của {facts.ReceiverVi} {(live.AdapterSeenAt is null ? "chưa từng liên lạc từ khi được đăng ký" : $"mất liên lạc từ {Show(live.AdapterSeenAt)}")}; đơn vị vận hành trạm cần kiểm tra, trục tự gửi khi trạm trở lại.",
        $"The adapter {live.AdapterCode} of {facts.ReceiverEn} has {(live.AdapterSeenAt is null ? "never been heard of since it was registered" : $"been silent since {Show(live.AdapterSeenAt)}")}; whoever runs it has to look, and the axis goes on by itself once it is back.");

    private static WhyStuck Say(WhyFacts facts, string party, string cause, bool isAutomatic, DateTimeOffset? nextAt, string vi, string en) =>
        new(party, cause, facts.Since, isAutomatic, nextAt, vi, en);

    private static string Show(DateTimeOffset? at) => at is { } instant ? VietnamTime.Show(instant) : "–";
}
