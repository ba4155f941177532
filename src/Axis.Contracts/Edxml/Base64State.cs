namespace Axis.Contracts.Edxml;

/// <summary>How the base64 text of an attachment decoded.</summary>
public enum Base64State
{
    /// <summary>Decoded to the end.</summary>
    Sound,

    /// <summary>The element ContentTransferEncoded is absent, or empty.</summary>
    Absent,

    /// <summary>A character that is not base64, or text after the padding.</summary>
    Garbage,

    /// <summary>The text ends inside a group of four.</summary>
    Truncated,

    /// <summary>The text is interrupted by markup (a comment, a child element).</summary>
    Interrupted,
}
