namespace Axis.Contracts.Edxml;

/// <summary>What the first local entry of a ZIP attachment is, found while it streamed.</summary>
/// <param name="EntryName">Name of the first entry as the archive spells it.</param>
/// <param name="State">How it unpacked.</param>
/// <param name="SingleEntry">True when nothing but the directory follows the first entry.</param>
/// <param name="Length">Unpacked length of the first entry in bytes, as far as it was unpacked.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the unpacked entry; <c>null</c> unless it unpacked to its end.</param>
public sealed record ZipContent(string EntryName, ZipState State, bool SingleEntry, long Length, string? Sha256)
{
    /// <summary>True for a name without folder, drive or control character: safe as a file name.</summary>
    public bool HasPlainName => ZipRule.IsPlainName(EntryName);
}

/// <summary>How the first entry of a ZIP unpacked.</summary>
public enum ZipState
{
    /// <summary>Unpacked to its end.</summary>
    Sound,

    /// <summary>Cut or damaged.</summary>
    Damaged,

    /// <summary>Encrypted, or packed by a method other than stored and deflate.</summary>
    Unsupported,

    /// <summary>Unpacks to more than the cap on size or ratio; unpacking was stopped.</summary>
    TooLarge,
}
