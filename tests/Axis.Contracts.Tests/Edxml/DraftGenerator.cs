using Axis.Contracts.Edxml;
using FsCheck;
using FsCheck.Fluent;

namespace Axis.Contracts.Tests.Edxml;

/// <summary>Random drafts: Vietnamese text composed and decomposed, markup characters, line ends, characters beyond the base plane, odd file names.</summary>
internal static class DraftGenerator
{
    private static readonly string[] Pieces =
    [
        "Số", "Quyết định", "VPCP-TTĐT", "Tie\u0302\u0301ng Vie\u0323\u0302t", "<", ">", "&", "&amp;", "\"", "'", "]]>", "<!--", "\r", "\n", "\r\n", "\t",
        "  ", "\u00A0", "\u200B", "\uFEFF", "\u0085", "\u2028", "\uFFFD", "\uE000", "\uD83D\uDE00", "\uD840\uDC00", "đ", "Đ", "0", "a", "=", "/", "%", "\\",
    ];

    private static readonly Gen<string> Text =
        Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Concat(pieces).Trim(' ', '\t', '\r', '\n'));

    private static readonly Gen<string> Required = Text.Select(text => text.Length == 0 ? "x" : text);

    private static readonly Gen<string?> Optional = Text.Select(text => text.Length == 0 ? null : text);

    private static readonly Gen<string> OrganIds = Gen.Elements("G22", "H37.02.02", "000.00.00.H14", "28.22.H17", "H37.DN.001");

    private static readonly Gen<DateOnly?> Dates = Gen.Choose(0, 40_000).Select(days => (DateOnly?)new DateOnly(1950, 1, 1).AddDays(days));

    private static readonly Gen<DateTimeOffset?> Times =
        Gen.Choose(0, int.MaxValue).Select(seconds => (DateTimeOffset?)new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)).AddSeconds(seconds));

    private static readonly Gen<Organization> Organizations =
        from id in OrganIds
        from texts in Optional.ArrayOf(7)
        select new Organization(id)
        {
            OrganizationInCharge = texts[0],
            OrganName = texts[1],
            OrganAdd = texts[2],
            Email = texts[3],
            Telephone = texts[4],
            Fax = texts[5],
            Website = texts[6],
        };

    private static readonly Gen<ResponseReference> References =
        from organ in OrganIds
        from texts in Optional.ArrayOf(1)
        from documentId in Required
        from date in Maybe(Dates)
        select new ResponseReference(organ, texts[0], date, documentId);

    private static readonly Gen<StaffInfo?> Staff =
        from name in Required
        from texts in Optional.ArrayOf(3)
        from present in Gen.Elements(true, false)
        select present ? new StaffInfo(texts[0], name, texts[1], texts[2]) : null;

    private static readonly Gen<int?> Numbers = Gen.Choose(-5, 100_000).Select(number => number < 0 ? (int?)null : number);

    private static readonly Gen<bool?> Flags = Gen.Elements<bool?>(null, true, false);

    private static readonly Gen<EdocHeader> Headers =
        from @from in Organizations
        from to in Organizations.NonEmptyListOf()
        from must in Required.ArrayOf(7)
        from may in Optional.ArrayOf(6)
        from promulgated in Dates
        from due in Maybe(Dates)
        from numbers in Numbers.ArrayOf(5)
        from priority in Gen.Choose(0, 4)
        from direction in Flags
        from lists in Required.ListOf().ArrayOf(3)
        from responses in References.ListOf()
        select new EdocHeader
        {
            From = @from,
            To = to,
            DocumentId = must[0],
            Code = new(must[1], must[2]),
            Place = must[3],
            PromulgationDate = promulgated,
            TypeCode = numbers[0],
            TypeDetail = numbers[1],
            TypeName = must[4],
            Subject = must[5],
            Content = may[0],
            Signer = new(may[1], may[2], must[6]),
            DueDate = due,
            ToPlaces = lists[0],
            Priority = priority,
            SphereOfPromulgation = may[3],
            TyperNotation = may[4],
            PromulgationAmount = numbers[2],
            PageAmount = numbers[3],
            Direction = direction,
            Appendixes = lists[1],
            ResponseFor = responses,
            SteeringType = numbers[4],
            TaskCodes = lists[2],
            ApplicationType = may[5],
        };

    private static readonly Gen<Business> Businesses =
        from type in Gen.Choose(0, 3)
        from texts in Optional.ArrayOf(2)
        from paper in Numbers
        from changes in OrganIds.ListOf()
        from replaced in Required.ListOf()
        from organs in OrganIds.ListOf()
        from flags in Flags.ArrayOf(2)
        from staff in Staff
        select new Business
        {
            DocType = (BusinessDocType)type,
            Reason = texts[0],
            Paper = paper,
            DocumentId = texts[1],
            DocumentInfo = type == 2 ? new(flags[0], flags[1], [.. changes.Select((organ, index) => new ReceiverChange(organ, index % 2))]) : null,
            Replacements = [.. replaced.Select(id => new ReplacementInfo(id, organs))],
            Staff = staff,
        };

    private static readonly Gen<GeneratedFile> Files =
        from stem in Required
        from extension in Gen.Elements(".pdf", ".PDF", ".doc", ".docx", ".zip", ".xlsx", ".txt", ".tệp lạ", "")
        from content in Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()
        from description in Optional
        select new GeneratedFile(PlainName(stem) + extension, content.Length == 0 ? [1] : content, description);

    public static readonly Gen<GeneratedEdoc> Edocs =
        from header in Headers
        from business in Businesses
        from times in Times.NonEmptyListOf()
        from organ in OrganIds
        from files in Files.NonEmptyListOf()
        select new GeneratedEdoc(header, business, [.. times.Select(time => new TraceHeader(organ, time))], files);

    public static readonly Gen<StatusHeader> Statuses =
        from @from in Organizations
        from reference in References
        from staff in Staff
        from code in Gen.Elements(StatusCodes.All.ToArray())
        from description in Required
        from time in Times
        select new StatusHeader { From = @from, ResponseFor = reference, Staff = staff, StatusCode = code, Description = description, Timestamp = time };

    private static Gen<DateOnly?> Maybe(Gen<DateOnly?> dates) =>
        from date in dates
        from present in Gen.Elements(true, false)
        select present ? date : null;

    private static string PlainName(string stem)
    {
        var name = string.Concat(stem.Where(character => !char.IsControl(character) && character is not ('/' or '\\' or ':'))).Trim();
        return name.Length is 0 or > 100 ? "tệp" : name;
    }

    internal sealed record GeneratedFile(string Name, byte[] Content, string? Description);

    internal sealed record GeneratedEdoc(
        EdocHeader Header, Business Business, IReadOnlyList<TraceHeader> Traces, IReadOnlyList<GeneratedFile> Files)
    {
        public EdocDraft Draft => new(Header, [.. Files.Select(file => new AttachmentDraft(file.Name, () => new MemoryStream(file.Content)) { Description = file.Description })])
        {
            Business = Business,
            Traces = Traces,
        };
    }
}
