namespace Axis.Contracts.Edxml;

/// <summary>Caps of the reader. What passes one is refused by its own code; memory never grows with the input beyond them.</summary>
public sealed record ReadLimits
{
    /// <summary>The defaults.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Bytes of the whole package. The official limit is unknown (domain.md 5, R1). 256 MB.</summary>
    public long MaxBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Bytes of everything but the attachments' base64: the only part ever held in memory. 4 MiB.</summary>
    public int MaxStructureBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Nesting of elements. 32.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Number of elements; 94 receivers with all their fields are under a thousand. 50,000.</summary>
    public int MaxElements { get; init; } = 50_000;

    /// <summary>Attributes of one element. 32.</summary>
    public int MaxAttributes { get; init; } = 32;

    /// <summary>Characters of an element's or attribute's name, prefix included. 128.</summary>
    public int MaxNameLength { get; init; } = 128;

    /// <summary>Characters of an attribute's value. 1,024.</summary>
    public int MaxAttributeLength { get; init; } = 1024;

    /// <summary>Characters of one text. 65,536.</summary>
    public int MaxTextLength { get; init; } = 65_536;

    /// <summary>Number of attachments. 500.</summary>
    public int MaxAttachments { get; init; } = 500;

    /// <summary>Bytes a ZIP's entry may unpack to. 512 MB.</summary>
    public long MaxExpandedBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Unpacked bytes per packed byte, judged from 1 MiB on (a short text packs well and harms nobody). 200.</summary>
    public int MaxExpansionRatio { get; init; } = 200;

    /// <summary>Findings kept; the rest of a hopeless input is not listed. 100.</summary>
    public int MaxFindings { get; init; } = 100;
}
