using System.Buffers;
using System.Buffers.Text;

namespace Axis.Contracts.Edxml;

/// <summary>
/// Decodes the text of one ContentTransferEncoded while it streams past, in pieces of any size. White space is
/// skipped, also when a serialiser wrote it as a character reference (Java writes <c>&amp;#13;</c> at each line end).
/// </summary>
/// <param name="references">False in a CDATA section, where there are no references.</param>
internal sealed class Base64Decoder(bool references)
{
    private const int MaxReference = 8;

    private readonly byte[] group = new byte[4];
    private readonly byte[] reference = new byte[MaxReference];
    private int grouped;
    private int referenced = -1;
    private bool ended;

    /// <summary>True once a character of content (not white space) was seen.</summary>
    public bool HasContent { get; private set; }

    public Base64State State { get; private set; } = Base64State.Sound;

    /// <summary>Decodes the next raw bytes of the text into <paramref name="output"/>, which must be at least as long plus 3.</summary>
    /// <returns>Number of bytes decoded.</returns>
    public int Feed(ReadOnlySpan<byte> text, Span<byte> output)
    {
        var written = 0;
        // The library decodes many groups at a time, but refuses padding before the end is known.
        // It is looked for once: a search per group would make a hostile text cost the square of its length.
        var padding = text.IndexOf((byte)'=');
        var afterPadding = padding < 0 ? 0 : text.Length - padding;
        while (!text.IsEmpty && State == Base64State.Sound)
        {
            if (grouped == 0 && referenced < 0 && !ended && text.Length >= afterPadding + 4)
            {
                Base64.DecodeFromUtf8(text[..^afterPadding], output[written..], out var consumed, out var decoded, isFinalBlock: false);
                HasContent |= decoded > 0;
                written += decoded;
                text = text[consumed..];
            }

            written += FeedSlowly(ref text, output[written..]);
        }

        return written;
    }

    /// <summary>Says how the text ended.</summary>
    public Base64State Finish()
    {
        if (State == Base64State.Sound)
        {
            State = !HasContent ? Base64State.Absent
                : referenced >= 0 ? Base64State.Garbage
                : grouped != 0 ? Base64State.Truncated
                : Base64State.Sound;
        }

        return State;
    }

    /// <summary>Takes single characters until a group of four is complete.</summary>
    private int FeedSlowly(ref ReadOnlySpan<byte> text, Span<byte> output)
    {
        while (!text.IsEmpty && State == Base64State.Sound)
        {
            var character = text[0];
            text = text[1..];
            if (referenced >= 0)
            {
                if (!TryEndReference(ref character))
                {
                    continue;
                }
            }
            else if (character == (byte)'&' && references)
            {
                HasContent = true;
                referenced = 0;
                continue;
            }

            if (character is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                continue;
            }

            HasContent = true;
            if (TryGroup(character, output, out var written))
            {
                return written;
            }
        }

        return 0;
    }

    private bool TryGroup(byte character, Span<byte> output, out int written)
    {
        written = 0;
        var padding = character == (byte)'=';
        if (ended || (padding && grouped < 2) || !(padding || IsBase64(character)) || (!padding && grouped == 3 && group[2] == (byte)'='))
        {
            State = Base64State.Garbage;
            return true;
        }

        group[grouped++] = character;
        if (grouped < 4)
        {
            return false;
        }

        grouped = 0;
        ended = padding;
        if (Base64.DecodeFromUtf8(group, output, out _, out written) != OperationStatus.Done)
        {
            State = Base64State.Garbage;
        }

        return true;
    }

    /// <summary>Reads a character reference; true when it ended and <paramref name="character"/> is what it stands for.</summary>
    private bool TryEndReference(ref byte character)
    {
        if (character != (byte)';')
        {
            if (referenced == MaxReference)
            {
                State = Base64State.Garbage;
            }
            else
            {
                reference[referenced++] = character;
            }

            return false;
        }

        var text = reference.AsSpan(0, referenced);
        referenced = -1;
        var hexadecimal = text.StartsWith("#x"u8);
        if (text.Length > 1 && text[0] == (byte)'#'
            && Utf8Parser.TryParse(text[(hexadecimal ? 2 : 1)..], out uint value, out var used, hexadecimal ? 'x' : 'D')
            && used == text.Length - (hexadecimal ? 2 : 1) && value < 128)
        {
            character = (byte)value;
            return true;
        }

        State = Base64State.Garbage;
        return false;
    }

    private static bool IsBase64(byte character) =>
        char.IsAsciiLetterOrDigit((char)character) || character is (byte)'+' or (byte)'/';
}
