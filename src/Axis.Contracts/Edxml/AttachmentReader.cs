using System.Globalization;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>Reads the manifest's references and the attachments, whose content was lifted out before.</summary>
internal sealed class AttachmentReader(ElementCursor cursor, FieldReader fields, ReadLimits limits, string token, IReadOnlyList<LiftedContent> lifted)
{
    private readonly List<ManifestReference> references = [];
    private readonly List<AttachmentInfo> attachments = [];

    public IReadOnlyList<ManifestReference> References => references;

    public IReadOnlyList<AttachmentInfo> Attachments => attachments;

    /// <summary>Number of lifted contents that were met where they belong.</summary>
    public int Consumed { get; private set; }

    public void ReadBody()
    {
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            if (cursor.Name == "edXMLManifest")
            {
                for (var list = cursor.Enter(); cursor.NextChild(list);)
                {
                    if (cursor.Name == "Reference")
                    {
                        cursor.Number(references.Count + 1);
                        references.Add(Reference());
                        Limit(references.Count);
                    }
                }
            }
        }
    }

    public void ReadAttachments()
    {
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            if (cursor.Name == "Attachment")
            {
                cursor.Number(attachments.Count + 1);
                attachments.Add(Attachment(attachments.Count + 1));
                Limit(attachments.Count);
            }
        }
    }

    private ManifestReference Reference()
    {
        string? id = null, name = null, type = null, description = null;
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "ContentId": id = fields.Text(id); break;
                case "AttachmentName": name = fields.Text(name); break;
                case "ContentType": type = fields.Text(type); break;
                case "Description": description = fields.Text(description); break;
            }
        }

        return new(Bare(id), FieldReader.Optional(name), FieldReader.Optional(type), FieldReader.Optional(description));
    }

    private AttachmentInfo Attachment(int index)
    {
        string? id = null, name = null, type = null, description = null;
        LiftedContent? content = null;
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "ContentId": id = fields.Text(id); break;
                case "AttachmentName": name = fields.Text(name); break;
                case "ContentType": type = fields.Text(type); break;
                case "Description": description = fields.Text(description); break;
                case EdxmlNames.ContentTransferEncoded when content is not null:
                    cursor.Refuse(ErrorCatalogue.ElementRepeated, EdxmlNames.ContentTransferEncoded);
                    break;
                case EdxmlNames.ContentTransferEncoded: content = Content(); break;
            }
        }

        content ??= new(0, EmptySha256, Base64State.Absent, null);
        return new(index, Bare(id), FieldReader.Optional(name), FieldReader.Optional(type), FieldReader.Optional(description),
            content.Length, content.Sha256)
        {
            Base64 = content.State,
            Zip = content.Zip,
        };
    }

    /// <summary>
    /// The content behind the lifter's token. Anything else beside or instead of the token means markup inside the
    /// base64, which the lifter did not follow: then no content is known.
    /// </summary>
    private LiftedContent Content()
    {
        var text = cursor.Text();
        if (text.Length == 0)
        {
            return new(0, EmptySha256, Base64State.Absent, null);
        }

        if (text.StartsWith(token, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(token.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Consumed++;
            return lifted[number - 1];
        }

        return new(0, EmptySha256, Base64State.Interrupted, null);
    }

    private void Limit(int count)
    {
        if (count > limits.MaxAttachments)
        {
            throw new ReadingStopped(Finding.Refuse(ErrorCatalogue.TooManyAttachments, cursor.Path, limits.MaxAttachments));
        }
    }

    /// <summary>A content id without its <c>cid:</c>, which may stand there twice (vxp-protocol 7).</summary>
    private static string Bare(string? id)
    {
        id ??= "";
        while (id.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
        {
            id = id[4..];
        }

        return id;
    }

    private const string EmptySha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
}
