using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;
using CsvHelper;

namespace Axis.Hub.Statements.Render;

/// <summary>
/// A statement as one table (RFC 4180, UTF-8 with a mark, so that a spreadsheet reads the diacritics): figures first, then the lines of the lists; the first column says which, to filter by.
/// </summary>
internal static class CsvStatement
{
    private static readonly Term[] Columns =
    [
        new("Mục", "Section"), new("Mã cơ quan", "Agency code"), new("Cơ quan", "Agency (vi)"), new("Tên tiếng Anh", "Agency (en)"),
        new("Chỉ tiêu", "Figure (vi)"), new("Tên chỉ tiêu tiếng Anh", "Figure (en)"),
        StatementTerms.Opening, StatementTerms.In, StatementTerms.Out, StatementTerms.Closing, StatementTerms.Value,
        StatementTerms.Document, StatementTerms.Dated, new("Mã nơi gửi hoặc nhận", "Other side's code"), new("Nơi gửi hoặc nhận", "Other side (vi)"),
        new("Nơi gửi hoặc nhận, tiếng Anh", "Other side (en)"), StatementTerms.Since, StatementTerms.Due, StatementTerms.Tries,
        new("Vì sao, ai cần xử lý", "Why (vi)"), new("Vì sao, tiếng Anh", "Why (en)"), new("Mã lượt gửi hoặc hồ sơ", "Delivery or case id"),
        new(SaidTerms.Column.Vi, SaidTerms.Column.En + " (vi)"), new(SaidTerms.Column.Vi + ", tiếng Anh", SaidTerms.Column.En + " (en)"),
    ];

