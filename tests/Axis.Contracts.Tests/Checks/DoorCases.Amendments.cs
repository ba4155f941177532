using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Checks;

internal static partial class DoorCases
{
    private const string OldId = "G22,2026/11/20,7000/VPCP-TTĐT";

    private static IReadOnlyList<DoorCase> Amendments =>
    [
        Knowing(CheckRule.R11, "a new document", Known),
        Knowing(CheckRule.R11, "no ledger", facts => facts with { Amended = null }, "NOT_CHECKED"),
        Amendment("no ledger, and no reason", new() { DocType = BusinessDocType.Recall }, null, "AXS-2201! Bussiness/BussinessDocReason"),
        Amendment("no ledger, with a reason", Recall(), null, "NOT_CHECKED"),
        Amendment("a recall of what all have", Recall(), Old("b", "c")),
        Amendment("a recall that names its target by the header", Recall() with { DocumentId = null }, [new("G22,2026/11/23,7816/VPCP-TTĐT", ["b", "c"])]),
        Amendment("a recall without reason", Recall() with { Reason = null }, Old("b", "c"), "AXS-2201! Bussiness/BussinessDocReason"),
        Amendment("a recall whose reason says nothing", Recall() with { Reason = "..." }, Old("b", "c"), "AXS-2201! Bussiness/BussinessDocReason"),
        Amendment("a recall of what was never sent", Recall(), [], "AXS-2203! Bussiness/DocumentId"),
        Amendment("a recall of what was never sent, by the header", Recall() with { DocumentId = null }, [], "AXS-2203! DocumentId"),
        Amendment("a recall from one who never had it", Recall(), Old("b"), "AXS-2204! To[2]/OrganId"),
        Amendment("a recall from nobody who has it", Recall(), Old("x"), "AXS-2204! To[1]/OrganId", "AXS-2204! To[2]/OrganId"),
        Amendment("an update for all", Update(), Old("b", "c")),
        Amendment("an update without target", Update() with { DocumentId = null }, Old("b", "c"), "AXS-2202! Bussiness/DocumentId"),
        Amendment("an update without target and reason", Update() with { DocumentId = null, Reason = " " }, Old("b", "c"),
            "AXS-2201! Bussiness/BussinessDocReason", "AXS-2202! Bussiness/DocumentId"),
        Amendment("an update of what was never sent", Update(), [], "AXS-2203! Bussiness/DocumentId"),
        Amendment("an update that adds a receiver", Update(new ReceiverChange("000.00.00.H14", 1)), Old("b")),
        Amendment("an update that adds one who has it", Update(new ReceiverChange("000.00.00.H14", 1)), Old("b", "c"), "AXS-2205? Bussiness/BussinessDocumentInfo/ReceiverList/Receiver[1]"),
        Amendment("an update that drops a receiver", Update(new ReceiverChange("H37.02", 0)), Old("b", "c")),
        Amendment("an update that drops one who never had it", Update(new ReceiverChange("000.00.00.H14", 0)), Old("b"),
            "AXS-2204! Bussiness/BussinessDocumentInfo/ReceiverList/Receiver[1]", "AXS-2204! To[2]/OrganId"),
        Amendment("an update that does not say what it does", Update(new ReceiverChange("H37.02", null)), Old("b", "c"), "AXS-2206! Bussiness/BussinessDocumentInfo/ReceiverList/Receiver[1]"),
        Amendment("an update to one who is not added", Update(), Old("b"), "AXS-2204! To[2]/OrganId"),
        Amendment("a replacement of one", Replacement(new ReplacementInfo(OldId, ["H37.02"])), Old("b")),
        Amendment("a replacement for a receiver under another code", Replacement(new ReplacementInfo(OldId, ["000.00.00.H14"])), Old("c")),
        Amendment("a replacement of nothing", Replacement(), Old("b"), "AXS-2202! Bussiness/ReplacementInfoList"),
        Amendment("a replacement of what was never sent", Replacement(new ReplacementInfo(OldId, ["H37.02"])), [], "AXS-2203! Bussiness/ReplacementInfoList/ReplacementInfo[1]/DocumentId"),
        Amendment("a replacement for one who never had it", Replacement(new ReplacementInfo(OldId, ["H37.02", "000.00.00.H14"])), Old("b"),
            "AXS-2204! Bussiness/ReplacementInfoList/ReplacementInfo[1]/OrganIdList/OrganId[2]"),
        Amendment("a replacement of two, one of them unknown", Replacement(new ReplacementInfo(OldId, ["H37.02"]), new ReplacementInfo("khác", ["H37.02"])), Old("b"),
            "AXS-2203! Bussiness/ReplacementInfoList/ReplacementInfo[2]/DocumentId"),
        Amendment("a replacement without reason, of what was never sent", Replacement(new ReplacementInfo(OldId, [])) with { Reason = null }, [],
            "AXS-2201! Bussiness/BussinessDocReason", "AXS-2203! Bussiness/ReplacementInfoList/ReplacementInfo[1]/DocumentId"),
        new(CheckRule.R11, "a taking back with its reason", _ => Status("13", "Gửi nhầm"), Known, []),
        new(CheckRule.R11, "a taking back without reason", _ => Status("13", null), Known, ["AXS-2201! Description"]),
        new(CheckRule.R11, "an answer without a word", _ => Status("15", null), Known, []),
    ];

    private static DoorCase Amendment(string name, Business business, AmendedDocument[]? amended, params string[] expected) =>
        new(CheckRule.R11, name, package => package with { Business = business }, facts => facts with { Amended = amended }, expected);

    private static AmendedDocument[] Old(params string[] agencies) => [new(OldId, agencies)];

    private static Business Recall() => new() { DocType = BusinessDocType.Recall, Reason = "Sai nội dung", DocumentId = OldId };

    private static Business Update(params ReceiverChange[] changes) => new()
    {
        DocType = BusinessDocType.Update, Reason = "Bổ sung nơi nhận", DocumentId = OldId, DocumentInfo = new(true, changes.Length > 0, changes),
    };

    private static Business Replacement(params ReplacementInfo[] replaced) => new()
    {
        DocType = BusinessDocType.Replacement, Reason = "Thay thế văn bản cũ", Replacements = replaced,
    };
}
