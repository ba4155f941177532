using Axis.Contracts.Statements;
using PdfSharp.Drawing;

namespace Axis.Hub.Statements.Render;

/// <summary>The tables of the page of figures.</summary>
internal static class PdfFigures
{
    private const double NameWidth = 110;

    /// <summary>The six stocks, and how things left them.</summary>
    public static void DrawStocks(PdfPages pages, StatementFigures figures)
    {
        const double flow = 41;
        var reasons = StatementTerms.LeftBy(StockFigures.None.Left);
        var reason = (PdfLook.Width - NameWidth - (4 * flow)) / reasons.Count;
        new PdfTable(
        [
            new(new("Trong ngày; ra vì", "On the day; why out"), NameWidth), .. Flows(flow), .. reasons.Select(one => Count(one.Name, reason)),
        ]).Draw(pages, PdfLook.Left, figures.Stocks().Select(one => new PdfCell[]
        {
            PdfCell.Of(one.Name, isStrong: true), PdfCell.Of(one.Stock.Opening), PdfCell.Of(one.Stock.In), PdfCell.Of(one.Stock.Out),
            PdfCell.Of(one.Stock.Closing, isStrong: true),
        }.Concat(StatementTerms.LeftBy(one.Stock.Left).Select(left => left.Count == 0 ? new PdfCell("·", Ink: PdfLook.Grey) : PdfCell.Of(left.Count))).ToArray()));
        pages.Y += 5;
    }

    /// <summary>All deliveries.</summary>
    public static void DrawTraffic(PdfPages pages, StatementFigures figures)
    {
        const double count = (PdfLook.Width - NameWidth) / 8;
        new PdfTable(
        [
            new(StatementTerms.Traffic, NameWidth), Count(StatementTerms.Opening, count), Count(new("Mới", "Created"), count), Count(new("Mở lại", "Reopened"), count),
            Count(new("Kết thúc", "At rest"), count), Count(StatementTerms.Closing, count), Count(new("Chưa đến", "not arrived"), count), Count(new("Đã đến", "arrived"), count),
            Count(new("Lỗi", "failed"), count),
        ]).Draw(pages, PdfLook.Left, [Row(StatementTerms.AsSender, figures.AsSender), Row(StatementTerms.AsReceiver, figures.AsReceiver)]);
        pages.Y += 6;
    }

    /// <summary>Documents on the left; times and books on the right.</summary>
    public static void DrawRest(PdfPages pages, Statement statement, double half, double gap)
    {
        var top = pages.Y;
        const double line = 11.6;
        foreach (var (index, (name, count)) in FigureLine.Documents(statement.Figures).Index())
        {
            var y = top + (index * line);
            pages.Text(name.Vi, PdfLook.Plain, PdfLook.Black, PdfLook.Left + 3, y, half);
            pages.Text(name.En, PdfLook.Small, PdfLook.Grey, PdfLook.Left + 3 + pages.Lines.WidthOf(name.Vi, PdfLook.Plain) + 4, y + 1.5, half);
            pages.Text(PdfCell.Show(count), PdfLook.Strong, PdfLook.Black, PdfLook.Left, y, half - 3, XStringAlignment.Far);
            pages.Graphics.DrawLine(PdfLook.Rule, PdfLook.Left, y + line - 0.4, PdfLook.Left + half, y + line - 0.4);
        }

        var right = PdfLook.Left + half + gap;
        new PdfTable(
        [
            new(new("Thời gian", "Times, hours:min:s"), half - 156), Count(new("Số lượt", "Number"), 44), Count(new("Trung vị", "Median"), 54), Count(new("95%", "95th perc."), 58),
        ]).Draw(pages, right, FigureLine.Spreads(statement.Times).Select(one => new PdfCell[]
        {
            PdfCell.Of(one.Name), PdfCell.Of(one.Spread?.Count ?? 0), Length(one.Spread?.MedianSeconds), Length(one.Spread?.P95Seconds),
        }));
        pages.Y += 4;
        DrawVerdict(pages, statement, right, half);
    }

    /// <summary>Whether the books hold, and a word where nothing stands in any list.</summary>
    private static void DrawVerdict(PdfPages pages, Statement statement, double x, double width)
    {
        var wrong = statement.Books.Count(check => !check.Holds);
        if (wrong == 0)
        {
            Line(new($"Sổ khớp: {statement.Books.Count} phép kiểm tra đều đúng.", $"The books agree: all {statement.Books.Count} checks hold."), PdfLook.Green);
        }
        else
        {
            Line(new($"SỔ LỆCH ở {wrong} phép kiểm tra, xem trang sau.", $"THE BOOKS DIFFER in {wrong} checks; see the next page."), PdfLook.Red);
        }

        if (statement.Differences is { Closing: > 0 } differences)
        {
            Line(new($"Sổ của trạm và của trục lệch nhau ở {differences.Closing} mục, xem trang sau.", $"The adapter's books and the axis's differ in {differences.Closing} items; see the next page."), PdfLook.Red);
        }

        if (statement.Differences?.Closed is { Count: var closed })
        {
            Line(new($"{closed} mục lệch sổ đã có người xử lý và đóng trong ngày.", $"{closed} differences of the books were dealt with and closed by a person on the day."), PdfLook.Black);
        }

        var isQuiet = statement.Rollup is null && FigureLine.Of(statement.Figures).All(line => line.IsZero);
        if (isQuiet || StatementLists.Of(statement.Items).All(list => list.Items.Count == 0))
        {
            Line(isQuiet ? StatementTerms.NothingAtAll : StatementTerms.AllZero, PdfLook.Black);
        }

        void Line(Term text, XBrush ink)
        {
            pages.Y += pages.Text(text.Vi, PdfLook.Strong, ink, x + 3, pages.Y, width - 6, most: 2);
            pages.Y += pages.Text(text.En, PdfLook.Small, PdfLook.Grey, x + 3, pages.Y, width - 6, most: 2) + 2;
        }
    }

    private static PdfCell[] Row(Term name, TrafficFigures traffic) =>
    [
        PdfCell.Of(name, isStrong: true), PdfCell.Of(traffic.Opening), PdfCell.Of(traffic.Created), PdfCell.Of(traffic.Reopened), PdfCell.Of(traffic.CameToRest),
        PdfCell.Of(traffic.Closing, isStrong: true), PdfCell.Of(traffic.Open.NotArrived), PdfCell.Of(traffic.Open.Arrived), PdfCell.Of(traffic.Open.Failed),
    ];

    private static IEnumerable<PdfColumn> Flows(double width) =>
        new[] { StatementTerms.Opening, StatementTerms.In, StatementTerms.Out, StatementTerms.Closing }.Select(name => Count(name, width));

    private static PdfColumn Count(Term name, double width) => new(name, width, XStringAlignment.Far, IsDense: true);

    private static PdfCell Length(long? seconds) => new(seconds is { } some ? Durations.Show(TimeSpan.FromSeconds(some)) : "–");
}
