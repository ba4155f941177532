using Axis.Contracts.Checks;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>Rules and states in a clerk's words. Public because Razor pages are.</summary>
public static class RuleWords
{
    /// <summary>What a rule looks at.</summary>
    public static string Name(CheckRule rule, Words words) => rule switch
    {
        CheckRule.R1 => words["Trạm kết nối và tính toàn vẹn của gói tin", "Adapter, and the package as a whole"],
        CheckRule.R2 => words["Tệp XML đọc được, an toàn", "Readable and harmless XML"],
        CheckRule.R3 => words["Đúng cấu trúc QCVN 102:2016/BTTTT", "Elements of QCVN 102:2016/BTTTT"],
        CheckRule.R4 => words["Đúng thẩm quyền gửi", "Authority of the sender"],
        CheckRule.R5 => words["Nơi nhận", "Receivers"],
        CheckRule.R6 => words["Tệp đính kèm", "Attachments"],
        CheckRule.R7 => words["Đầy đủ nội dung thông tin", "Complete content"],
        CheckRule.R8 => words["Đúng thể thức", "Right form"],
        CheckRule.R9 => words["Không gửi trùng lặp", "Not sent before"],
        CheckRule.R10 => words["Chữ ký số", "Digital signatures"],
        CheckRule.R11 => words["Thu hồi, cập nhật, thay thế", "Recall, update, replacement"],
        CheckRule.R12 => words["Gửi đúng hạn", "Sent in time"],
        _ => rule.ToString(),
    };

    /// <summary>What a rule came to.</summary>
    public static string Of(CheckState state, Words words) => state switch
    {
        CheckState.Passed => words["Đạt", "Passed"],
        CheckState.Warned => words["Cần lưu ý", "Warning"],
        CheckState.Failed => words["Không đạt", "Refused"],
        _ => words["Chưa kiểm tra", "Not checked"],
    };

    /// <summary>The mark beside the word.</summary>
    public static string Mark(CheckState state) => state switch
    {
        CheckState.Passed => "✓",
        CheckState.Warned => "!",
        CheckState.Failed => "✗",
        _ => "–",
    };

    /// <summary>Name of the state in the style.</summary>
    public static string Style(CheckState state) => state switch
    {
        CheckState.Passed => "passed",
        CheckState.Warned => "warned",
        CheckState.Failed => "failed",
        _ => "open",
    };

    /// <summary>Why a rule was not looked at.</summary>
    public static string WhyOpen(CheckRule rule, Checklist checklist, bool hubAnswered, Words words) => rule switch
    {
        _ when SecrecyChecks.IsSecret(checklist.Findings) =>
            words["Không nêu: văn bản mang dấu bí mật nhà nước.", "Not told: the document is marked as a state secret."],
        CheckRule.R10 => words["Chữ ký số được kiểm tra riêng.", "Signatures are judged elsewhere."],
        _ when checklist.Results.Any(result => result.Rule < rule && result.State == CheckState.Failed) =>
            words["Một mục ở trên không đạt nên chưa xét đến.", "A rule above refuses the document, so this one was not looked at."],
        _ when !hubAnswered => words["Chỉ trục mới biết; trục đang không trả lời.", "Only the hub can know; it does not answer now."],
        _ => words["Trục và trạm kết nối chưa có căn cứ để xét.", "Neither the hub nor the adapter has what it takes to judge."],
    };

    /// <summary>Priority in words.</summary>
    public static string Priority(int priority, Words words) => priority switch
    {
        0 => words["Thường", "Normal"],
        1 => words["Khẩn", "Urgent"],
        2 => words["Thượng khẩn", "Very urgent"],
        3 => words["Hỏa tốc", "Express"],
        4 => words["Hỏa tốc hẹn giờ", "Express at a set hour"],
        _ => priority.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>State of a submission in words.</summary>
    public static string Submission(string state, Words words) => state switch
    {
        "waiting" => words["Đã an toàn trong trạm kết nối, chờ chuyển lên trục", "Safe in the adapter, waits for the axis"],
        "submitted" => words["Đã chuyển lên trục, chờ trục trả lời", "Handed to the axis, which has not answered yet"],
        "accepted" => words["Trục đã tiếp nhận", "Accepted by the axis"],
        "refused" => words["Trục đã từ chối", "Refused by the axis"],
        _ => words["Mã gửi trùng với gói tin khác", "Its id stands for another package"],
    };

    /// <summary>What the hub made of a receiver, and how far the delivery is.</summary>
    public static string Receiver(ShownReceiver receiver, Words words) => receiver switch
    {
        { Outcome: "refused" } => words["Không gửi được", "Not sent"],
        { Outcome: "alreadySent", Transport: null } => words["Đã nhận từ lần gửi trước", "Has it from an earlier sending"],
        { Transport: "DONE" } => words["Đã đến", "Arrived"],
        { Transport: "FAIL" } => words["Giao thất bại", "Failed"],
        { Transport: "VOID" } => words["Không còn hiệu lực", "Void"],
        { Transport: "PROCESSING" } => words["Đang ở trạm nhận", "At the receiver's adapter"],
        _ => words["Đang chuyển", "On its way"],
    };
}
