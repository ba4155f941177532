using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Statements.Counting;

namespace Axis.Hub.Statements.Compose;

/// <summary>Why something stands in a stock at the end of a day, in one sentence with the party that has to act; from events only, so that it never changes.</summary>
internal static class StatementWords
{
    /// <param name="item">What stands there.</param>
    /// <param name="list">In which list.</param>
    /// <param name="receiver">The receiving agency.</param>
    /// <param name="end">The end of the day.</param>
    public static (string Vi, string En) Why(OpenItem item, StatementList list, StatementAgency receiver, DateTimeOffset end) => (list, item.State) switch
    {
        (_, null) => Refused(item.Refusal!, end),
        (StatementList.SendErrors or StatementList.ReceiveErrors, { } state) => Failed(state, receiver),
        (StatementList.NoReply or StatementList.Unanswered, { } state) => (
            $"{receiver.NameVi} đã nhận lúc {Show(state.ArrivedAt)} nhưng chưa phản hồi trạng thái, hạn {Show(state.AnswerDue)}; văn thư nơi nhận cần phản hồi.",
            $"{receiver.NameEn} has had it since {Show(state.ArrivedAt)} and has not answered, due {Show(state.AnswerDue)}; its clerk has to answer."),
        (_, { Transport: TransportState.Processing } state) => (
            $"Đang ở trạm của {receiver.NameVi}, hệ thống của đơn vị chưa lấy, hạn {Show(state.ArriveDue)}; đơn vị nhận cần lấy văn bản.",
            $"It lies at the adapter of {receiver.NameEn}, whose system has not taken it, due {Show(state.ArriveDue)}; the receiver has to take it."),
        (_, { } state) => (
            $"Chưa đến trạm của {receiver.NameVi}, hạn {Show(state.ArriveDue)}; trục tự gửi khi trạm nhận kết nối lại.",
            $"It has not reached the adapter of {receiver.NameEn}, due {Show(state.ArriveDue)}; the axis sends it by itself once that adapter is connected."),
    };

    private static (string Vi, string En) Failed(FoldedDelivery state, StatementAgency receiver)
    {
        var (vi, en) = state.FailedBy switch
        {
            FailCause.Adapter => ($"trạm của {receiver.NameVi}", $"the adapter of {receiver.NameEn}"),
            FailCause.Agency => ($"hệ thống của {receiver.NameVi}", $"the system of {receiver.NameEn}"),
            _ => ("trục liên thông", "the axis"),
        };
        return (
            $"Gửi không thành do {vi}: {state.Cause}; bên gửi cần gửi lại hoặc đóng có lý do.",
            $"It failed because of {en}: {state.Cause}; the sender has to send it again or to close it with a reason.");
    }

    private static (string Vi, string En) Refused(CountedRefusal refusal, DateTimeOffset end)
    {
        var (_, why) = refusal.At(end);
        return refusal.Facts.ReceiverCode.Length == 0
            ? ($"Trục từ chối gói tin ({why}); bên gửi cần sửa rồi gửi lại, hoặc đóng có lý do.",
                $"The axis refused the package ({why}); the sender has to mend it and send it again, or to close it with a reason.")
            : ($"Không gửi được đến {refusal.Facts.ReceiverCode} ({why}); bên gửi cần gửi lại đến mã đúng, hoặc đóng có lý do.",
                $"It could not be sent to {refusal.Facts.ReceiverCode} ({why}); the sender has to send it to the right code, or to close it with a reason.");
    }

    private static string Show(DateTimeOffset? at) => at is { } instant ? VietnamTime.Show(instant) : "–";
}
