namespace Axis.Contracts.Errors;

/// <summary>What alerts tell (90xx).</summary>
public static partial class ErrorCatalogue
{
    /// <summary>Deliveries were given up.</summary>
    public static readonly ErrorEntry AlertDeliveryFailed = new("AXS-9001", 502, null, false,
        "Văn bản của {0} không gửi được tới {1} và đã dừng gửi lại.",
        "Documents of {0} could not be delivered to {1}, and were given up.");

    /// <summary>Deliveries were returned by 02.</summary>
    public static readonly ErrorEntry AlertReturned = new("AXS-9002", 409, null, false,
        "Văn bản của {0} bị {1} trả lại (02).",
        "Documents of {0} were returned by {1} (02).");

    /// <summary>Deliveries are not in the receiver's adapter.</summary>
    public static readonly ErrorEntry AlertNotProcessed = new("AXS-9003", 504, null, false,
        "Văn bản của {0} chưa vào trạm kết nối của {1}.",
        "Documents of {0} have not reached the adapter of {1}.");

    /// <summary>Deliveries are not in the receiver's system.</summary>
    public static readonly ErrorEntry AlertNotArrived = new("AXS-9004", 504, null, false,
        "Văn bản của {0} chưa đến hệ thống của {1}.",
        "Documents of {0} have not arrived at {1}.");

    /// <summary>Deliveries are neither refused nor accepted.</summary>
    public static readonly ErrorEntry AlertNoAnswer = new("AXS-9005", 504, null, false,
        "{1} chưa phản hồi văn bản của {0}.",
        "Documents of {0} are not answered by {1}.");

    /// <summary>Work on deliveries has not ended by their due date.</summary>
    public static readonly ErrorEntry AlertNotDone = new("AXS-9006", 504, null, false,
        "{1} chưa xử lý xong văn bản của {0} theo hạn ghi trong văn bản.",
        "Work on documents of {0} has not ended at {1} by the date that they ask for.");

    /// <summary>Requests have no answer.</summary>
    public static readonly ErrorEntry AlertAmendmentUnanswered = new("AXS-9007", 504, null, false,
        "{1} chưa trả lời yêu cầu thu hồi, lấy lại hoặc cập nhật của {0}.",
        "Recalls, updates or requests to give back of {0} are not answered by {1}.");

    /// <summary>Requests were refused.</summary>
    public static readonly ErrorEntry AlertAmendmentRefused = new("AXS-9008", 409, null, false,
        "{1} từ chối yêu cầu thu hồi, lấy lại hoặc cập nhật của {0}.",
        "Recalls, updates or requests to give back of {0} were refused by {1}.");

    /// <summary>Statements did not reach their agency.</summary>
    public static readonly ErrorEntry AlertStatementUndelivered = new("AXS-9009", 504, null, false,
        "Báo cáo ngày của {0} chưa đến {1}.",
        "Daily statements of {0} have not reached {1}.");

    /// <summary>The sums of a statement do not agree.</summary>
    public static readonly ErrorEntry AlertBooksMismatch = new("AXS-9018", 500, null, false,
        "Báo cáo ngày {0}: {1} phép đối chiếu sổ của {2} cơ quan không khớp.",
        "Statements for {0}: {1} checks of the books of {2} agencies do not hold.");

    /// <summary>The books of an adapter and the hub's differ, and do not mend themselves.</summary>
    public static readonly ErrorEntry AlertBooksDiffer = new("AXS-9080", 409, null, false,
        "Sổ của trạm kết nối {0} và sổ của trục lệch nhau về văn bản của {1}; xem mục đối soát trên báo cáo ngày để biết việc phải làm.",
        "The books of adapter {0} and the hub's differ on documents of {1}; the daily statement says of each what to do.");

    /// <summary>An active adapter says nothing any more.</summary>
    public static readonly ErrorEntry AlertAdapterSilent = new("AXS-9011", 504, null, true,
        "Trạm kết nối {0} im lặng từ {1}.",
        "The adapter {0} has been silent since {1}.");

    /// <summary>Two spools take turns under one name.</summary>
    public static readonly ErrorEntry AlertTwoAdapters = new("AXS-9012", 409, null, false,
        "Hai kho đệm (spool) luân phiên dưới tên trạm {0}: có hai trạm chạy cùng tên, hoặc một bản sao cũ được khôi phục.",
        "Two spools take turns under the name of adapter {0}: two run under one name, or an old copy was restored.");

    /// <summary>Messages that nobody could take.</summary>
    public static readonly ErrorEntry AlertDeadLetters = new("AXS-9013", 500, null, false,
        "Có thông điệp của {0} không ai xử lý được; xem danh sách mục kẹt.",
        "Messages of {0} could be taken by nobody; see the stuck items.");

    /// <summary>A certificate comes to its end.</summary>
    public static readonly ErrorEntry AlertCertificateEnding = new("AXS-9014", 401, null, false,
        "Chứng thư của {0} hết hạn lúc {1}.",
        "The certificate of {0} ends at {1}.");

    /// <summary>An adapter's clock is wrong.</summary>
    public static readonly ErrorEntry AlertAdapterClock = new("AXS-9015", 409, null, true,
        "Đồng hồ của trạm kết nối {0} lệch {1} giây so với trục.",
        "The clock of adapter {0} is {1} seconds from the hub's.");

    /// <summary>A disk fills up.</summary>
    public static readonly ErrorEntry AlertDisk = new("AXS-9016", 507, null, true,
        "Đĩa của {0} đã dùng từ {1} % trở lên.",
        "The disk of {0} is {1} % full or more.");

    /// <summary>A queue fills up.</summary>
    public static readonly ErrorEntry AlertQueue = new("AXS-9017", 503, null, true,
        "Hàng đợi tới trạm kết nối {0} đã đạt {1} % giới hạn trở lên.",
        "The queue to adapter {0} has reached {1} % of its limit or more.");

    /// <summary>The hub's own clock was moved, or differs from all others.</summary>
    public static readonly ErrorEntry AlertHubClock = new("AXS-9010", 503, null, true,
        "Đồng hồ của máy chủ trục {0} lệch {1} giây; việc theo dõi thời hạn tạm dừng cho đến khi giờ đúng được xác nhận.",
        "The clock of the hub {0} is off by {1} seconds; deadlines are not watched until the right time is confirmed.");

    /// <summary>E-mail cannot be delivered, or waits for long.</summary>
    public static readonly ErrorEntry AlertMailUndelivered = new("AXS-9060", 502, null, true,
        "Có thư điện tử của trục không gửi được hoặc chờ quá lâu; xem axis-hub mail list --failed.",
        "E-mail of the axis cannot be delivered or waits for too long; see axis-hub mail list --failed.");
}
