using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>Makes the header of a new version: what the form does not say stays as it was sent.</summary>
internal static class VersionDraft
{
    /// <summary>What the form makes of the old header.</summary>
    /// <exception cref="RefusedException">The form says what the call itself says, or a code that is none.</exception>
    public static Func<EdocHeader, EdocHeader> Header(DocumentBody? document)
    {
        if (document is null)
        {
            return sent => sent;
        }

        Refuse(document.Business is not null, "/document/business", "business");
        Refuse(document.To is not null, "/document/to", "to");
        var code = document.Code is null ? null : DocumentDraft.ReadCode(document.Code);
        return sent => sent with
        {
            DocumentId = document.DocumentId ?? sent.DocumentId,
            Code = code ?? sent.Code,
            Place = document.Promulgation?.Place ?? sent.Place,
            PromulgationDate = document.Promulgation?.Date ?? sent.PromulgationDate,
            PromulgationDateText = null,
            TypeCode = document.Type is { } type ? type.Code : sent.TypeCode,
            TypeDetail = document.Type is { } detailed ? detailed.Detail : sent.TypeDetail,
            TypeName = document.Type?.Name ?? sent.TypeName,
            Subject = document.Subject ?? sent.Subject,
            Content = document.Content ?? sent.Content,
            Signer = document.Signer is { } signer ? new(signer.Competence, signer.Position, signer.FullName ?? "") : sent.Signer,
            Priority = document.Priority ?? sent.Priority,
            DueDate = document.DueDate ?? sent.DueDate,
            ToPlaces = document.ToPlaces ?? sent.ToPlaces,
            SphereOfPromulgation = document.Sphere ?? sent.SphereOfPromulgation,
            TyperNotation = document.Typist ?? sent.TyperNotation,
            PromulgationAmount = document.Copies ?? sent.PromulgationAmount,
            PageAmount = document.Pages ?? sent.PageAmount,
            Appendixes = document.Appendixes ?? sent.Appendixes,
            ResponseFor = document.ResponseFor is { } answered ? DocumentDraft.ReadReferences(answered) : sent.ResponseFor,
            SteeringType = document.SteeringType ?? sent.SteeringType,
        };
    }

    /// <exception cref="RefusedException">It is said, and not where it belongs: in the part <c>request</c>, or in another call.</exception>
    public static void Refuse(bool isSaid, string path, string member, string belongs = "request")
    {
        if (isSaid)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, path, member, belongs));
        }
    }

    /// <exception cref="RefusedException">Receivers are added or dropped, as only an update does.</exception>
    public static void RefuseReceivers(ChangeBody request, string path)
    {
        Refuse(request.Add is not null, path + "/add", "add", "update");
        Refuse(request.Drop is not null, path + "/drop", "drop", "update");
    }
}
