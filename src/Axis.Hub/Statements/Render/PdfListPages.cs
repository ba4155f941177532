using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;
using PdfSharp.Drawing;

namespace Axis.Hub.Statements.Render;

/// <summary>The agencies below, and the lists that are not empty; nothing where there is nothing.</summary>
internal static class PdfListPages
{
    // A heading at the foot of a page would stand alone: there is room for it, the head of the table and a row or two.
    private const double RoomForHeading = 110;

    private const int MostEvents = 30;

    public static void Draw(PdfPages pages, Statement statement)
    {
        pages.Y = PdfLook.Bottom;
        var wrong = statement.Books.Where(check => !check.Holds).ToArray();
        if (wrong.Length > 0)
        {
            Heading(pages, new("Sổ lệch", "Checks of the books that do not hold"), wrong.Length);
            BookTable.Draw(pages, PdfLook.Left, wrong.Select(Row));
        }

        if (statement.Changes is { } changes)
        {
            Heading(pages, ChangeTerms.Section, changes.Differences.Count);
            ChangeTable.Draw(pages, PdfLook.Left, changes.Differences.Select(Row));
            if (LateLine.Of(changes) is { Count: > 0 } late)
            {
                Heading(pages, ChangeTerms.Event, changes.EventCount);
                LateTable.Draw(pages, PdfLook.Left, LateRows(late, changes.EventCount));
            }
        }

        if (statement.Differences is { Items.Count: > 0 } differences)
        {
            Heading(pages, StatementTerms.Differences, differences.Items.Count);
            DifferenceTable.Draw(pages, PdfLook.Left, differences.Items.Select(Row));
        }

        if (statement.Rollup is { } rollup)
        {
            Heading(pages, StatementTerms.Rollup, rollup.Lines.Count);
            RollupTable.Draw(pages, PdfLook.Left, RollupRows(rollup));
        }

        foreach (var list in StatementLists.Of(statement.Items).Where(list => list.Items.Count > 0))
        {
            Heading(pages, list.Name, list.Items.Count);
            ItemTable(list).Draw(pages, PdfLook.Left, list.Items.Select((item, index) => Row(item, index, SaidTerms.Of(item, statement.Day))));
        }
    }

    private static void Heading(PdfPages pages, Term name, int count)
    {
        pages.Y += 14;
        if (pages.Y + RoomForHeading > PdfLook.Bottom)
        {
            pages.Turn();
        }

        var (vi, en) = ($"{name.Vi} ({PdfCell.Show(count)})", name.En);
        pages.Text(vi, PdfLook.Name, PdfLook.Black, PdfLook.Left, pages.Y, PdfLook.Width);
        pages.Text(en, PdfLook.Plain, PdfLook.Grey, PdfLook.Left + pages.Lines.WidthOf(vi, PdfLook.Name) + 8, pages.Y + 3, PdfLook.Width);
        pages.Y += 18;
    }

    private static PdfTable ItemTable(StatementLists list) => new(
    [
        new(StatementTerms.Number, 30, XStringAlignment.Far), new(StatementTerms.Document, 88), new(list.Counterpart, 112),
        new(new("Từ lúc, hạn", "Since, due"), 56), new(StatementTerms.Why, 225),
    ]);

    private static PdfCell[] Row(StatementItem item, int index, Term said) =>
    [
        PdfCell.Of(index + 1),
        item.Document.Length == 0 ? PdfCell.Of(StatementTerms.Unread) : new(item.Document, Dated(item), IsStrong: true),
        Named(item.Counterpart),
        new(VietnamTime.Show(item.Since), item.Due is { } due ? $"hạn {VietnamTime.Show(due)}" : ""),
        new(Sentences(item.WhyVi, item.Count is > 1 ? $"Đã gửi {item.Count} lần." : "", said.Vi), Sentences(item.WhyEn, item.Count is > 1 ? $"Sent {item.Count} times." : "", said.En)),
    ];

    private static PdfCell Named(StatementAgency? other) => other is null ? new("–") : new(
        other.NameVi == other.Code ? other.Code : $"{other.NameVi} ({other.Code})", other.NameEn == other.NameVi ? "" : other.NameEn);

    private static string Sentences(params string[] sentences) => string.Join(' ', sentences.Where(sentence => sentence.Length > 0));

    private static PdfTable DifferenceTable { get; } = new(
    [
        new(StatementTerms.Number, 30, XStringAlignment.Far), new(StatementTerms.Document, 88), new(new("Lệch", "Differs"), 84), new(StatementTerms.Since, 56),
        new(StatementTerms.What, 253),
    ]);

