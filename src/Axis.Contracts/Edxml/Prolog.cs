using System.Text;
using System.Text.Unicode;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>Judges the encoding and the first bytes of a package, before any XML is parsed (R2).</summary>
internal static class Prolog
{
    /// <summary>False when reading ends here; the reason is among the findings.</summary>
    public static bool Judge(ReadOnlySpan<byte> bytes, FindingList findings)
    {
        if (bytes.IsEmpty)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.InputEmpty, ""));
            return false;
        }

        if (OtherEncoding(bytes) is { } encoding)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.NotUtf8, "", encoding));
            return false;
        }

        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        if (bytes.IsEmpty || bytes[0] != (byte)'<')
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.BytesBeforeProlog, ""));
            return false;
        }

        if (!Utf8.IsValid(bytes))
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.NotUtf8, "", "byte " + FirstInvalid(bytes)));
            return false;
        }

        if (HasDoctype(bytes))
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.DtdForbidden, ""));
            return false;
        }

        return true;
    }

    /// <summary>True when a DOCTYPE stands before the root. The parser refuses it too, but without a code of its own.</summary>
    private static bool HasDoctype(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            bytes = bytes.TrimStart(" \t\r\n"u8);
            ReadOnlySpan<byte> end = bytes.StartsWith("<?"u8) ? "?>"u8 : bytes.StartsWith("<!--"u8) ? "-->"u8 : default;
            var position = end.IsEmpty ? -1 : bytes.IndexOf(end);
            if (position < 0)
            {
                return bytes.StartsWith("<!DOCTYPE"u8);
            }

            bytes = bytes[(position + end.Length)..];
        }
    }

    /// <summary>Name of an encoding that the first bytes or the declaration show, unless it is UTF-8.</summary>
    private static string? OtherEncoding(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 1 && ((bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0xFF && bytes[1] == 0xFE)
            || (bytes[0] == 0 && bytes[1] == (byte)'<') || (bytes[0] == (byte)'<' && bytes[1] == 0)))
        {
            return "UTF-16";
        }

        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        var end = bytes.IndexOf("?>"u8);
        if (!bytes.StartsWith("<?xml"u8) || end < 6 || bytes[5] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            return null;
        }

        var declaration = Encoding.Latin1.GetString(bytes[..end]);
        var start = declaration.IndexOf("encoding", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var name = declaration[(start + "encoding".Length)..].TrimStart(' ', '\t', '\r', '\n', '=').TrimStart('"', '\'');
        var stop = name.AsSpan().IndexOfAny('"', '\'');
        name = stop < 0 ? name : name[..stop];
        return name.Equals("UTF-8", StringComparison.OrdinalIgnoreCase) ? null : name.Length == 0 ? "?" : name;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(bytes[position..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            position += consumed;
        }

        return position;
    }
}
