namespace Axis.Contracts.Edxml;

/// <summary>A document to be written as an edoc package.</summary>
/// <param name="Header">Header; its raw date text is not used, the date is.</param>
/// <param name="Attachments">Files, in order.</param>
public sealed record EdocDraft(EdocHeader Header, IReadOnlyList<AttachmentDraft> Attachments)
{
    /// <summary>Hops; the sender writes the first. Needed by the national shape, so give at least one.</summary>
    public IReadOnlyList<TraceHeader> Traces { get; init; } = [];

    /// <summary>Recall, update or replacement; <c>null</c> writes a new document.</summary>
    public Business? Business { get; init; }
}

/// <summary>A file to be attached.</summary>
/// <param name="Name">File name; its extension decides whether it is zipped (vxp-protocol 7).</param>
/// <param name="Open">Opens the content for one reading; the writer disposes it.</param>
public sealed record AttachmentDraft(string Name, Func<Stream> Open)
{
    /// <summary>Description, or <c>null</c>.</summary>
    public string? Description { get; init; }

    /// <summary>Content id without <c>cid:</c>; <c>null</c> derives one from document id, position and name, so that the same draft gives the same bytes.</summary>
    public string? ContentId { get; init; }
}

/// <summary>A status to be written as a status package.</summary>
/// <param name="Header">Header; its raw time text is not used, the time is.</param>
public sealed record StatusDraft(StatusHeader Header);
