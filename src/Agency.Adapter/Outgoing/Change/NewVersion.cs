using Axis.Contracts.Edxml;

namespace Agency.Adapter.Outgoing.Change;

/// <summary>What stands for a document from now on, as its sender hands it over.</summary>
/// <param name="Header">Of the header of the old document makes that of the new one; its receivers are left alone.</param>
/// <param name="Files">Its files.</param>
/// <param name="ChangesDocument">False when it has the header and the files of the old one, and only its receivers change.</param>
/// <param name="Added">Receivers that an update adds.</param>
/// <param name="Dropped">Codes of receivers that an update drops.</param>
/// <param name="SentAt">When the agency sent it; <c>null</c>: now.</param>
internal sealed record NewVersion(
    Func<EdocHeader, EdocHeader> Header, IReadOnlyList<AttachmentDraft> Files, bool ChangesDocument, IReadOnlyList<Organization> Added, IReadOnlyList<string> Dropped,
    DateTimeOffset? SentAt = null);
