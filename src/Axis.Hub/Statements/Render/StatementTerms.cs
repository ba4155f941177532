using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Render;

/// <summary>The names of everything that a statement shows.</summary>
internal static class StatementTerms
{
    public static readonly Term Title = new("Báo cáo gửi, nhận văn bản điện tử", "Daily statement of documents sent and received");

    public static readonly Term Head = new("Báo cáo", "Statement");

    public static readonly Term SendErrors = new("Gửi lỗi", "Send errors");
    public static readonly Term ReceiveErrors = new("Nhận lỗi", "Receive errors");
    public static readonly Term Backlog = new("Tồn đọng", "Backlog");
    public static readonly Term NoReply = new("Chưa phản hồi", "Not answered");
    public static readonly Term NotArrived = new("Gửi đi chưa đến", "Sent, not arrived");
    public static readonly Term Unanswered = new("Gửi đi chưa được phản hồi", "Sent, not answered");
    public static readonly Term AsSender = new("Lượt gửi đi", "Deliveries sent");
    public static readonly Term AsReceiver = new("Lượt gửi đến", "Deliveries received");

    public static readonly Term Stocks = new("Các cột phải bằng 0", "Columns that must be zero");
    public static readonly Term BySender = new("Nhìn từ bên gửi", "Seen by the sender");
    public static readonly Term Traffic = new("Lượt gửi, nhận", "Deliveries");
    public static readonly Term Documents = new("Văn bản", "Documents");
    public static readonly Term Times = new("Thời gian", "Times");
    public static readonly Term Rollup = new("Đơn vị trực thuộc", "Agencies below");
    public static readonly Term Books = new("Kiểm tra sổ", "Checks of the books");

    public static readonly Term Differences = new("Sổ của trạm và của trục lệch nhau", "Differences of the books");
    public static readonly Term What = new("Việc phải làm", "What to do");
    public static readonly Term Acts = new("Ai xử lý", "Who acts");

    public static readonly Term Opening = new("Đầu ngày", "Opening");
    public static readonly Term In = new("Vào", "In");
    public static readonly Term Out = new("Ra", "Out");
    public static readonly Term Closing = new("Cuối ngày", "Closing");
    public static readonly Term Value = new("Giá trị", "Value");
    public static readonly Term Oldest = new("cũ nhất từ", "oldest since");
    public static readonly Term Median = new("trung vị", "median");
    public static readonly Term P95 = new("95% không quá", "95% within");

    public static readonly Term Number = new("STT", "No.");
    public static readonly Term Document = new("Văn bản", "Document");
    public static readonly Term Dated = new("Ngày văn bản", "Dated");
    public static readonly Term Receiver = new("Nơi nhận", "Receiver");
    public static readonly Term Sender = new("Nơi gửi", "Sender");
    public static readonly Term Since = new("Từ lúc", "Since");
    public static readonly Term Due = new("Hạn", "Due");
    public static readonly Term Tries = new("Số lần gửi", "Tries");
    public static readonly Term Why = new("Vì sao, ai cần xử lý", "Why, and who has to act");

    /// <summary>In place of the name of a refused package that could not be read.</summary>
    public static readonly Term Unread = new("(không đọc được)", "(could not be read)");

    public static readonly Term NothingListed = new("Không có.", "None.");
    public static readonly Term AllZero = new(
        "Cuối ngày không có văn bản nào lỗi, tồn đọng hoặc chưa phản hồi.", "Nothing was failed, overdue or unanswered at the end of the day.");
    public static readonly Term NothingAtAll = new(
        "Trong ngày đơn vị không gửi, không nhận văn bản nào và không còn văn bản nào phải xử lý.",
        "The agency neither sent nor received anything on this day, and nothing is left for it to do.");

    public static readonly Term TreeChanges = new("Thay đổi do cây đơn vị hoặc dấu thí điểm", "Changed by the tree or a pilot mark");
    public static readonly Term Total = new("Cộng", "Total");
    public static readonly Term Pilot = new("Đơn vị thí điểm", "Pilot agency");