    public static byte[] Write(Statement statement, int version, DateTimeOffset issuedAt)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true))
        {
            Row(csv, [.. Columns.Select(column => column.ToString())]);
            foreach (var row in Rows(statement, version, issuedAt))
            {
                Row(csv, row);
            }
        }

        return stream.ToArray();
    }

    private static IEnumerable<object?[]> Rows(Statement statement, int version, DateTimeOffset issuedAt)
    {
        var own = statement.Agency;
        foreach (var (name, value) in StatementHead.Of(statement, version, issuedAt))
        {
            yield return Figure(own, new(StatementTerms.Head, name, Value: value));
        }

        foreach (var line in FigureLine.Of(statement.Figures).Concat(FigureLine.Of(statement.Times)))
        {
            yield return Figure(own, line);
        }

        if (statement.Differences is { } differences)
        {
            foreach (var line in DifferenceTerms.LinesOf(differences))
            {
                yield return Figure(own, line);
            }
        }

        foreach (var check in statement.Books)
        {
            yield return [StatementTerms.Books.ToString(), own.Code, own.NameVi, own.NameEn, StatementTerms.CheckOf(check.Name).Vi, StatementTerms.CheckOf(check.Name).En,
                check.Left, null, null, check.Right, check.Holds ? "khớp / agrees" : "LỆCH / DIFFERS"];
        }

        foreach (var row in ChangeRows(statement).Concat(RollupRows(statement))
            .Concat(StatementLists.Of(statement.Items).SelectMany(list => list.Items.Select(item => Item(own, list, item, SaidTerms.Of(item, statement.Day)))))
            .Concat(statement.Differences?.Items.Select(item => Item(own, item)) ?? []))
        {
            yield return row;
        }
    }

    private static IEnumerable<object?[]> ChangeRows(Statement statement) => statement.Changes is not { } changes ? [] :
    [
        .. changes.Differences.Select(one => Figure(statement.Agency, new(
            ChangeTerms.Section, ChangeTerms.NameOf(one), Value: $"{ChangeTerms.Show(one, one.Before)} → {ChangeTerms.Show(one, one.After)}"))),
        .. LateLine.Of(changes).Select(one => Item(statement.Agency, one)),
        Figure(statement.Agency, new(ChangeTerms.Section, ChangeTerms.Events, Value: changes.EventCount)),
    ];

    private static IEnumerable<object?[]> RollupRows(Statement statement)
    {
        if (statement.Rollup is not { } rollup)
        {
            return [];
        }

        var total = statement.Agency with { NameVi = $"{StatementTerms.Total.Vi}: {statement.Agency.NameVi}", NameEn = $"{StatementTerms.Total.En}: {statement.Agency.NameEn}" };
        return FigureLine.Of(rollup.Total).Select(line => Figure(total, line with { Section = StatementTerms.Rollup }))
            .Concat(Differing(total, rollup.Differences)).Concat(rollup.Lines.SelectMany(line => Differing(line.Agency, line.Differences)))
            .Concat(TreeChange.Of(rollup.TreeChanges).Select(change => Figure(total, new(StatementTerms.TreeChanges, change.Name, Value: change.Count))))
            .Concat(rollup.Lines.SelectMany(line => FigureLine.Of(line.Figures).Where(figure => !figure.IsZero)
                .Select(figure => Figure(line.Agency, figure with { Section = StatementTerms.Rollup }))));
    }

    private static IEnumerable<object?[]> Differing(StatementAgency agency, int? differences) => differences is { } open
        ? [Figure(agency, new(StatementTerms.Rollup, StatementTerms.Differences, Value: open))]
        : [];

    private static object?[] Item(StatementAgency own, DifferenceItem item) =>
    [
        StatementTerms.Differences.ToString(), own.Code, own.NameVi, own.NameEn, $"{DifferenceTerms.Of(item.Side).Vi}, {DifferenceTerms.Of(item.Kind).Vi}",
        $"{DifferenceTerms.Of(item.Side).En}, {DifferenceTerms.Of(item.Kind).En}", null, null, null, null, DifferenceTerms.ActorOf(item).ToString(),
        item.Document, null, null, null, null, item.Since, null, null, $"{item.WhatVi} ({item.Code})", $"{item.WhatEn} ({item.Code})", item.Id,
    ];

    private static object?[] Item(StatementAgency own, LateLine late) =>
    [
        ChangeTerms.Section.ToString(), own.Code, own.NameVi, own.NameEn, ChangeTerms.Event.Vi, ChangeTerms.Event.En, null, null, null, null, null,
        late.Document, null, late.Counterpart?.Code, late.Counterpart?.NameVi, late.Counterpart?.NameEn, late.At, null, null, late.What.Vi, late.What.En, late.Id,
    ];

    private static object?[] Figure(StatementAgency agency, FigureLine line) =>
    [
        line.Section.ToString(), agency.Code, agency.NameVi, agency.NameEn, line.Name.Vi, line.Name.En,
        line.Flow?.Opening, line.Flow?.In, line.Flow?.Out, line.Flow?.Closing, line.Value,
    ];

    private static object?[] Item(StatementAgency own, StatementLists list, StatementItem item, Term said) =>
    [
        list.Name.ToString(), own.Code, own.NameVi, own.NameEn, list.Name.Vi, list.Name.En, null, null, null, null, null,
        item.Document, item.PromulgatedOn, item.Counterpart?.Code, item.Counterpart?.NameVi, item.Counterpart?.NameEn,
        item.Since, item.Due, item.Count, item.WhyVi, item.WhyEn, item.Id, said.Vi, said.En,
    ];

    private static void Row(CsvWriter csv, object?[] cells) =>
        csv.WriteRecord(Enumerable.Range(0, Columns.Length).Select(column => column < cells.Length ? Cell(cells[column]) : "").ToArray());

    /// <summary>Times as ISO 8601 of Vietnam, which a spreadsheet reads in every language.</summary>
    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Defuse(CleanText.Of(text)),
        DateTimeOffset at => at.ToOffset(VietnamTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan length => Durations.Show(length),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"No cell is made of {value.GetType()}.", nameof(value)),
    };

    /// <summary>A spreadsheet takes text that begins so for a formula; an apostrophe before it says that it is text.</summary>
    private static string Defuse(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
}
