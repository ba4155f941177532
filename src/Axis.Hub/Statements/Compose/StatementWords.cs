using Axis.Contracts.Statements;
using Axis.Contracts.Why;
using Axis.Hub.Statements.Counting;
using Axis.Hub.Watch.Why;

namespace Axis.Hub.Statements.Compose;

/// <summary>Why something stands in a stock at the end of a day; from events only, so that it never changes.</summary>
internal static class StatementWords
{
    /// <param name="item">What stands there.</param>
    /// <param name="receiver">The receiving agency.</param>
    /// <param name="end">The end of the day.</param>
    public static (string Vi, string En) Why(StandingItem item, StatementAgency receiver, DateTimeOffset end)
    {
        if (item.Refusal is { } refusal)
        {
            return Refused(refusal, end);
        }

        var state = item.State!.Value;
        var why = ExplainDelivery.Of(new WhyFacts
        {
            State = LiveWhy.StateOf(state.Transport),
            FailedBy = state.FailedBy,
            Reason = state.Cause,
            Since = state.Since,
            ArriveDue = state.ArriveDue,
            AnswerDue = state.AnswerDue,
            ArrivedAt = state.ArrivedAt,
            ReceiverVi = receiver.NameVi,
            ReceiverEn = receiver.NameEn,
        })!;
        return (why.Vietnamese, why.English);
    }

    /// <summary>Why a refusal stands there at an instant.</summary>
    public static (string Vi, string En) Refused(CountedRefusal refusal, DateTimeOffset end)
    {
        var (_, why) = refusal.At(end);
        return refusal.Facts.ReceiverCode.Length == 0
            ? ($"Trục từ chối gói tin ({why}); bên gửi cần sửa rồi gửi lại, hoặc đóng có lý do.",
                $"The axis refused the package ({why}); the sender has to mend it and send it again, or to close it with a reason.")
            : ($"Không gửi được đến {refusal.Facts.ReceiverCode} ({why}); bên gửi cần gửi lại đến mã đúng, hoặc đóng có lý do.",
                $"It could not be sent to {refusal.Facts.ReceiverCode} ({why}); the sender has to send it to the right code, or to close it with a reason.");
    }
}
