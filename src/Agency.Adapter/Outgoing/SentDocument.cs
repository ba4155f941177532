using Axis.Contracts.Edxml;

namespace Agency.Adapter.Outgoing;

/// <summary>By what a document that was handed over is known again here.</summary>
/// <param name="Sender">Code of its sender as the package spells it.</param>
/// <param name="DocumentId">Its id as the package spells it.</param>
/// <param name="Family">Its family without the sender, whose spellings the directory knows; <c>null</c> without a date.</param>
/// <param name="Code">Printed code, for people.</param>
/// <param name="Header">All that it says of itself.</param>
internal sealed record SentDocument(string Sender, string DocumentId, string? Family, string Code, EdocHeader Header)
{
    /// <summary>The document of a package; <c>null</c> for a status, and for a recall, which is no document that anybody could have.</summary>
    public static SentDocument? Of(Package package) =>
        package.Edoc is { } header && package.Business?.DocType != BusinessDocType.Recall
            ? new(package.From.OrganId, header.DocumentId, FamilyOf(header), header.Code.Printed, header)
            : null;

    private static string? FamilyOf(EdocHeader header) => header.PromulgationDate is { } date
        ? FamilyKey.Of("", date, header.Code.Number, header.Code.Notation, header.TypeName)
        : null;
}
