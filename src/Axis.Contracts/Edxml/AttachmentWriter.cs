using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Axis.Contracts.Edxml;

/// <summary>Writes an attachment's content as the national client does: zipped unless pdf, doc, docx or zip, then base64.</summary>
internal static class AttachmentWriter
{
    // The earliest time a ZIP can name: the same file always gives the same bytes.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string ContentType(string name) =>
        ZipRule.IsWrittenRaw(name) ? "application/" + Path.GetExtension(name.TrimEnd())[1..].ToLowerInvariant() : "application/zip";

    /// <summary>A content id that only this file of this document has.</summary>
    public static string DeriveId(string documentId, int index, string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{documentId}\n{index}\n{name}"));
        return new Guid(hash.AsSpan(0, 16)).ToString();
    }

    public static async Task WriteAsync(Stream to, AttachmentDraft attachment, string id, CancellationToken ct)
    {
        await using var content = attachment.Open();
        await using var encoder = new CryptoStream(to, new ToBase64Transform(), CryptoStreamMode.Write, leaveOpen: true);
        if (ZipRule.IsWrittenRaw(attachment.Name))
        {
            await content.CopyToAsync(encoder, ct);
        }
        else
        {
            await using var archive = await ZipArchive.CreateAsync(encoder, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
            var extension = Path.GetExtension(attachment.Name);
            var entry = archive.CreateEntry(id + (extension.Length > 1 ? extension : ".unk"));
            entry.LastWriteTime = Epoch;
            await using var packed = await entry.OpenAsync(ct);
            await content.CopyToAsync(packed, ct);
        }

        await encoder.FlushFinalBlockAsync(ct);
    }
}
