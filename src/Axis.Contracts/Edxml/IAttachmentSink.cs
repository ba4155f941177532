namespace Axis.Contracts.Edxml;

/// <summary>Receives the decoded bytes of attachments while a package is read.</summary>
public interface IAttachmentSink
{
    /// <summary>True when the bytes of the attachment at this position are wanted.</summary>
    /// <param name="index">Position of the attachment in the package, from 1.</param>
    bool Wants(int index);

    /// <summary>
    /// Takes the next decoded bytes, in order. They are handed out before the package has been judged:
    /// throw them away when the outcome is a refusal.
    /// </summary>
    /// <param name="index">Position of the attachment, from 1.</param>
    /// <param name="bytes">Valid only during the call.</param>
    /// <param name="ct">Ends the reading.</param>
    ValueTask WriteAsync(int index, ReadOnlyMemory<byte> bytes, CancellationToken ct);
}
