using System.Globalization;
using Agency.Adapter.AgencySystem.Rest.Packages;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>Makes the document of the JSON form out of the fields of the page. Values that are none are faults, all told at once.</summary>
internal sealed class ReadForm(Draft draft)
{
    private readonly List<Finding> faults = [];

    public IReadOnlyList<Finding> Faults => faults;

    public DocumentBody Document(Func<string, string?> nameOf) => new()
    {
        From = new(draft.Agency.Code, Text("from/name") ?? nameOf(draft.Agency.Code), Text("from/address"), Text("from/email"), Text("from/telephone"), Text("from/fax"), Text("from/website"), Text("from/inCharge")),
        To = [.. draft.To.Select(code => new OrganizationBody(code, nameOf(code)))],
        DocumentId = Text("documentId"),
        Code = Text("code"),
        Promulgation = new(Text("promulgation/place"), Day("promulgation/date")),
        Type = new(Text("type/name"), Number("type/code"), Number("type/detail")),
        Subject = Text("subject"),
        Content = Text("content"),
        Signer = new(Text("signer/fullName"), Text("signer/position"), Text("signer/competence")),
        Priority = Number("priority") ?? 0,
        DueDate = Day("dueDate"),
        ToPlaces = Lines("toPlaces"),
        Sphere = Text("sphere"),
        Typist = Text("typist"),
        Copies = Number("copies"),
        Pages = Number("pages"),
        Appendixes = Lines("appendixes"),
        ResponseFor = [.. Enumerable.Range(0, FormFields.References).Select(Reference).OfType<ReferenceBody>()],
        SteeringType = Number("steeringType"),
        Business = Business(),
        SentAt = Instant("sentAt"),
    };

    private ReferenceBody? Reference(int row)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"responseFor/{row}/");
        var reference = new ReferenceBody(Text(at + "agency"), Text(at + "code"), Day(at + "date"), Text(at + "documentId"));
        return reference == new ReferenceBody() ? null : reference;
    }

    private BusinessBody? Business()
    {
        var staff = new StaffBody(Text("business/staff/name"), Text("business/staff/department"), Text("business/staff/email"), Text("business/staff/mobile"));
        var business = new BusinessBody(
            Number("business/type") ?? 0, Text("business/reason"), Number("business/paper"), Text("business/documentId"),
            [
                .. Lines("business/added").Select(code => new ReceiverChangeBody(code, ReceiverChangeKind.Added)),
                .. Lines("business/dropped").Select(code => new ReceiverChangeBody(code, ReceiverChangeKind.Dropped)),
            ],
            [.. Lines("business/replacements").Select(Replacement)],
            staff == new StaffBody() ? null : staff);
        return business is { Type: 0, Reason: null, Paper: null, DocumentId: null, Receivers.Count: 0, Replacements.Count: 0, Staff: null } ? null : business;
    }

    private static ReplacementBody Replacement(string line)
    {
        var parts = line.Split('|', 2, StringSplitOptions.TrimEntries);
        return new(parts[0], parts.Length == 1 ? [] : parts[1].Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private string? Text(string field) => draft.Values.GetValueOrDefault(field)?.Trim() is { Length: > 0 } text ? text : null;

    private string[] Lines(string field) => Text(field)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private int? Number(string field) => Text(field) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Fault<int>(field, "0, 1, 2, …");

    private DateOnly? Day(string field) => Text(field) is not { } text ? null
        : DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Fault<DateOnly>(field, "2026-11-23, 23/11/2026");

    private DateTimeOffset? Instant(string field) => Text(field) is not { } text ? null
        : DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, TimeSpan.FromHours(7))
        : Fault<DateTimeOffset>(field, "2026-11-23T08:00");

    private T? Fault<T>(string field, string form) where T : struct
    {
        faults.Add(Finding.Refuse(ErrorCatalogue.MemberInvalid, "/" + field, field, form));
        return null;
    }
}
