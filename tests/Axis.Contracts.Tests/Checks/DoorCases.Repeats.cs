using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Checks;

internal static partial class DoorCases
{
    private static readonly Guid First = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Second = new("00000000-0000-0000-0000-000000000002");

    private static IReadOnlyList<DoorCase> Repeats =>
    [
        Knowing(CheckRule.R9, "nothing was sent before", Known),
        Knowing(CheckRule.R9, "no ledger", facts => facts with { Earlier = null }, "NOT_CHECKED"),
        Knowing(CheckRule.R9, "no registry", facts => facts with { Receivers = null }, "NOT_CHECKED"),
        Knowing(CheckRule.R9, "no receiver left", facts => facts with { Receivers = [], Earlier = [Live("b", Ours)] }, "NOT_CHECKED"),
        Earlier("the same bytes to all", BusinessDocType.New, [Live("b", Ours), Live("c", Ours)], "AXS-1009! ", "AXS-1009! ", "AXS-1044. "),
        Earlier("the same bytes to one", BusinessDocType.New, [Live("b", Ours)], "AXS-1009? ", "AXS-1044. "),
        Earlier("other bytes of the same family to all", BusinessDocType.New, [Live("b", "p0"), Live("c", "p0")], "AXS-1009! ", "AXS-1009! ", "AXS-1047. "),
        Earlier("two earlier documents", BusinessDocType.New, [Live("b", Ours), Live("c", "p0")], "AXS-1009! ", "AXS-1009! ", "AXS-1044. ", "AXS-1047. "),
        Earlier("the same bytes after a failure", BusinessDocType.New, [Failed("b", Ours)], "AXS-1046. "),
        Earlier("the mended document after a failure", BusinessDocType.New, [Failed("b", "p0")], "AXS-1023. "),
        Earlier("one failed and one has it", BusinessDocType.New, [Failed("b", Ours), Live("c", Ours)], "AXS-1046. ", "AXS-1009? ", "AXS-1044. "),
        Earlier("another receiver's delivery", BusinessDocType.New, [Live("x", Ours)]),
        Earlier("an update of what they have", BusinessDocType.Update, [Live("b", "p0"), Live("c", "p0")]),
        Earlier("an update sent twice", BusinessDocType.Update, [Live("b", Ours), Live("c", Ours)], "AXS-1009! ", "AXS-1009! ", "AXS-1044. "),
        Earlier("a replacement of what they have", BusinessDocType.Replacement, [Live("b", "p0")]),
        Earlier("a recall of what they have", BusinessDocType.Recall, [Live("b", Ours), Live("c", "p0")]),
        Knowing(CheckRule.R9, "two codes of one agency that has it",
            facts => facts with { Receivers = [new("H37.02", "c", ReceiverStanding.Reachable), facts.Receivers![1]], Earlier = [Live("c", Ours)] }, "AXS-1009! ", "AXS-1044. "),
        Knowing(CheckRule.R9, "the same id for another document", facts => facts with { SameId = [new("12/VPCP", At(20, 8), false)] }, "AXS-1045? DocumentId"),
        Knowing(CheckRule.R9, "the same id for the same document", facts => facts with { SameId = [new("7816/VPCP-TTĐT", At(20, 8), true)] }),
        Knowing(CheckRule.R9, "ids are not known", facts => facts with { SameId = null }),
        new(CheckRule.R9, "a status", _ => Status("03", null),
            facts => facts with { Sender = new("H37.02", "b", SenderStanding.Served), Receivers = [new("G22", "a", ReceiverStanding.Reachable)] }, ["NOT_CHECKED"]),
    ];

    private static string Ours => DoorCaseTests.Sha256;

    private static DoorCase Earlier(string name, BusinessDocType type, EarlierDelivery[] earlier, params string[] expected) => new(CheckRule.R9, name,
        package => package with { Business = new() { DocType = type, Reason = "Đính chính", DocumentId = "cũ" } }, facts => facts with { Earlier = earlier }, expected);

    private static EarlierDelivery Live(string agency, string sha256) => new(agency, First, "7816/VPCP-TTĐT", sha256, At(20, 8), false);

    private static EarlierDelivery Failed(string agency, string sha256) => new(agency, Second, "7816/VPCP-TTĐT", sha256, At(20, 8), true);
}
