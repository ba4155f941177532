using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>
/// Makes the edXML draft of a document that came as JSON. The same JSON and files always give the same draft, so that a repeat is
/// the same package. Absent texts are left empty: the door names them.
/// </summary>
internal static class DocumentDraft
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <exception cref="RefusedException">The printed code has no slash, or no receiver stands there where one is needed.</exception>
    public static EdocDraft Make(DocumentBody document, AgencyOptions agency, IReadOnlyList<AttachmentDraft> files, bool needsReceivers = true)
    {
        var code = ReadCode(document.Code);
        var from = document.From is { Code: not null } sender ? Organization(sender) : Organization((document.From ?? new()) with { Code = agency.Code });
        var date = document.Promulgation?.Date;
        if (document.To is not { Count: > 0 } && needsReceivers)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberMissing, "/to", "to"));
        }

        var header = new EdocHeader
        {
            From = from,
            To = [.. (document.To ?? []).Select(Organization)],
            DocumentId = document.DocumentId ?? $"{from.OrganId},{date:yyyy'/'MM'/'dd},{code.Printed}",
            Code = code,
            Place = document.Promulgation?.Place ?? "",
            PromulgationDate = date,
            TypeCode = document.Type?.Code,
            TypeDetail = document.Type?.Detail,
            TypeName = document.Type?.Name ?? "",
            Subject = document.Subject ?? "",
            Content = document.Content,
            Signer = new(document.Signer?.Competence, document.Signer?.Position, document.Signer?.FullName ?? ""),
            DueDate = document.DueDate,
            ToPlaces = document.ToPlaces ?? [],
            Priority = document.Priority ?? 0,
            SphereOfPromulgation = document.Sphere,
            TyperNotation = document.Typist,
            PromulgationAmount = document.Copies,
            PageAmount = document.Pages,
            Appendixes = document.Appendixes ?? [],
            ResponseFor = ReadReferences(document.ResponseFor ?? []),
            SteeringType = document.SteeringType,
        };
        var sentAt = document.SentAt ?? (date is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, Vietnam) : null);
        return new EdocDraft(header, files)
        {
            Traces = [new TraceHeader(from.OrganId, sentAt)],
            Business = document.Business is { } business ? ReadBusiness(business) : null,
        };
    }

    public static IReadOnlyList<ResponseReference> ReadReferences(IReadOnlyList<ReferenceBody> references) =>
        [.. references.Select(to => new ResponseReference(to.Agency, to.Code, to.PromulgationDate, to.DocumentId))];

    /// <exception cref="RefusedException">It has no slash.</exception>
    public static DocumentCode ReadCode(string? printed)
    {
        if (string.IsNullOrWhiteSpace(printed))
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberMissing, "/code", "code"));
        }

        var slash = printed.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < printed.Length - 1
            ? new(printed[..slash].Trim(), printed[(slash + 1)..].Trim())
            : throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "/code", "code", "7816/VPCP-TTĐT"));
    }

    private static Organization Organization(OrganizationBody body) => new(body.Code ?? "")
    {
        OrganizationInCharge = body.InCharge,
        OrganName = body.Name,
        OrganAdd = body.Address,
        Email = body.Email,
        Telephone = body.Telephone,
        Fax = body.Fax,
        Website = body.Website,
    };

    private static Business ReadBusiness(BusinessBody body)
    {
        if (!Enum.IsDefined((BusinessDocType)body.Type))
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "/business/type", "business/type", "0, 1, 2, 3"));
        }

        var receivers = body.Receivers ?? [];
        return new Business
        {
            DocType = (BusinessDocType)body.Type,
            Reason = body.Reason,
            Paper = body.Paper,
            DocumentId = body.DocumentId,
            DocumentInfo = body.Type == (int)BusinessDocType.Update
                ? new(receivers.Count == 0, receivers.Count > 0, [.. receivers.Select(change => new ReceiverChange(change.Code, (int)change.Change))])
                : null,
            Replacements = [.. (body.Replacements ?? []).Select(replaced => new ReplacementInfo(replaced.DocumentId, replaced.Receivers ?? []))],
            Staff = ReadStaff(body.Staff),
        };
    }

    public static StaffInfo? ReadStaff(StaffBody? staff) => staff is null ? null : new(staff.Department, staff.Name, staff.Email, staff.Mobile);
}
