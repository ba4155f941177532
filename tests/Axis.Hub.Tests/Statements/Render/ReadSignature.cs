using System.Text;
using System.Text.RegularExpressions;

namespace Axis.Hub.Tests.Statements.Render;

/// <summary>The signature of a PDF as any other reader finds it: by /ByteRange and /Contents.</summary>
internal sealed partial class ReadSignature
{
    public ReadSignature(byte[] pdf)
    {
        var range = ByteRange().Matches(Encoding.Latin1.GetString(pdf)).ShouldHaveSingleItem();
        Range = [.. Enumerable.Range(1, 4).Select(at => int.Parse(range.Groups[at].Value, System.Globalization.CultureInfo.InvariantCulture))];
        Signed = [.. pdf.AsSpan(Range[0], Range[1]), .. pdf.AsSpan(Range[2], Range[3])];
        Hole = Encoding.Latin1.GetString(pdf, Range[1], Range[2] - Range[1]);
        Cms = Convert.FromHexString(Hole.Trim('<', '>'));
    }

    /// <summary>Start and length, start and length.</summary>
    public int[] Range { get; }

    /// <summary>What is signed.</summary>
    public byte[] Signed { get; }

    /// <summary>What is not: the signature with its brackets.</summary>
    public string Hole { get; }

    /// <summary>The signature, and zeros after it.</summary>
    public byte[] Cms { get; }

    [GeneratedRegex(@"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")]
    private static partial Regex ByteRange();
}
