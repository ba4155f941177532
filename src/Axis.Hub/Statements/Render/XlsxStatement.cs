using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Render;

/// <summary>A statement as a workbook: figures, the six lists, the agencies below and the checks of the books, a sheet each.</summary>
internal static class XlsxStatement
{
    private static readonly XlsxColumn[] FigureColumns =
    [
        new(new("Mục", "Section"), 24), new(new("Chỉ tiêu", "Figure (vi)"), 42), new(new("Tên tiếng Anh", "Figure (en)"), 42),
        new(StatementTerms.Opening, 11), new(StatementTerms.In, 9), new(StatementTerms.Out, 9), new(StatementTerms.Closing, 11), new(StatementTerms.Value, 30),
    ];

    private static readonly XlsxColumn[] BookColumns =
    [
        new(new("Phép kiểm tra", "Check (vi)"), 58), new(new("Tên tiếng Anh", "Check (en)"), 58), new(new("Vế trái", "Left"), 12), new(new("Vế phải", "Right"), 12),
        new(new("Kết quả", "Result"), 18),
    ];

    // A sheet's name has 31 letters at most.
    private const string DifferenceSheet = "Lệch sổ trạm và trục";

    private static readonly XlsxColumn[] DifferenceColumns =
    [
        new(StatementTerms.Number, 7), new(StatementTerms.Document, 22), new(new("Sổ", "Books"), 20), new(new("Lệch", "Differs"), 34), new(StatementTerms.Since, 17),
        new(StatementTerms.Acts, 38), new(StatementTerms.What, 80), new(new("Việc phải làm, tiếng Anh", "What to do (en)"), 80), new(new("Mã lỗi", "Code"), 12),
        new(new("Mã gói hoặc lượt gửi", "Submission or delivery id"), 38),
    ];

    private const string ChangeSheet = "Đính chính";

    private static readonly XlsxColumn[] ChangeColumns =
        [new(new("Chỉ tiêu", "Figure (vi)"), 58), new(new("Tên tiếng Anh", "Figure (en)"), 58), new(ChangeTerms.Before, 24), new(ChangeTerms.After, 24)];

    private static readonly XlsxColumn[] LateColumns =
    [
        new(StatementTerms.Number, 7), new(StatementTerms.Document, 22), new(new("Mã nơi gửi hoặc nhận", "Other side's code"), 13), new(ChangeTerms.Other, 34),
        new(new($"{ChangeTerms.Other.Vi}, tiếng Anh", $"{ChangeTerms.Other.En} (en)"), 34), new(ChangeTerms.At, 17), new(ChangeTerms.What, 60),
        new(new($"{ChangeTerms.What.Vi}, tiếng Anh", $"{ChangeTerms.What.En} (en)"), 60), new(new("Mã lượt gửi hoặc hồ sơ", "Delivery or case id"), 38),
    ];

    public static byte[] Write(Statement statement, int version, DateTimeOffset issuedAt) => XlsxWorkbook.Write(Sheets(statement, version, issuedAt));

    private static IEnumerable<XlsxSheet> Sheets(Statement statement, int version, DateTimeOffset issuedAt)
    {
        yield return new("Số liệu", FigureColumns,
        [
            .. StatementHead.Of(statement, version, issuedAt).Select(one => Row(new FigureLine(StatementTerms.Head, one.Name, Value: one.Value))),
            .. FigureLine.Of(statement.Figures).Concat(FigureLine.Of(statement.Times)).Select(Row),
            .. statement.Differences is { } found ? DifferenceTerms.LinesOf(found).Select(Row) : Array.Empty<object?[]>(),
        ]);
        if (statement.Changes is { } changes)
        {
            yield return new(ChangeSheet, ChangeColumns, [.. ChangeRows(changes)]);
            if (LateLine.Of(changes) is { Count: > 0 } late)
            {
                yield return new(ChangeTerms.Event.Vi, LateColumns, [.. late.Select(Row)]);
            }
        }

        foreach (var list in StatementLists.Of(statement.Items))
        {
            yield return new(list.Name.Vi, ItemColumns(list), [.. list.Items.Select((item, index) => Row(item, index, SaidTerms.Of(item, statement.Day)))]);
        }

        if (statement.Differences is { } differences)
        {
            yield return new(DifferenceSheet, DifferenceColumns, [.. differences.Items.Select(Row)]);
        }

        if (statement.Rollup is { } rollup)
        {
            yield return new(StatementTerms.Rollup.Vi, RollupColumns(), [.. RollupRows(statement.Agency, rollup)]);
        }

        yield return new(StatementTerms.Books.Vi, BookColumns, [.. statement.Books.Select(Row)]);
    }

    private static object?[] Row(FigureLine line) =>
        [line.Section.ToString(), line.Name.Vi, line.Name.En, line.Flow?.Opening, line.Flow?.In, line.Flow?.Out, line.Flow?.Closing, line.Value];

