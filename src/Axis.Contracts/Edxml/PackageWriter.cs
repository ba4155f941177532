using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>
/// Writes packages in the exact shape of the national client library: its prefixes, order and layout, UTF-8 without
/// byte order mark, files other than pdf, doc, docx and zip packed into a ZIP of one entry, base64 without line breaks.
/// The same draft always gives the same bytes.
/// </summary>
public static class PackageWriter
{
    private const string P = EdxmlNames.Prefix + ":";
    private const string Declared = " xmlns:edXML=\"" + EdxmlNames.National + "\"";

    /// <summary>What keeps a draft from being written: characters that XML cannot carry. Empty = it can be written.</summary>
    public static IReadOnlyList<Finding> Check(EdocDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Findings(Envelope(draft, out _));
    }

    /// <inheritdoc cref="Check(EdocDraft)"/>
    public static IReadOnlyList<Finding> Check(StatusDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Findings(Envelope(draft));
    }

    /// <summary>Writes a document. Attachments stream through; <paramref name="to"/> is not disposed.</summary>
    /// <exception cref="DraftInvalidException"><see cref="Check(EdocDraft)"/> has findings; nothing was written.</exception>
    public static async Task WriteEdocAsync(Stream to, EdocDraft draft, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(draft);
        var write = Envelope(draft, out var ids);
        Demand(write);
        write.Open("AttachmentEncoded");
        for (var index = 0; index < draft.Attachments.Count; index++)
        {
            var attachment = draft.Attachments[index];
            write.Open("Attachment");
            write.Text("ContentId", "cid:" + ids[index]);
            write.Text("AttachmentName", attachment.Name);
            write.Text("Description", attachment.Description);
            write.Text("ContentType", AttachmentWriter.ContentType(attachment.Name));
            write.Start(P + EdxmlNames.ContentTransferEncoded, Declared);
            await to.WriteAsync(write.Take(), ct);
            await AttachmentWriter.WriteAsync(to, attachment, ids[index], ct);
            write.End(P + EdxmlNames.ContentTransferEncoded);
            write.Close();
        }

        write.Close();
        await EndAsync(to, write, ct);
    }

    /// <summary>Writes a status.</summary>
    /// <exception cref="DraftInvalidException"><see cref="Check(StatusDraft)"/> has findings; nothing was written.</exception>
    public static async Task WriteStatusAsync(Stream to, StatusDraft draft, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(draft);
        var write = Envelope(draft);
        Demand(write);
        await EndAsync(to, write, ct);
    }

    private static ElementWriter Envelope(EdocDraft draft, out string[] ids)
    {
        var write = Begin();
        var header = new HeaderWriter(write);
        header.Edoc(draft.Header);
        header.Traces(draft.Traces, draft.Business);
        write.Close();
        write.Open(P + "edXMLBody");
        write.Open(P + "edXMLManifest", " version=\"1.0\"");
        ids = new string[draft.Attachments.Count];
        for (var index = 0; index < ids.Length; index++)
        {
            var attachment = draft.Attachments[index];
            ids[index] = attachment.ContentId ?? AttachmentWriter.DeriveId(draft.Header.DocumentId, index, attachment.Name);
            write.Open(P + "Reference");
            write.Text(P + "ContentId", "cid:" + ids[index]);
            // The national client says application/zip of every file here; readers go by the attachment's own type.
            write.Text(P + "ContentType", "application/zip");
            write.Text(P + "Description", attachment.Description);
            write.Text(P + "AttachmentName", attachment.Name);
            write.Close();
        }

        write.Close();
        write.Close();
        write.Close();
        return write;
    }

    private static ElementWriter Envelope(StatusDraft draft)
    {
        var write = Begin();
        new HeaderWriter(write).Status(draft.Header);
        write.Close();
        write.Close();
        return write;
    }

    private static ElementWriter Begin()
    {
        var write = new ElementWriter();
        write.Raw(ElementWriter.Declaration);
        write.Open("edXML", " xmlns=\"" + EdxmlNames.National + "\"");
        write.Open(P + "edXMLEnvelope", Declared);
        write.Open(P + "edXMLHeader");
        return write;
    }

    private static async Task EndAsync(Stream to, ElementWriter write, CancellationToken ct)
    {
        write.Close();
        await to.WriteAsync(write.Take(), ct);
        await to.FlushAsync(ct);
    }

    private static void Demand(ElementWriter write)
    {
        if (write.Unwritable.Count > 0)
        {
            throw new DraftInvalidException(Findings(write));
        }
    }

    private static List<Finding> Findings(ElementWriter write) =>
        [.. write.Unwritable.Select(path => Finding.Refuse(ErrorCatalogue.TextUnwritable, path))];
}
