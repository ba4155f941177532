using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Checks;

internal static partial class DoorCases
{
    private static IReadOnlyList<DoorCase> Contents =>
    [
        Content("a complete letter", header => header),
        Content("a subject that says nothing", header => header with { Subject = "N/A" }, "AXS-2703! Subject"),
        Content("a subject of dots", header => header with { Subject = "..." }, "AXS-2703! Subject"),
        Content("a subject of one dash", header => header with { Subject = " – " }, "AXS-2703! Subject"),
        Content("a subject that a program wrote", header => header with { Subject = "undefined" }, "AXS-2703! Subject"),
        Content("a subject of a generated client", header => header with { Subject = "string" }, "AXS-2703! Subject"),
        Content("a test", header => header with { Subject = "Test" }, "AXS-2703! Subject"),
        Content("a subject about testing", header => header with { Subject = "V/v test nhanh kháng nguyên" }),
        Content("one letter again and again", header => header with { Subject = "xxxx" }, "AXS-2703! Subject"),
        Content("a subject of digits", header => header with { Subject = "123" }, "AXS-2704! Subject"),
        Content("a subject of no width", header => header with { Subject = "\u200B\u00A0" }, "AXS-2701! Subject"),
        Content("not there yet, in Vietnamese", header => header with { Subject = "(Đang cập nhật)" }, "AXS-2703! Subject"),
        Content("a signer called null", header => header with { Signer = new(null, "Chánh Văn phòng", "null") }, "AXS-2703! SignerInfo/FullName"),
        Content("a signer of no width", header => header with { Signer = new(null, "Chánh Văn phòng", "\u00A0") }, "AXS-2701! SignerInfo/FullName"),
        Content("a signer with a number for a name", header => header with { Signer = new(null, "Chánh Văn phòng", "0912345678") }, "AXS-2704! SignerInfo/FullName"),
        Content("a signer without capacity and position", header => header with { Signer = new(null, null, "Trần Văn A") }, "AXS-2706? SignerInfo"),
        Content("a signer with a capacity only", header => header with { Signer = new("TM. ỦY BAN NHÂN DÂN", null, "Trần Văn A") }),
        Content("a position that says nothing", header => header with { Signer = new(null, "N/A", "Trần Văn A") }, "AXS-2703? SignerInfo/Position"),
        Content("a place that says nothing", header => header with { Place = "-" }, "AXS-2703! PromulgationInfo/Place"),
        Content("a type that says nothing", header => header with { TypeName = "none" }, "AXS-2703! DocumentType/TypeName"),
        Content("a number called null", header => header.With(number: "null"), "AXS-2703! Code/CodeNumber"),
        Content("a number of equal digits", header => header.With(number: "111")),
        Content("a number of zeros, which is a matter of form", header => header.With(number: "000")),
        Content("a notation that says nothing", header => header.With(notation: "..."), "AXS-2703! Code/CodeNotation"),
        Content("a unit of one letter", header => header.With(notation: "TTTT")),
        Content("an id called null", header => header with { DocumentId = "null" }, "AXS-2703! DocumentId"),
        Content("an id put together from null", header => header with { DocumentId = "null,2026/11/23,7816/VPCP-TTĐT" }, "AXS-2703! DocumentId"),
        Content("an id with something undefined in it", header => header with { DocumentId = "G22_undefined" }, "AXS-2703! DocumentId"),
        Content("an id of zeros", header => header with { DocumentId = "00000000-0000-0000-0000-000000000000" }, "AXS-2703! DocumentId"),
        Content("an id that is a GUID", header => header with { DocumentId = "7d0c2a54-0f0e-4b1b-9a51-3f6c1f2b0e11" }),
        Content("an id that is a number", header => header with { DocumentId = "209" }),
        Content("a summary that says nothing", header => header with { Content = "N/A" }, "AXS-2703? Content"),
        Content("no summary", header => header with { Content = null }),
        Content("a sender without a name", header => header with { From = header.From with { OrganName = "null" } }, "AXS-2703? From/OrganName"),
        Content("a receiver without a name", header => header with { To = [header.To[0], header.To[1] with { OrganName = "string" }] }, "AXS-2703? To[2]/OrganName"),
        Content("places that say nothing", header => header with { ToPlaces = ["Như trên", "-"] }, "AXS-2703? ToPlaces/Place[2]"),
        Content("places beyond the regulation", header => header with { ToPlaces = [new('a', 600), new('b', 401)] },
            "AXS-2703? ToPlaces/Place[1]", "AXS-2703? ToPlaces/Place[2]", "AXS-2705? ToPlaces"),
        Content("places as long as the regulation allows", header => header with { ToPlaces = [string.Concat(Enumerable.Repeat("Lưu", 333))] }),
        Content("an answer to a document called null", header => header with { ResponseFor = [new("H37", "1/UBND", null, "null")] }, "AXS-2703? ResponseFor[1]/DocumentId"),
        Content("everything at once", header => header with { Subject = "test", Place = "...", Signer = new(null, null, "N/A"), Content = "null" },
            "AXS-2703! PromulgationInfo/Place", "AXS-2703! Subject", "AXS-2703! SignerInfo/FullName", "AXS-2703? Content", "AXS-2706? SignerInfo"),
        OfStatus("a refusal with its reason", "02", "Sai nơi nhận"),
        OfStatus("a refusal whose reason says nothing", "02", "..."),
        OfStatus("a refusal without reason", "02", null),
        OfStatus("an acceptance without a word", "03", null),
    ];

    private static DoorCase Content(string name, Func<EdocHeader, EdocHeader> change, params string[] expected) => Header(CheckRule.R7, name, change, expected);

    private static DoorCase OfStatus(string name, string code, string? description) => new(CheckRule.R7, name, _ => Status(code, description), Known,
        (code, description) switch { ("02", null) => ["AXS-2702! Description"], ("02", "...") => ["AXS-2703! Description"], _ => [] });
}