    private static object?[] Row(BookCheck check)
    {
        var name = StatementTerms.CheckOf(check.Name);
        return [name.Vi, name.En, check.Left, check.Right, check.Holds ? "Khớp / Agrees" : "LỆCH / DIFFERS"];
    }

    private static XlsxColumn[] ItemColumns(StatementLists list) =>
    [
        new(StatementTerms.Number, 7), new(StatementTerms.Document, 22), new(StatementTerms.Dated, 12),
        new(new($"Mã {char.ToLowerInvariant(list.Counterpart.Vi[0])}{list.Counterpart.Vi[1..]}", $"{list.Counterpart.En}'s code"), 13),
        new(list.Counterpart, 34), new(new($"{list.Counterpart.Vi}, tiếng Anh", $"{list.Counterpart.En} (en)"), 34),
        new(StatementTerms.Since, 17), new(StatementTerms.Due, 17), new(StatementTerms.Tries, 10), new(StatementTerms.Why, 70),
        new(new("Vì sao, tiếng Anh", "Why (en)"), 70), new(new("Mã lượt gửi hoặc hồ sơ", "Delivery or case id"), 38), new(SaidTerms.Column, 60),
        new(new(SaidTerms.Column.Vi + ", tiếng Anh", SaidTerms.Column.En + " (en)"), 60),
    ];

    private static object?[] Row(StatementItem item, int index, Term said) =>
    [
        index + 1, item.Document.Length == 0 ? StatementTerms.Unread.ToString() : item.Document, item.PromulgatedOn, item.Counterpart?.Code,
        item.Counterpart?.NameVi, item.Counterpart?.NameEn, item.Since, item.Due, item.Count, item.WhyVi, item.WhyEn, item.Id.ToString(), said.Vi, said.En,
    ];

    private static object?[] Row(LateLine late, int index) =>
        [index + 1, late.Document, late.Counterpart?.Code, late.Counterpart?.NameVi, late.Counterpart?.NameEn, late.At, late.What.Vi, late.What.En, late.Id];

    private static object?[] Row(DifferenceItem item, int index) =>
    [
        index + 1, item.Document, DifferenceTerms.Of(item.Side).ToString(), DifferenceTerms.Of(item.Kind).ToString(), item.Since, DifferenceTerms.ActorOf(item).ToString(),
        item.WhatVi, item.WhatEn, item.Code, item.Id.ToString(),
    ];

    private static IEnumerable<object?[]> ChangeRows(StatementChanges changes) =>
    [
        .. changes.Differences.Select(one => new object?[]
        {
            ChangeTerms.NameOf(one).Vi, ChangeTerms.NameOf(one).En, ChangeTerms.Show(one, one.Before), ChangeTerms.Show(one, one.After),
        }),
        [ChangeTerms.Events.Vi, ChangeTerms.Events.En, null, changes.EventCount],
    ];

    private static XlsxColumn[] RollupColumns() =>
    [
        new(new("Mã cơ quan", "Agency code"), 15), new(new("Cơ quan", "Agency (vi)"), 44), new(new("Tên tiếng Anh", "Agency (en)"), 44),
        .. new StatementFigures().Stocks().SelectMany(stock => new[] { StatementTerms.Opening, StatementTerms.In, StatementTerms.Out, StatementTerms.Closing }
            .Select(moment => new XlsxColumn(new($"{stock.Name.Vi}: {moment.Vi}", $"{stock.Name.En}: {moment.En}"), 13))),
        .. FigureLine.Documents(new()).Select(one => new XlsxColumn(one.Name, 13)),
    ];

    private static IEnumerable<object?[]> RollupRows(StatementAgency agency, StatementRollup rollup)
    {
        yield return Row(agency with { NameVi = $"{StatementTerms.Total.Vi}: {agency.NameVi}", NameEn = $"{StatementTerms.Total.En}: {agency.NameEn}" }, rollup.Total);
        foreach (var change in TreeChange.Of(rollup.TreeChanges))
        {
            var name = new Term($"{StatementTerms.TreeChanges.Vi}: {change.Name.Vi}", $"{StatementTerms.TreeChanges.En}: {change.Name.En}");
            yield return [null, name.Vi, name.En, change.Count];
        }

        foreach (var line in rollup.Lines)
        {
            yield return Row(line.Agency, line.Figures);
        }
    }

    private static object?[] Row(StatementAgency agency, StatementFigures figures) =>
    [
        agency.Code, agency.NameVi, agency.NameEn,
        .. figures.Stocks().SelectMany(one => new object?[] { one.Stock.Opening, one.Stock.In, one.Stock.Out, one.Stock.Closing }),
        .. FigureLine.Documents(figures).Select(one => (object?)one.Count),
    ];
}
