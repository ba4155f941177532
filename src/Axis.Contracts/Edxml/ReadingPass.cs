using System.Security.Cryptography;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>One reading from first byte to outcome, fed chunk by chunk.</summary>
internal sealed class ReadingPass(ReadLimits limits, IAttachmentSink? sink) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ContentLifter lifter = new(limits, sink);
    private long length;
    private Finding? stopped;

    /// <summary>True when the size limit is passed and nothing more shall be read.</summary>
    public bool IsOver => length > limits.MaxBytes;

    /// <summary>Takes the next bytes. After a refusal they are only hashed and counted, for the refusal names its package.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        length += bytes.Length;
        if (IsOver)
        {
            stopped = Finding.Refuse(ErrorCatalogue.PackageTooLarge, "", limits.MaxBytes);
            return;
        }

        hash.AppendData(bytes);
        if (stopped is not null)
        {
            return;
        }

        try
        {
            lifter.Push(bytes);
        }
        catch (ReadingStopped reason)
        {
            stopped = reason.Finding;
        }
    }

    public async ValueTask HandOutAsync(CancellationToken ct)
    {
        if (stopped is null)
        {
            await lifter.HandOutAsync(ct);
        }
    }

    /// <summary>SHA-256 of an attachment's decoded bytes once it has passed; <c>null</c> before.</summary>
    public string? Measured(int index) => lifter.Contents.Count >= index ? lifter.Contents[index - 1].Sha256 : null;

    public ReadOutcome Finish()
    {
        var sha256 = IsOver ? null : Convert.ToHexStringLower(hash.GetHashAndReset());
        if (stopped is not null)
        {
            return new ReadOutcome.Refused([stopped]) { Sha256 = sha256, Length = length };
        }

        lifter.Complete();
        var structure = new StructureReader(lifter.Structure, limits, lifter.Token, lifter.Contents);
        return structure.Read() is { } package
            ? new ReadOutcome.Read(package) { Sha256 = sha256, Length = length }
            : new ReadOutcome.Refused(structure.Findings) { Sha256 = sha256, Length = length };
    }

    public void Dispose()
    {
        hash.Dispose();
        lifter.Dispose();
    }
}
