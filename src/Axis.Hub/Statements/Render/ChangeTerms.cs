using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Render;

/// <summary>Words of the section about what a correction changes: the path of a figure, piece by piece; a piece that is not known stands for itself.</summary>
internal static class ChangeTerms
{
    public static readonly Term Section = new("Đính chính so với bản trước", "Changed since the version before");
    public static readonly Term Event = new("Sự việc đến muộn", "Came late");
    public static readonly Term What = new("Sự việc", "What happened");
    public static readonly Term At = new("Xảy ra lúc", "When");
    public static readonly Term Other = new("Nơi gửi hoặc nhận", "Other side");
    public static readonly Term Events = new("Số sự việc đến muộn", "How many came late");
    public static readonly Term Before = new("Bản trước", "Before");
    public static readonly Term After = new("Bản này", "Now");
    public static readonly Term Lines = new("nội dung các dòng", "what the lines say");

    /// <summary>How a content writes instants.</summary>
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Containers whose members name themselves.</summary>
    private static readonly HashSet<string> Silent = ["figures", "times", "open", "total", "left"];

    private static readonly Dictionary<string, Term> Pieces = new(StringComparer.Ordinal)
    {
        ["sendErrors"] = StatementTerms.SendErrors, ["receiveErrors"] = StatementTerms.ReceiveErrors, ["backlog"] = StatementTerms.Backlog, ["noReply"] = StatementTerms.NoReply,
        ["notArrived"] = StatementTerms.NotArrived, ["unanswered"] = StatementTerms.Unanswered, ["asSender"] = StatementTerms.AsSender, ["asReceiver"] = StatementTerms.AsReceiver,
        ["opening"] = StatementTerms.Opening, ["in"] = StatementTerms.In, ["out"] = StatementTerms.Out, ["closing"] = StatementTerms.Closing, ["oldest"] = StatementTerms.Oldest,
        ["rollup"] = StatementTerms.Rollup, ["differences"] = StatementTerms.Differences, ["books"] = StatementTerms.Books, ["treeChanges"] = StatementTerms.TreeChanges,
        ["sendErrorParts"] = StatementTerms.SendErrors, ["receiveErrorParts"] = StatementTerms.ReceiveErrors, ["items"] = new("Danh sách", "List"), ["lines"] = Lines,
        ["length"] = new("số dòng", "lines"), ["created"] = new("mới", "created"), ["reopened"] = new("mở lại", "reopened"), ["cameToRest"] = new("kết thúc", "came to rest"),
        ["arrived"] = new("đã đến", "arrived"), ["answered"] = new("phản hồi", "replied"), ["failed"] = new("lỗi", "failed"), ["sentAgain"] = new("gửi lại", "resent"),
        ["recalled"] = new("thu hồi", "recalled"), ["closed"] = new("đóng", "closed"), ["dueMoved"] = new("đổi hạn", "new due"),
        ["refusedSubmissions"] = new("gói bị từ chối", "refused packages"), ["refusedReceivers"] = new("nơi nhận bị từ chối", "refused receivers"),
        ["hub"] = new("do trục", "by axis"), ["adapter"] = new("do trạm", "by adapter"), ["agency"] = new("Cơ quan", "Agency"),
        ["sent"] = new("Văn bản gửi", "Documents sent"), ["new"] = new("mới", "new"), ["recalls"] = new("thu hồi", "recalls"), ["updates"] = new("cập nhật", "updates"),
        ["replacements"] = new("thay thế", "replacements"), ["received"] = new("Đã nhận", "Arrived at the agency"), ["returned"] = new("Đã trả lại (02)", "Returned by the agency (02)"),
        ["returnedToSender"] = new("Bị trả lại (02)", "Returned to the agency (02)"), ["lateSent"] = new("Gửi muộn", "Sent late"),
        ["urgentLateSent"] = new("Gửi muộn, văn bản khẩn", "Sent late, urgent"), ["openRequests"] = new("Yêu cầu gửi đi chưa được trả lời", "Requests sent, not answered"),
        ["requestsToAnswer"] = new("Yêu cầu nhận được chưa trả lời", "Requests to answer"), ["withoutSignature"] = new("Không có chữ ký số hợp lệ", "Without a valid signature"),
        ["paperAlsoSent"] = new("Gửi kèm bản giấy (danh mục 775)", "Paper also sent (list 775)"), ["arriveAsReceiver"] = new("Đến đơn vị", "Arrival at the agency"),
        ["answerAsReceiver"] = new("Đơn vị phản hồi", "Answer of the agency"), ["arriveAsSender"] = new("Gửi đi đến nơi", "Arrival of what it sent"),
        ["answerAsSender"] = new("Nơi nhận phản hồi", "Answer to what it sent"), ["count"] = new("số lượt", "number"), ["medianSeconds"] = new("trung vị, giây", "median, seconds"),
        ["p95Seconds"] = new("95% không quá, giây", "95% within, seconds"), ["found"] = new("phát hiện", "found"), ["settled"] = new("đã hết", "settled"),
        ["code"] = new("mã", "code"), ["nameVi"] = new("tên", "name (vi)"), ["nameEn"] = new("tên tiếng Anh", "name (en)"), ["pilot"] = StatementTerms.Pilot,
    };

    /// <summary>What a path stands for, such as <c>figures.noReply.closing</c>.</summary>
    public static Term NameOf(StatementChange change)
    {
        Term[] named = [.. change.Name.Split('.').Where(piece => !Silent.Contains(piece)).Select(piece => Pieces.GetValueOrDefault(piece, new(piece, piece)))];
        return new(string.Join(": ", named.Select(one => one.Vi)), string.Join(": ", named.Select(one => one.En)));
    }

    /// <summary>True where the list is as long as it was, and its two hashes say nothing to people.</summary>
    public static bool IsOfLines(StatementChange change) => change.Name.EndsWith(".lines", StringComparison.Ordinal);

    /// <summary>What stood there, an instant as the clock in Vietnam shows it; a line where nothing did.</summary>
    public static string Show(StatementChange change, string? value) => value switch
    {
        _ when IsOfLines(change) => "…",
        null => "–",
        _ when DateTimeOffset.TryParseExact(value, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) => VietnamTime.Show(instant),
        _ => value,
    };
}
