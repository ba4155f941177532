using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Statements;
using Axis.Hub.Statements.Compose;

namespace Axis.Hub.Tests.Statements.Render;

/// <summary>Statements to print: a busy one, one of nothing, and a huge one.</summary>
internal static class SampleStatement
{
    public static readonly DateOnly Day = new(2026, 11, 25);
    public static readonly DateTimeOffset IssuedAt = new(2026, 11, 25, 23, 30, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset End = new(2026, 11, 25, 17, 0, 0, TimeSpan.Zero);
    private static readonly StatementAgency Province = new("H37", "Ủy ban nhân dân tỉnh Lạng Sơn", "People's Committee of Lang Son Province");

    private static readonly StatementAgency[] Others =
    [
        new("G22", "Văn phòng Chính phủ", "Office of the Government"),
        new("K41", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Nghệ An", "Office of the National Assembly Delegation and People's Council of Nghe An Province"),
        new("G09.10", "Bộ Giáo dục và Đào tạo", "Ministry of Education and Training"),
    ];

    public static Statement Busy() => Of(Province, BusyFigures, new(new(331, 74, 3_905), new(298, 11_020, 106_509), new(1_190, 66, 1_340), new(1_022, 9_903, 88_771)), new(
        [Refused(0), RefusedReceiver(1), Delivery(2, "Gửi không thành do hệ thống của Văn phòng Chính phủ: AXS-6003 tệp PDF hỏng; bên gửi cần gửi lại hoặc đóng có lý do."), Refused(3)],
        [Delivery(4) with { Acts = Said }, Delivery(5)], Deliveries(3), Deliveries(5), Deliveries(2), Deliveries(2)), Rollup());

    /// <summary>The sender waits, and the receiver has not kept what it promised.</summary>
    public static IReadOnlyList<StatementAct> Said { get; } =
    [
        new(StatementSide.Sender, StatementActKind.WaitsForOther, End.AddHours(-30), ""),
        new(StatementSide.Receiver, StatementActKind.Promised, End.AddHours(-28), "đang sửa máy chủ", Day.AddDays(-1), "Trần Thị B"),
    ];

    /// <summary>The same with books that are wrong in two places.</summary>
    public static Statement Wrong() => Busy() with { Books = [.. Busy().Books, new("backlog.list", 3, 4), new("failed", 1_200, 1_201)] };

    /// <summary>The same with an adapter's books that differ from the axis's in two things, one of which somebody has to deal with.</summary>
    public static Statement Differing() => Busy() with
    {
        Differences = new(1, 2, 1, 2, [Difference(ErrorCatalogue.BooksArrivedMissing, "7816/VPCP-TTĐT"), Difference(ErrorCatalogue.BooksSentWithoutReceipt, null)], End.AddHours(-20)),
    };

    /// <summary>The same as a correction of the version before, for so many events that came late.</summary>
    public static Statement Corrected(int events = 2) => Busy() with
    {
        Changes = new(
            [new("figures.noReply.closing", "6", "5"), new("figures.noReply.left.answered", "12", "13"), new("items.backlog.lines", "0011aabb", "22ccdd33"), new("figures.notArrived.oldest", null, "2026-11-24T10:00:00+00:00")],
            [.. Enumerable.Range(0, Math.Min(events, 500)).Select(at => $"{Id(at)}#{at + 3} STATUS")], events, [.. Enumerable.Range(0, Math.Min(events, 500)).Select(Late)]),
    };

    /// <summary>The same as it was issued before its events had names.</summary>
    public static Statement CorrectedOnce() => Corrected() is var statement ? statement with { Changes = statement.Changes! with { Late = null } } : statement;

    private static StatementLateEvent Late(int at) => at % 3 == 2
        ? new(Id(at), End.AddHours(-3), "Đối soát: phát hiện lệch sổ (AXS-8512)", "Reconciliation: a difference was found (AXS-8512)")
        : new(Id(at), End.AddHours(-7).AddMinutes(at), "Trạng thái 03: Đã tiếp nhận", "Status 03: Accepted", $"{7_816 + at}/VPCP-TTĐT", Others[at % Others.Length]);

    private static DifferenceItem Difference(ErrorEntry entry, string? document)
    {
        var guide = DifferenceGuide.All[entry.Code];
        return new(guide.Kind, BookSide.Received, Id(77), entry.Code, End.AddHours(-20), entry.Vietnamese, entry.English, guide.Acts, guide.HealsByItself, document);
    }

    private static StatementFigures BusyFigures { get; } = new()
    {
        SendErrors = Stock(3, 2, 1, 4, closed: 1), SendErrorParts = new(2, 1, 1),
        ReceiveErrors = Stock(2, 2, 2, 2, sentAgain: 2), ReceiveErrorParts = new(0, 1, 1),
        Backlog = Stock(5, 9, 11, 3, arrived: 8, failed: 2, recalled: 1),
        NoReply = Stock(12, 7, 14, 5, answered: 13, moved: 1),
        NotArrived = Stock(1, 3, 2, 2, arrived: 2),
        Unanswered = Stock(0, 3, 1, 2, answered: 1),
        AsSender = new(48, 1_284, 2, 1_207, 127, new(22, 104, 1)), AsReceiver = new(61, 342, 0, 317, 86, new(14, 70, 2)),
        Sent = new(212, 3, 2, 4), Received = 331, Returned = 6, ReturnedToSender = 2, LateSent = 5, UrgentLateSent = 1,
        OpenRequests = 2, RequestsToAnswer = 1, WithoutSignature = 3, PaperAlsoSent = 2,
    };

    /// <summary>An agency on whose day nothing was.</summary>
    public static Statement Zero() => Of(Province with { Pilot = true }, new(), new(), new([], [], [], [], [], []), null);

    /// <summary>An agency with so many lines in its backlog.</summary>
    public static Statement Huge(int lines) => Of(Province, new()
    {
        Backlog = Stock(0, lines, 0, lines), AsReceiver = new(0, lines, 0, 0, lines, new(lines, 0, 0)),
    }, new(), new([], [], Deliveries(lines), [], [], []), null);

    /// <summary>One line with this name and this cause.</summary>
    public static Statement With(string document, string why, StatementAgency? agency = null) => Of(agency ?? Province, new()
    {
        SendErrors = Stock(0, 1, 0, 1), SendErrorParts = new(0, 0, 1),
    }, new(), new([new(StatementItemKind.Delivery, Id(1), document, End.AddDays(-1), why, why)], [], [], [], [], []), null);

    private static Statement Of(StatementAgency agency, StatementFigures figures, StatementTimes times, StatementItems items, StatementRollup? rollup)
    {
        var last = Closings.OpeningsOf(figures);
        return new(Statement.CurrentForm, agency, Day, End, figures, times, items, [.. BookChecks.Of(figures, items, last, rollup, agency.Pilot)], rollup);
    }

    private static StockFigures Stock(
        int opening, int entered, int left, int closing, int arrived = 0, int answered = 0, int failed = 0, int sentAgain = 0, int recalled = 0, int closed = 0, int moved = 0) =>
        new(opening, entered, left, closing, new(arrived, answered, failed, sentAgain, recalled, closed, moved), closing == 0 ? null : End.AddHours(-31));

    private static StatementRollup Rollup()
    {
        RollupLine[] lines =
        [
            .. Others.Select((other, at) => new RollupLine(other with { Code = $"H37.{at + 1:00}" }, new()
            {
                Backlog = Stock(at, 0, 0, at), NoReply = Stock(0, at, 0, at), Received = 10 * at, AsSender = new(0, at, 0, 0, at, new(at, 0, 0)),
            })),
        ];
        return new(lines.Aggregate(BusyFigures, (sum, line) => sum + line.Figures), lines, new(0, 0, -2, 0, 0, 1, 0, 0));
    }

    private static StatementItem[] Deliveries(int count) => [.. Enumerable.Range(0, count).Select(at => Delivery(10 + at))];

    private static StatementItem Delivery(int at, string? why = null)
    {
        var other = Others[at % Others.Length];
        var since = End.AddHours(-31).AddMinutes(at);
        return new(
            StatementItemKind.Delivery, Id(at), $"{7_816 + at}/VPCP-TTĐT", since,
            why ?? $"Chưa đến trạm của {other.NameVi}, hạn 16:30 24/11/2026; trục tự gửi khi trạm nhận kết nối lại.",
            $"It has not reached the adapter of {other.NameEn}, due 16:30 24/11/2026; the axis sends it by itself once that adapter is connected.",
            other, Day.AddDays(-2), why is null ? since : null);
    }

    private static StatementItem Refused(int at) => new(
        StatementItemKind.RefusedSubmission, Id(at), "", End.AddHours(-5), "Trục từ chối gói tin (AXS-1002); bên gửi cần sửa rồi gửi lại, hoặc đóng có lý do.",
        "The axis refused the package (AXS-1002); the sender has to mend it and send it again, or to close it with a reason.", Count: 1 + at);

    private static StatementItem RefusedReceiver(int at) => new(
        StatementItemKind.RefusedReceiver, Id(at), "15/QĐ-UBND", End.AddHours(-4), "Không gửi được đến H99.01 (AXS-1004); bên gửi cần gửi lại đến mã đúng, hoặc đóng có lý do.",
        "It could not be sent to H99.01 (AXS-1004); the sender has to send it to the right code, or to close it with a reason.", new("H99.01", "H99.01", "H99.01"), Day, Count: 1);

    private static Guid Id(int at) => new(at, 0x11, 0x4a, [0x80, 0, 0, 0, 0, 0, 0, 1]);
}
