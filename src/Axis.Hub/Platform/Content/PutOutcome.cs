namespace Axis.Hub.Platform.Content;

/// <summary>What became of an upload.</summary>
internal abstract record PutOutcome
{
    /// <summary>The content is whole and durable for this owner.</summary>
    internal sealed record Complete(long Length) : PutOutcome;

    /// <summary>There is a gap before the offset; nothing was read.</summary>
    internal sealed record OffsetWrong(long Offset) : PutOutcome;

    /// <summary>Another upload of the same content is running; nothing was read.</summary>
    internal sealed record Busy : PutOutcome;

    /// <summary>The bytes have another hash; they were thrown away.</summary>
    internal sealed record HashMismatch(string Sha256) : PutOutcome;

    /// <summary>Longer than the limit; thrown away.</summary>
    internal sealed record TooLarge(long Limit) : PutOutcome;
}
