using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>
/// Takes the base64 texts out of a package while it streams in, so that the XML parser sees only the small rest.
/// Each text taken is replaced by a token that no sender can guess; whatever the lifter mistakes for such a text
/// (inside a comment, a CDATA section) therefore shows up as a token in a wrong place and is refused there.
/// </summary>
internal sealed class ContentLifter : IDisposable
{
    private const int LongestTag = 1024;

    // Far beyond the caps on text and attributes. The parser builds an object for each attribute before it can be asked
    // how many there are, so a tag of megabytes must not reach it.
    private const int LongestPiece = 512 * 1024;

    private static readonly SearchValues<byte> NameEnd = SearchValues.Create(" \t\r\n/>"u8);

    private readonly ReadLimits limits;
    private readonly IAttachmentSink? sink;
    private readonly List<LiftedContent> contents = [];
    private readonly PooledBytes structure = new(16 * 1024);
    private readonly PooledBytes decoded = new(16 * 1024);
    private readonly List<(int Index, int Start, int Length)> wanted = [];
    private ContentMeter? open;
    private Place place;
    private int cdataMatched;
    private long sinceMarkup;

    public ContentLifter(ReadLimits limits, IAttachmentSink? sink)
    {
        this.limits = limits;
        this.sink = sink;
        Token = "lifted-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) + "-";
    }

    /// <summary>What stands for a text taken out; its position in <see cref="Contents"/> follows.</summary>
    public string Token { get; }

    public IReadOnlyList<LiftedContent> Contents => contents;

    public PooledBytes Structure => structure;

    /// <summary>Takes the next raw bytes. Decoded bytes that the sink wants lie ready until <see cref="HandOutAsync"/>.</summary>
    public void Push(ReadOnlySpan<byte> raw)
    {
        while (!raw.IsEmpty)
        {
            raw = raw[(place switch
            {
                Place.Structure => PushStructure(raw),
                Place.BeforeCData => PushCDataStart(raw),
                _ => PushText(raw),
            })..];
        }
    }

    /// <summary>Ends the input.</summary>
    public void Complete()
    {
        Keep("<![CDATA["u8[..cdataMatched]);
        EndText();
    }

    public async ValueTask HandOutAsync(CancellationToken ct)
    {
        foreach (var (index, start, length) in wanted)
        {
            await sink!.WriteAsync(index, decoded.Memory.Slice(start, length), ct);
        }

        Forget();
    }

    public void Forget()
    {
        wanted.Clear();
        decoded.Clear();
    }

    public void Dispose()
    {
        open?.Dispose();
        structure.Dispose();
        decoded.Dispose();
    }

    private int PushStructure(ReadOnlySpan<byte> raw)
    {
        var end = raw.IndexOf((byte)'>');
        var taken = end < 0 ? raw.Length : end + 1;
        Keep(raw[..taken]);
        sinceMarkup = end >= 0 ? 0 : sinceMarkup + taken;
        if (sinceMarkup + taken > LongestPiece)
        {
            throw new ReadingStopped(Finding.Refuse(ErrorCatalogue.TextTooLong, "", limits.MaxTextLength));
        }

        place = end >= 0 && EndsWithContentTag() ? Place.Text : Place.Structure;
        return taken;
    }

    private int PushText(ReadOnlySpan<byte> raw)
    {
        var end = raw.IndexOf(place == Place.CData ? (byte)']' : (byte)'<');
        var text = end < 0 ? raw : raw[..end];
        if (!text.IsEmpty)
        {
            open ??= new(limits, place == Place.CData);
            // Decoded bytes are never more than their text; three stand for a group begun before.
            var room = decoded.Reserve(text.Length + 3);
            var written = open.Feed(text, room);
            if (written > 0 && sink is not null && sink.Wants(contents.Count + 1))
            {
                wanted.Add((contents.Count + 1, decoded.Length, written));
                decoded.Advance(written);
            }
        }

        if (end >= 0)
        {
            var empty = open is not { HasContent: true };
            var before = place;
            EndText();
            place = before == Place.Text && empty ? Place.BeforeCData : Place.Structure;
        }

        return text.Length;
    }

    /// <summary>Some writers put the base64 into a CDATA section; only its beginning tells.</summary>
    private int PushCDataStart(ReadOnlySpan<byte> raw)
    {
        var start = "<![CDATA["u8;
        var taken = 0;
        while (taken < raw.Length && cdataMatched < start.Length && raw[taken] == start[cdataMatched])
        {
            taken++;
            cdataMatched++;
        }

        if (cdataMatched == start.Length || taken < raw.Length)
        {
            Keep(start[..cdataMatched]);
            place = cdataMatched == start.Length ? Place.CData : Place.Structure;
            cdataMatched = 0;
        }

        return taken;
    }

    private void EndText()
    {
        if (open is { HasContent: true })
        {
            contents.Add(open.Finish());
            if (contents.Count > limits.MaxAttachments)
            {
                throw new ReadingStopped(Finding.Refuse(ErrorCatalogue.TooManyAttachments, "/edXML/AttachmentEncoded", limits.MaxAttachments));
            }

            Keep(Encoding.ASCII.GetBytes(Token + contents.Count));
        }

        open?.Dispose();
        open = null;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (structure.Length + bytes.Length > limits.MaxStructureBytes)
        {
            throw new ReadingStopped(Finding.Refuse(ErrorCatalogue.StructureTooLarge, "", limits.MaxStructureBytes));
        }

        structure.Append(bytes);
    }

    /// <summary>True when the structure ends in the start tag of a ContentTransferEncoded, whatever its prefix.</summary>
    private bool EndsWithContentTag()
    {
        var tail = structure.Span;
        tail = tail.Length > LongestTag ? tail[^LongestTag..] : tail;
        var start = tail.LastIndexOf((byte)'<');
        if (start < 0 || tail[^2] == (byte)'/')
        {
            return false;
        }

        var tag = tail[(start + 1)..];
        var name = tag[..tag.IndexOfAny(NameEnd)];
        name = name[(name.LastIndexOf((byte)':') + 1)..];
        return name.SequenceEqual("ContentTransferEncoded"u8) && EndsOutsideQuotes(tag);
    }

    private static bool EndsOutsideQuotes(ReadOnlySpan<byte> tag)
    {
        byte quote = 0;
        foreach (var character in tag)
        {
            if (quote != 0)
            {
                quote = character == quote ? (byte)0 : quote;
            }
            else if (character is (byte)'"' or (byte)'\'')
            {
                quote = character;
            }
        }

        return quote == 0;
    }

    private enum Place
    {
        Structure,
        Text,
        BeforeCData,
        CData,
    }
}
