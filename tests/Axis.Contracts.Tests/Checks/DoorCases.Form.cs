using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Checks;

internal static partial class DoorCases
{
    private static IReadOnlyList<DoorCase> Forms =>
    [
        Form("a letter of the right form", header => header),
        Form("a type in other letters", header => header with { TypeName = " CÔNG  VĂN" }),
        Form("a type in decomposed letters", header => header with { TypeName = "Co\u0302ng va\u0306n" }),
        Form("a type by its letters", header => header.With(notation: "QĐ-VPCP") with { TypeName = "QĐ" }),
        Form("a type with its tone elsewhere", header => header.With(notation: "GUQ-VPCP") with { TypeName = "Giấy uỷ quyền" }),
        Form("a type that is begun only", header => header.With(notation: "TB-VPCP") with { TypeName = "Thông báo kết luận" }, "AXS-2804? DocumentType/TypeName"),
        Form("a type that is begun before a dash", header => header with { TypeName = "Công văn - hỏa tốc" }, "AXS-2804? DocumentType/TypeName"),
        Form("a type that is begun before a comma", header => header with { TypeName = "Công văn, tờ trình" }, "AXS-2804? DocumentType/TypeName"),
        Form("a type known by its number alone", header => header with { TypeName = "Thư trao đổi", TypeCode = 18 }, "AXS-2804? DocumentType/TypeName"),
        Form("a number that means two types", header => header with { TypeName = "Thư trao đổi", TypeCode = 2 }, "AXS-2803! DocumentType/TypeName"),
        Form("a type that there is not", header => header with { TypeName = "Tin nhắn", TypeCode = null }, "AXS-2803! DocumentType/TypeName"),
        Form("a type whose number says another", header => header with { TypeCode = 1 }),
        Form("D for Đ in a type", header => header with { TypeName = "De án", TypeCode = null }, "AXS-2803! DocumentType/TypeName"),
        Form("eth for Đ in a type", header => header.With(notation: "ĐA-VPCP") with { TypeName = "Ðề án" }),
        Form("a notation without its type", header => header with { TypeName = "Quyết định" }, "AXS-2809? Code/CodeNotation"),
        Form("a notation of its type", header => header.With(notation: "QĐ-VPCP") with { TypeName = "Quyết định" }),
        Form("D for Đ in a notation", header => header.With(notation: "QD-VPCP") with { TypeName = "Quyết định" }, "AXS-2809? Code/CodeNotation"),
        Form("a normative notation", header => header.With("12", "2026/TT-BTC") with { TypeName = "Thông tư" }),
        Form("a notation of several units", header => header.With(notation: "TTLT-BTC-BNV") with { TypeName = "Thông tư liên tịch" }),
        Form("the number zero", header => header.With(number: "000"), "AXS-2805! Code/CodeNumber"),
        Form("a number without a digit", header => header.With(number: "số"), "AXS-2805! Code/CodeNumber"),
        Form("a number entered between two", header => header.With(number: "12a")),
        Form("a number with leading zeros", header => header.With(number: "007816")),
        Form("a number with its notation", header => header.With(number: "7816/VPCP"), "AXS-2806? Code/CodeNumber"),
        Form("a notation of digits", header => header.With(notation: "2026"), "AXS-2807! Code/CodeNotation"),
        Form("a notation with the number before it", header => header.With(notation: "7816/VPCP-TTĐT"), "AXS-2808? Code/CodeNotation"),
        Form("a notation with a strange character", header => header.With(notation: "VPCP*TTĐT"), "AXS-2808? Code/CodeNotation"),
        Form("a notation that ends in a dash", header => header.With(notation: "VPCP-"), "AXS-2808? Code/CodeNotation"),
        Form("a notation with long dashes and spaces", header => header.With(notation: "VPCP – TTĐT")),
        Form("promulgated today", header => header),
        Dated("promulgated tomorrow", new(2026, 11, 24), null, "AXS-2810! PromulgationInfo/PromulgationDate"),
        Dated("promulgated two years ago", new(2024, 11, 23), null),
        Dated("promulgated longer ago", new(2024, 11, 22), null, "AXS-2811? PromulgationInfo/PromulgationDate"),
        Dated("promulgated in the first year of all", new(1, 1, 1), null, "AXS-2811? PromulgationInfo/PromulgationDate"),
        Dated("promulgated in the last year of all", new(9999, 12, 31), null, "AXS-2810! PromulgationInfo/PromulgationDate"),
        Dated("due later", new(2026, 11, 20), new(2026, 12, 1)),
        Dated("due the same day", new(2026, 11, 23), new(2026, 11, 23)),
        Dated("due before it was promulgated", new(2026, 11, 20), new(2026, 11, 19), "AXS-2812! DueDate"),
        Dated("due yesterday", new(2026, 11, 20), new(2026, 11, 22), "AXS-2813? DueDate"),
        new(CheckRule.R8, "promulgated tomorrow, without a clock", package => Of(package, header => header with { PromulgationDate = new(2026, 11, 24), DocumentId = "1" }),
            facts => facts with { Now = null }, []),
        new(CheckRule.R8, "today in Vietnam is yesterday in the machine's zone", Same, facts => facts with { Now = new DateTimeOffset(2026, 11, 22, 17, 30, 0, TimeSpan.Zero) }, []),
        Form("an id of the national shape", header => header with { DocumentId = "G22, 2026/11/23, 07816/vpcp–ttđt" }),
        Form("an id with another sender", header => header with { DocumentId = "G23,2026/11/23,7816/VPCP-TTĐT" }, "AXS-2814? DocumentId"),
        Form("an id with an older code of a sender", header => header with { DocumentId = "000.00.00.G22,2026/11/23,7816/VPCP-TTĐT" }),
        Form("an id with another date", header => header with { DocumentId = "G22,2026/11/22,7816/VPCP-TTĐT" }, "AXS-2814? DocumentId"),
        Form("an id with another number", header => header with { DocumentId = "G22,2026/11/23,7817/VPCP-TTĐT" }, "AXS-2814? DocumentId"),
        Form("an id that is wrong in all its parts", header => header with { DocumentId = "G23,2025/11/22,1/VPCP" },
            "AXS-2814? DocumentId", "AXS-2814? DocumentId", "AXS-2814? DocumentId"),
        Form("an id by year and sequence", header => header with { DocumentId = "000.00.01.H01,2026,10" }),
        Form("an id by another year", header => header with { DocumentId = "000.00.01.H01,2018,10" }, "AXS-2814? DocumentId"),
        Form("an id of another shape", header => header with { DocumentId = "a,b,c" }),
        Papered("paper with a type of list 775", "Công văn", "VPCP-TTĐT", 1, "AXS-2815? Bussiness/Paper"),
        Papered("no paper with a type of list 775", "Công văn", "VPCP-TTĐT", 0),
        Papered("pages counted where paper is meant", "Công văn", "VPCP-TTĐT", 5),
        Papered("paper with a contract", "Hợp đồng", "HĐ-VPCP", 1),
        Papered("paper with a decree", "Nghị định", "2026/NĐ-CP", 1),
        Form("a priority that there is not", header => header with { Priority = 5 }, "AXS-2817! OtherInfo/Priority"),
        Form("the highest priority", header => header with { Priority = 4 }),
        Form("a steering type that there is not", header => header with { SteeringType = 7 }, "AXS-2818? SteeringType"),
        Form("more pages than three digits hold", header => header with { PageAmount = 1000, PromulgationAmount = -1 },
            "AXS-2816? OtherInfo/PageAmount", "AXS-2816? OtherInfo/PromulgationAmount"),
        Form("an answer to a younger document", header => header with { ResponseFor = [new("H37", "1/UBND", new(2026, 11, 24), null)] }, "AXS-2819? ResponseFor[1]/PromulgationDate"),
        Form("everything at once", header => header.With("0", "2026") with { TypeName = "Tin nhắn", PromulgationDate = new(2026, 12, 1), DueDate = new(2026, 11, 1), Priority = 9 },
            "AXS-2803! DocumentType/TypeName", "AXS-2805! Code/CodeNumber", "AXS-2807! Code/CodeNotation", "AXS-2810! PromulgationInfo/PromulgationDate", "AXS-2812! DueDate",
            "AXS-2817! OtherInfo/Priority"),
    ];

    private static DoorCase Form(string name, Func<EdocHeader, EdocHeader> change, params string[] expected) => Header(CheckRule.R8, name, change, expected);

    private static DoorCase Dated(string name, DateOnly promulgated, DateOnly? due, params string[] expected) =>
        Form(name, header => header with { PromulgationDate = promulgated, DueDate = due, DocumentId = "văn bản 1" }, expected);

    private static DoorCase Papered(string name, string type, string notation, int paper, params string[] expected) => new(CheckRule.R8, name,
        package => Of(package, header => header.With(notation: notation) with { TypeName = type }) with { Business = new() { Paper = paper } }, Known, expected);
}
