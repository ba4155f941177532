namespace Axis.Contracts.Edxml;

/// <summary>When an attachment's ZIP is only its transport and the receiver gets the entry (domain.md 1.4, vxp-protocol 7).</summary>
public static class ZipRule
{
    private static readonly string[] KeptAsZip = [".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".jar"];
    private static readonly string[] WrittenRaw = [".pdf", ".doc", ".docx", ".zip"];

    /// <summary>
    /// True when the decoded bytes are a sound ZIP with exactly one entry of a plain name and the declared name
    /// is not itself that of a ZIP-based format.
    /// </summary>
    public static bool Applies(AttachmentInfo attachment)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return attachment is { Zip: { SingleEntry: true, HasPlainName: true, State: ZipState.Sound } }
            && !HasExtension(attachment.Name, KeptAsZip);
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
