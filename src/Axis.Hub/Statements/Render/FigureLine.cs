using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Render;

/// <summary>One line of figures in a table.</summary>
/// <param name="Section">What it belongs to.</param>
/// <param name="Name">What it tells.</param>
/// <param name="Flow">Opening, in, out, closing; of stocks and traffic.</param>
/// <param name="Value">One figure: an int, a time, a length of time, or words.</param>
internal sealed record FigureLine(Term Section, Term Name, Flow? Flow = null, object? Value = null)
{
    /// <summary>True when it says that nothing is, and nothing was.</summary>
    public bool IsZero => Flow is null or (0, 0, 0, 0) && Value is null or 0;

    /// <summary>All figures of an agency, or of a tree.</summary>
    public static IEnumerable<FigureLine> Of(StatementFigures figures) =>
    [
        .. figures.Four().SelectMany(one => Stock(StatementTerms.Stocks, one.Name, one.Stock, StockList.PartsOf(figures, one.Name))),
        .. figures.BySender().SelectMany(one => Stock(StatementTerms.BySender, one.Name, one.Stock, [])),
        .. Traffic(StatementTerms.AsSender, figures.AsSender),
        .. Traffic(StatementTerms.AsReceiver, figures.AsReceiver),
        .. Documents(figures).Select(one => new FigureLine(StatementTerms.Documents, one.Name, Value: one.Count)),
    ];

    /// <summary>How long things took; nothing of what did not happen.</summary>
    public static IEnumerable<FigureLine> Of(StatementTimes times) => Spreads(times).Where(one => one.Spread is not null).SelectMany(one => new FigureLine[]
    {
        new(StatementTerms.Times, new($"{one.Name.Vi}: số lượt", $"{one.Name.En}: number"), Value: one.Spread!.Count),
        new(StatementTerms.Times, Both(one.Name, StatementTerms.Median), Value: TimeSpan.FromSeconds(one.Spread.MedianSeconds)),
        new(StatementTerms.Times, Both(one.Name, StatementTerms.P95), Value: TimeSpan.FromSeconds(one.Spread.P95Seconds)),
    });

    /// <summary>Counts of documents and arrivals.</summary>
    public static IReadOnlyList<(Term Name, int Count)> Documents(StatementFigures figures) =>
    [
        (new("Gửi văn bản mới", "New documents sent"), figures.Sent.New),
        (new("Gửi yêu cầu thu hồi", "Recalls sent"), figures.Sent.Recalls),
        (new("Gửi cập nhật", "Updates sent"), figures.Sent.Updates),
        (new("Gửi thay thế", "Replacements sent"), figures.Sent.Replacements),
        (new("Đã nhận", "Arrived at the agency"), figures.Received),
        (new("Đã trả lại (02)", "Returned by the agency (02)"), figures.Returned),
        (new("Bị trả lại (02)", "Returned to the agency (02)"), figures.ReturnedToSender),
        (new("Gửi muộn", "Sent late"), figures.LateSent),
        (new("Gửi muộn, văn bản khẩn", "Sent late, urgent"), figures.UrgentLateSent),
        (new("Yêu cầu gửi đi chưa được trả lời", "Requests sent, not answered"), figures.OpenRequests),
        (new("Yêu cầu nhận được chưa trả lời", "Requests to answer"), figures.RequestsToAnswer),
        (new("Không có chữ ký số hợp lệ", "Without a valid signature"), figures.WithoutSignature),
        (new("Gửi kèm bản giấy (danh mục 775)", "Paper also sent (list 775)"), figures.PaperAlsoSent),
    ];

    /// <summary>The four lengths of time.</summary>
    public static IReadOnlyList<(Term Name, Spread? Spread)> Spreads(StatementTimes times) =>
    [
        (new("Đến đơn vị", "Arrival at the agency"), times.ArriveAsReceiver),
        (new("Đơn vị phản hồi", "Answer of the agency"), times.AnswerAsReceiver),
        (new("Gửi đi đến nơi", "Arrival of what it sent"), times.ArriveAsSender),
        (new("Nơi nhận phản hồi", "Answer to what it sent"), times.AnswerAsSender),
    ];

    private static IEnumerable<FigureLine> Stock(Term section, Term name, StockFigures stock, IReadOnlyList<(Term Name, int Count)> parts) =>
    [
        new(section, name, new(stock.Opening, stock.In, stock.Out, stock.Closing)),
        .. stock.Oldest is { } oldest ? [new FigureLine(section, Both(name, StatementTerms.Oldest), Value: oldest)] : Array.Empty<FigureLine>(),
        .. parts.Select(part => new FigureLine(section, Both(name, part.Name), Value: part.Count)),
        .. StatementTerms.LeftBy(stock.Left).Where(left => left.Count != 0).Select(left => new FigureLine(
            section, new($"{name.Vi}: ra vì {left.Name.Vi.ToLowerInvariant()}", $"{name.En}: out, {left.Name.En}"), Value: left.Count)),
    ];

    private static FigureLine[] Traffic(Term name, TrafficFigures traffic) =>
    [
        new(StatementTerms.Traffic, name, new(traffic.Opening, traffic.Created + traffic.Reopened, traffic.CameToRest, traffic.Closing)),
        .. PartsOf(traffic).Select(one => new FigureLine(StatementTerms.Traffic, Both(name, one.Name), Value: one.Count)),
    ];

    private static (Term Name, int Count)[] PartsOf(TrafficFigures traffic) =>
    [
        (new("mới", "created"), traffic.Created),
        (new("mở lại", "reopened"), traffic.Reopened),
        (new("cuối ngày chưa đến", "closing, not arrived"), traffic.Open.NotArrived),
        (new("cuối ngày đã đến, chưa kết thúc", "closing, arrived"), traffic.Open.Arrived),
        (new("cuối ngày lỗi", "closing, failed"), traffic.Open.Failed),
    ];

    private static Term Both(Term one, Term other) => new($"{one.Vi}: {other.Vi}", $"{one.En}: {other.En}");
}

/// <summary>opening + in - out = closing.</summary>
internal sealed record Flow(int Opening, int In, int Out, int Closing);