    /// <summary>How things left a stock; what was replaced counts as recalled.</summary>
    public static IReadOnlyList<(Term Name, int Count)> LeftBy(StockLeft left) =>
    [
        (new("Đã đến", "arrived"), left.Arrived),
        (new("Phản hồi", "replied"), left.Answered),
        (new("Lỗi", "failed"), left.Failed),
        (new("Gửi lại", "resent"), left.SentAgain),
        (new("Thu hồi", "recalled"), left.Recalled),
        (new("Đóng", "closed"), left.Closed),
        (new("Đổi hạn", "new due"), left.DueMoved),
    ];

    /// <summary>What the send errors are made of.</summary>
    public static IReadOnlyList<(Term Name, int Count)> PartsOf(SendErrorParts parts) =>
    [
        (new("gói bị từ chối", "refused packages"), parts.RefusedSubmissions),
        (new("nơi nhận bị từ chối", "refused receivers"), parts.RefusedReceivers),
        (new("lượt lỗi", "failed deliveries"), parts.Failed),
    ];

    /// <summary>By whom the receive errors were caused.</summary>
    public static IReadOnlyList<(Term Name, int Count)> PartsOf(ReceiveErrorParts parts) =>
    [
        (new("do trục", "by axis"), parts.Hub),
        (new("do trạm", "by adapter"), parts.Adapter),
        (new("do đơn vị", "by agency"), parts.Agency),
    ];

    /// <summary>A check of the books by its stable name; a name that is not known stands for itself.</summary>
    public static Term CheckOf(string name)
    {
        var parts = name.Split('.', 2);
        var subject = SubjectOf(parts[0]);
        return parts.Length == 1 ? subject : parts[1] switch
        {
            "flow" => new($"{subject.Vi}: đầu ngày + vào − ra = cuối ngày", $"{subject.En}: opening + in − out = closing"),
            "list" => new($"{subject.Vi}: cuối ngày = số dòng", $"{subject.En}: closing = lines of the list"),
            "opening" => new($"{subject.Vi}: đầu ngày = cuối ngày trước", $"{subject.En}: opening = closing of the day before"),
            "classes" => new($"{subject.Vi}: chưa đến + đã đến + lỗi = cuối ngày", $"{subject.En}: not arrived + arrived + failed = closing"),
            "failed" => new($"{subject.Vi}: lượt lỗi = lượt lỗi trong cột lỗi", $"{subject.En}: failed = failed in the column of errors"),
            "parts" => new($"{subject.Vi}: tổng các phần = cuối ngày", $"{subject.En}: parts = closing"),
            "sum" => new($"{subject.Vi}: tổng mọi cột của các dòng = cộng", $"{subject.En}: all columns of the lines = total"),
            _ => new(name, name),
        };
    }

    private static Term SubjectOf(string name) => name switch
    {
        "sendErrors" => SendErrors,
        "receiveErrors" => ReceiveErrors,
        "backlog" => Backlog,
        "noReply" => NoReply,
        "notArrived" => NotArrived,
        "unanswered" => Unanswered,
        "asSender" => AsSender,
        "asReceiver" => AsReceiver,
        "differences" => Differences,
        "rollup" => Rollup,
        "created" => new("Toàn trục: lượt mới, bên gửi = bên nhận", "Whole axis: created, senders = receivers"),
        "reopened" => new("Toàn trục: lượt mở lại, bên gửi = bên nhận", "Whole axis: reopened, senders = receivers"),
        "cameToRest" => new("Toàn trục: lượt kết thúc, bên gửi = bên nhận", "Whole axis: came to rest, senders = receivers"),
        "notAtRest" => new("Toàn trục: lượt chưa kết thúc, bên gửi = bên nhận", "Whole axis: not at rest, senders = receivers"),
        "failed" => new("Toàn trục: lượt lỗi, bên gửi = bên nhận", "Whole axis: failed, senders = receivers"),
        _ => new(name, name),
    };
}
