namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>The fields of the form: names, which are paths of the JSON form, and their labels. Public because Razor pages are.</summary>
public static class FormFields
{
    private static readonly Dictionary<string, (string Vietnamese, string English)> Labels = new(StringComparer.Ordinal)
    {
        ["to"] = ("Nơi nhận", "Receivers"),
        ["code"] = ("Số và ký hiệu", "Number and notation"),
        ["promulgation/place"] = ("Nơi ban hành", "Place"),
        ["promulgation/date"] = ("Ngày ban hành", "Date"),
        ["type/name"] = ("Loại văn bản", "Type of document"),
        ["type/code"] = ("Mã loại", "Number of the type"),
        ["type/detail"] = ("Mã loại chi tiết", "Detail number"),
        ["subject"] = ("Trích yếu", "Subject"),
        ["content"] = ("Tóm tắt nội dung", "Summary"),
        ["signer/fullName"] = ("Họ tên người ký", "Signer"),
        ["signer/position"] = ("Chức vụ", "Position"),
        ["signer/competence"] = ("Quyền hạn ký", "Capacity"),
        ["priority"] = ("Độ khẩn", "Priority"),
        ["dueDate"] = ("Hạn trả lời", "Answer due"),
        ["toPlaces"] = ("Nơi nhận ghi trên văn bản (mỗi dòng một nơi)", "Places of receipt for the record (one a line)"),
        ["documentId"] = ("Mã định danh văn bản", "Document id"),
        ["sphere"] = ("Lĩnh vực", "Sphere"),
        ["typist"] = ("Ký hiệu người soạn thảo", "Typist"),
        ["copies"] = ("Số bản", "Copies"),
        ["pages"] = ("Số trang", "Pages"),
        ["appendixes"] = ("Phụ lục (mỗi dòng một phụ lục)", "Appendices (one a line)"),
        ["steeringType"] = ("Chỉ đạo", "Steering"),
        ["sentAt"] = ("Thời điểm gửi ghi trong gói", "Sending time in the package"),
        ["from/name"] = ("Tên đơn vị gửi", "Name of the sender"),
        ["from/inCharge"] = ("Cơ quan chủ quản", "Superior agency"),
        ["from/address"] = ("Địa chỉ", "Address"),
        ["from/email"] = ("Thư điện tử", "E-mail"),
        ["from/telephone"] = ("Điện thoại", "Telephone"),
        ["from/fax"] = ("Fax", "Fax"),
        ["from/website"] = ("Trang web", "Web site"),
        ["business/type"] = ("Loại nghiệp vụ", "Kind"),
        ["business/reason"] = ("Lý do", "Reason"),
        ["business/paper"] = ("Gửi kèm bản giấy", "Paper copy too"),
        ["business/documentId"] = ("Mã văn bản được thu hồi, cập nhật", "Id of the document recalled or updated"),
        ["business/added"] = ("Nơi nhận thêm (mỗi dòng một mã)", "Receivers added (one code a line)"),
        ["business/dropped"] = ("Nơi nhận bỏ (mỗi dòng một mã)", "Receivers dropped (one code a line)"),
        ["business/replacements"] = ("Văn bản bị thay thế (mỗi dòng: mã văn bản | mã nơi nhận, mã nơi nhận)", "Documents replaced (each line: document id | receiver, receiver)"),
        ["business/staff/name"] = ("Người thực hiện", "Done by"),
        ["business/staff/department"] = ("Phòng ban", "Unit"),
        ["business/staff/email"] = ("Thư điện tử", "E-mail"),
        ["business/staff/mobile"] = ("Điện thoại", "Telephone"),
        ["agency"] = ("Mã đơn vị", "Agency"),
        ["date"] = ("Ngày", "Date"),
        ["file"] = ("Tệp đính kèm", "Files"),
        ["checkedBy/name"] = ("Họ và tên người kiểm tra", "Name of the checker"),
        ["checkedBy/position"] = ("Chức vụ", "Position"),
    };

    /// <summary>How many documents that are answered the form has room for.</summary>
    public const int References = 3;

    /// <summary>Label of a field; one of a row of fields has the label of its last part.</summary>
    public static string Label(string field, Words words) =>
        Labels.TryGetValue(field, out var label) || Labels.TryGetValue(field[(field.LastIndexOf('/') + 1)..], out label)
            ? words[label.Vietnamese, label.English]
            : field;

    /// <summary>Label of the field that a path of the JSON form names, or <c>null</c> for another path.</summary>
    public static string? LabelOfPath(string path, Words words) =>
        path.Length > 1 && Labels.ContainsKey(path[1..]) ? Label(path[1..], words) : null;
}