    private static PdfCell[] Row(DifferenceItem item, int index)
    {
        var (side, kind, acts) = (DifferenceTerms.Of(item.Side), DifferenceTerms.Of(item.Kind), DifferenceTerms.ActorOf(item));
        return
        [
            PdfCell.Of(index + 1), new(item.Document ?? "–", item.Code, IsStrong: true), new($"{side.Vi}: {kind.Vi}", $"{side.En}: {kind.En}"),
            new(VietnamTime.Show(item.Since)), new($"{char.ToUpper(acts.Vi[0], System.Globalization.CultureInfo.InvariantCulture)}{acts.Vi[1..]}: {item.WhatVi}", $"{acts.En}: {item.WhatEn}"),
        ];
    }

    private static PdfTable ChangeTable { get; } = new(
    [
        new(new("Chỉ tiêu", "Figure"), PdfLook.Width - 240), new(ChangeTerms.Before, 120, XStringAlignment.Far), new(ChangeTerms.After, 120, XStringAlignment.Far),
    ]);

    private static PdfCell[] Row(StatementChange change) =>
        [PdfCell.Of(ChangeTerms.NameOf(change)), new(ChangeTerms.Show(change, change.Before)), new(ChangeTerms.Show(change, change.After), IsStrong: true)];

    private static PdfTable LateTable { get; } = new(
    [
        new(StatementTerms.Number, 30, XStringAlignment.Far), new(StatementTerms.Document, 88), new(ChangeTerms.Other, 167), new(ChangeTerms.What, 170), new(ChangeTerms.At, 56),
    ]);

    /// <summary>Nobody reads five hundred events on paper; the workbook has them.</summary>
    private static IEnumerable<PdfCell[]> LateRows(IReadOnlyList<LateLine> late, int count)
    {
        foreach (var (index, one) in late.Take(MostEvents).Index())
        {
            yield return
            [
                PdfCell.Of(index + 1), new(one.Document ?? "–", IsStrong: true), Named(one.Counterpart), PdfCell.Of(one.What),
                new(one.At is { } at ? VietnamTime.Show(at) : "–"),
            ];
        }

        if (count > MostEvents)
        {
            var rest = PdfCell.Show(count - MostEvents);
            yield return [new(""), new(""), new(""), new($"Và {rest} sự việc đến muộn khác, xem bảng tính.", $"And {rest} more that came late; see the workbook."), new("")];
        }
    }

    private static PdfTable BookTable { get; } = new(
    [
        new(new("Phép kiểm tra", "Check"), PdfLook.Width - 120), new(new("Vế trái", "Left"), 60, XStringAlignment.Far), new(new("Vế phải", "Right"), 60, XStringAlignment.Far),
    ]);

    private static PdfCell[] Row(BookCheck check) => [PdfCell.Of(StatementTerms.CheckOf(check.Name)), new(PdfCell.Show(check.Left), Ink: PdfLook.Red), new(PdfCell.Show(check.Right), Ink: PdfLook.Red)];

    private static string Dated(StatementItem item) => item.PromulgatedOn is { } day ? $"ngày {PdfStatement.Day(day)}" : "";

    private static PdfTable RollupTable { get; } = new(
    [
        new(new("Cơ quan", "Agency"), 159), .. Narrow(StatementTerms.SendErrors, StatementTerms.ReceiveErrors, StatementTerms.Backlog, StatementTerms.NoReply,
            new("Chưa đến", "Not arrived"), new("Chờ phản hồi", "No answer"), new("Lượt gửi", "Sent"), new("Đã nhận", "Received")),
    ]);

    private static IEnumerable<PdfColumn> Narrow(params Term[] names) => names.Select(name => new PdfColumn(name, 44, XStringAlignment.Far, IsDense: true));

    private static IEnumerable<PdfCell[]> RollupRows(StatementRollup rollup)
    {
        yield return Row(StatementTerms.Total, rollup.Total, isStrong: true);
        foreach (var change in TreeChange.Of(rollup.TreeChanges))
        {
            yield return [new($"Đầu ngày đổi do cây đơn vị: {change.Name.Vi} {change.Count:+0;−0}", $"Opening changed by the tree: {change.Name.En}")];
        }

        foreach (var line in rollup.Lines)
        {
            yield return Row(new($"{line.Agency.NameVi} ({line.Agency.Code})", line.Agency.NameEn), line.Figures);
        }
    }

    private static PdfCell[] Row(Term name, StatementFigures figures, bool isStrong = false) =>
    [
        PdfCell.Of(name, isStrong),
        .. figures.Four().Select(one => new PdfCell(PdfCell.Show(one.Stock.Closing), Ink: one.Stock.Closing > 0 ? PdfLook.Red : null, IsStrong: isStrong)),
        .. figures.BySender().Select(one => PdfCell.Of(one.Stock.Closing, isStrong)),
        PdfCell.Of(figures.AsSender.Created, isStrong), PdfCell.Of(figures.Received, isStrong),
    ];
}
