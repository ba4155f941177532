namespace Axis.Contracts.Statements;

/// <summary>Everything that is counted for one agency and one day, or summed over several agencies.</summary>
public sealed record StatementFigures
{
    /// <summary>Gửi lỗi (SE): refused submissions, refused receivers, and failed deliveries that nobody has closed; as sender.</summary>
    public StockFigures SendErrors { get; init; } = StockFigures.None;

    /// <summary>What the closing of <see cref="SendErrors"/> is made of.</summary>
    public SendErrorParts SendErrorParts { get; init; } = new(0, 0, 0);

    /// <summary>Nhận lỗi (RE): failed deliveries that nobody has closed; as receiver.</summary>
    public StockFigures ReceiveErrors { get; init; } = StockFigures.None;

    /// <summary>By whom the closing of <see cref="ReceiveErrors"/> was caused.</summary>
    public ReceiveErrorParts ReceiveErrorParts { get; init; } = new(0, 0, 0);

    /// <summary>Tồn đọng (BL): not arrived and overdue; as receiver.</summary>
    public StockFigures Backlog { get; init; } = StockFigures.None;

    /// <summary>Chưa phản hồi trạng thái (NR): arrived, not answered and overdue; as receiver.</summary>
    public StockFigures NoReply { get; init; } = StockFigures.None;

    /// <summary>The backlog of others, seen by the sender.</summary>
    public StockFigures NotArrived { get; init; } = StockFigures.None;

    /// <summary>What others have not answered, seen by the sender.</summary>
    public StockFigures Unanswered { get; init; } = StockFigures.None;

    /// <summary>All deliveries that it sends.</summary>
    public TrafficFigures AsSender { get; init; } = TrafficFigures.None;

    /// <summary>All deliveries that it receives.</summary>
    public TrafficFigures AsReceiver { get; init; } = TrafficFigures.None;

    /// <summary>Documents sent.</summary>
    public SentDocuments Sent { get; init; } = new(0, 0, 0, 0);

    /// <summary>Deliveries that arrived at it (DONE).</summary>
    public int Received { get; init; }

    /// <summary>Deliveries that it has returned by 02.</summary>
    public int Returned { get; init; }

    /// <summary>Deliveries that were returned to it by 02.</summary>
    public int ReturnedToSender { get; init; }

    /// <summary>Documents sent later than the law lets (R12).</summary>
    public int LateSent { get; init; }

    /// <summary>The urgent ones among them.</summary>
    public int UrgentLateSent { get; init; }

    /// <summary>Recalls and updates that it sent and that nobody has answered at the end of the day.</summary>
    public int OpenRequests { get; init; }

    /// <summary>Recalls and updates that it received and has not answered at the end of the day.</summary>
    public int RequestsToAnswer { get; init; }

    /// <summary>Documents sent without a signature, or with a bad one (R10).</summary>
    public int WithoutSignature { get; init; }

    /// <summary>Documents of the list of 775/VPCP-KSTT of which paper was sent as well.</summary>
    public int PaperAlsoSent { get; init; }

    /// <summary>The sum of two agencies' figures.</summary>
    public static StatementFigures operator +(StatementFigures one, StatementFigures other) => new()
    {
        SendErrors = one.SendErrors + other.SendErrors,
        SendErrorParts = one.SendErrorParts + other.SendErrorParts,
        ReceiveErrors = one.ReceiveErrors + other.ReceiveErrors,
        ReceiveErrorParts = one.ReceiveErrorParts + other.ReceiveErrorParts,
        Backlog = one.Backlog + other.Backlog,
        NoReply = one.NoReply + other.NoReply,
        NotArrived = one.NotArrived + other.NotArrived,
        Unanswered = one.Unanswered + other.Unanswered,
        AsSender = one.AsSender + other.AsSender,
        AsReceiver = one.AsReceiver + other.AsReceiver,
        Sent = one.Sent + other.Sent,
        Received = one.Received + other.Received,
        Returned = one.Returned + other.Returned,
        ReturnedToSender = one.ReturnedToSender + other.ReturnedToSender,
        LateSent = one.LateSent + other.LateSent,
        UrgentLateSent = one.UrgentLateSent + other.UrgentLateSent,
        OpenRequests = one.OpenRequests + other.OpenRequests,
        RequestsToAnswer = one.RequestsToAnswer + other.RequestsToAnswer,
        WithoutSignature = one.WithoutSignature + other.WithoutSignature,
        PaperAlsoSent = one.PaperAlsoSent + other.PaperAlsoSent,
    };
}

/// <summary>What the closing of the send errors is made of.</summary>
/// <param name="RefusedSubmissions">Packages refused as a whole.</param>
/// <param name="RefusedReceivers">Receivers of accepted packages that are unknown, locked or the sender itself.</param>
/// <param name="Failed">Failed deliveries.</param>
public sealed record SendErrorParts(int RefusedSubmissions, int RefusedReceivers, int Failed)
{
    /// <summary>The sum.</summary>
    public static SendErrorParts operator +(SendErrorParts one, SendErrorParts other) =>
        new(one.RefusedSubmissions + other.RefusedSubmissions, one.RefusedReceivers + other.RefusedReceivers, one.Failed + other.Failed);
}

/// <summary>By whom failures were caused.</summary>
/// <param name="Hub">The hub or the broker.</param>
/// <param name="Adapter">The receiver's adapter.</param>
/// <param name="Agency">The receiver's own system.</param>
public sealed record ReceiveErrorParts(int Hub, int Adapter, int Agency)
{
    /// <summary>The sum.</summary>
    public static ReceiveErrorParts operator +(ReceiveErrorParts one, ReceiveErrorParts other) =>
        new(one.Hub + other.Hub, one.Adapter + other.Adapter, one.Agency + other.Agency);
}

/// <summary>Documents sent, by what they are (BussinessDocType 0 to 3).</summary>
/// <param name="New">New documents.</param>
/// <param name="Recalls">Recalls.</param>
/// <param name="Updates">Updates.</param>
/// <param name="Replacements">Replacements.</param>
public sealed record SentDocuments(int New, int Recalls, int Updates, int Replacements)
{
    /// <summary>The sum.</summary>
    public static SentDocuments operator +(SentDocuments one, SentDocuments other) =>
        new(one.New + other.New, one.Recalls + other.Recalls, one.Updates + other.Updates, one.Replacements + other.Replacements);
}
