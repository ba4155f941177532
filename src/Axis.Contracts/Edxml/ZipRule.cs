namespace Axis.Contracts.Edxml;

/// <summary>When an attachment's ZIP is only its transport and the receiver gets the entry (domain.md 1.4, vxp-protocol 7).</summary>
public static class ZipRule
{
    private static readonly string[] ZipBased = [".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"];
    private static readonly string[] WrittenRaw = [".pdf", ".doc", ".docx", ".zip"];

    /// <summary>
    /// True when the decoded bytes are a sound ZIP with exactly one entry of a plain name and the declared name is not
    /// that of a ZIP. Where the declared format is itself based on ZIP (xlsx, which the national client packs; docx, which
    /// its older versions pack), the entry must have the declared extension: then the archive is transport, else the file.
    /// </summary>
    public static bool Applies(AttachmentInfo attachment)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return attachment is { Zip: { SingleEntry: true, HasPlainName: true, State: ZipState.Sound } zip }
            && !HasExtension(attachment.Name, [".zip"])
            && (!HasExtension(attachment.Name, ZipBased)
                || HasExtension(zip.EntryName, [Path.GetExtension(attachment.Name!.TrimEnd())]));
    }

    /// <summary>True when the national writer leaves a file of this name unpacked in base64; all others it zips.</summary>
    public static bool IsWrittenRaw(string name) => HasExtension(name, WrittenRaw);

    /// <summary>True for a file name without folder, drive, control or reserved character.</summary>
    public static bool IsPlainName(string name) =>
        !string.IsNullOrWhiteSpace(name) && name is not "." and not ".." && name.Length <= 255
        && !name.AsSpan().ContainsAny("/\\:") && !name.Any(char.IsControl);

    private static bool HasExtension(string? name, string[] extensions) =>
        name is not null && Array.Exists(extensions, extension => name.TrimEnd().EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
