using Axis.Contracts.Calendar;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Checks;

internal static partial class DoorCases
{
    private static IReadOnlyList<DoorCase> Sendings =>
    [
        Sending("the same day", new(2026, 11, 26), 0, At(26, 16)),
        Sending("the next morning", new(2026, 11, 26), 0, At(27, 11, 59)),
        Sending("exactly at noon", new(2026, 11, 26), 0, At(27, 12)),
        Sending("a second after noon", new(2026, 11, 26), 0, At(27, 12, 0, 1), "AXS-2901? PromulgationInfo/PromulgationDate"),
        Sending("a week later", new(2026, 11, 19), 0, At(26, 9), "AXS-2901? PromulgationInfo/PromulgationDate"),
        Sending("signed on Friday, sent on Monday morning", new(2026, 11, 27), 0, At(30, 9)),
        Sending("signed on Friday, sent on Monday afternoon", new(2026, 11, 27), 0, At(30, 14), "AXS-2901? PromulgationInfo/PromulgationDate"),
        Sending("signed before a holiday, sent the morning after it", new(2026, 11, 23), 0, At(25, 12)),
        Sending("signed before a holiday, sent that afternoon", new(2026, 11, 23), 0, At(25, 13), "AXS-2901? PromulgationInfo/PromulgationDate"),
        Sending("signed before Tet, sent after it", new(2026, 2, 13), 0, new(2026, 2, 23, 11, 0, 0, VietnamTime.Offset)),
        Sending("urgent, the same night", new(2026, 11, 26), 1, At(26, 23, 59)),
        Sending("urgent, the next morning", new(2026, 11, 26), 1, At(27, 8), "AXS-2901? PromulgationInfo/PromulgationDate"),
        Sending("hoa toc, the next morning", new(2026, 11, 26), 4, At(27, 0, 1), "AXS-2901? PromulgationInfo/PromulgationDate"),
        Sending("late by a day that is only computed", new(2027, 4, 29), 0, new(2027, 5, 6, 9, 0, 0, VietnamTime.Offset), "AXS-2902. PromulgationInfo/PromulgationDate"),
        Sending("late in a year that is not covered", new(2031, 5, 14), 0, new(2031, 5, 20, 9, 0, 0, VietnamTime.Offset), "AXS-2902. PromulgationInfo/PromulgationDate"),
        Sending("in the last year of all", new(9999, 12, 31), 0, At(26, 9)),
        Amended("a recall of an old document", BusinessDocType.Recall),
        Amended("an update of an old document", BusinessDocType.Update),
        Amended("a replacement signed long ago", BusinessDocType.Replacement, "AXS-2901? PromulgationInfo/PromulgationDate"),
        Knowing(CheckRule.R12, "no clock", facts => facts with { Now = null }, "NOT_CHECKED"),
        Knowing(CheckRule.R12, "no calendar", facts => facts with { Calendar = null }, "NOT_CHECKED"),
        new(CheckRule.R12, "a status", _ => Status("03", null), Known, []),
    ];

    private static DoorCase Sending(string name, DateOnly signedOn, int priority, DateTimeOffset accepted, params string[] expected) => new(CheckRule.R12, name,
        package => Of(package, header => header with { PromulgationDate = signedOn, Priority = priority }), facts => facts with { Now = accepted }, expected);

    private static DoorCase Amended(string name, BusinessDocType type, params string[] expected) => new(CheckRule.R12, name,
        package => Of(package, header => header with { PromulgationDate = new(2026, 11, 2) }) with { Business = new() { DocType = type, Reason = "Đính chính" } }, Known, expected);
}
