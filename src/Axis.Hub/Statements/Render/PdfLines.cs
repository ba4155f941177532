using PdfSharp.Drawing;

namespace Axis.Hub.Statements.Render;

/// <summary>Breaks text into lines that fit; one for each document, for it remembers the widths of words.</summary>
internal sealed class PdfLines
{
    private const string More = "…";

    private readonly XGraphics ruler = XGraphics.CreateMeasureContext(new XSize(1000, 1000), XGraphicsUnit.Point, XPageDirection.Downwards);
    private readonly Dictionary<(XFont Font, string Text), double> widths = [];

    /// <summary>The lines of a text; what goes beyond <paramref name="most"/> lines ends in an ellipsis.</summary>
    public IReadOnlyList<string> Break(string text, XFont font, double width, int most = int.MaxValue)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in CleanText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, font, width)))
        {
            if (line.Length > 0 && WidthOf(line, font) + WidthOf(" ", font) + WidthOf(word, font) > width)
            {
                lines.Add(line);
                line = "";
                if (lines.Count == most)
                {
                    lines[^1] = Cut(lines[^1], font, width);
                    return lines;
                }
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>One line, cut where it does not fit.</summary>
    public string Fit(string text, XFont font, double width) => Break(text, font, width, most: 1) is [var only] ? only : "";

    /// <summary>How wide a text is.</summary>
    public double WidthOf(string text, XFont font)
    {
        if (!widths.TryGetValue((font, text), out var width))
        {
            width = ruler.MeasureString(text, font).Width;
            widths[(font, text)] = width;
        }

        return width;
    }

    private string Cut(string line, XFont font, double width)
    {
        while (line.Length > 0 && WidthOf(line + More, font) > width)
        {
            line = line[..^1];
        }

        return line + More;
    }

    /// <summary>A word that is wider than a line comes in pieces.</summary>
    private IEnumerable<string> Pieces(string word, XFont font, double width)
    {
        while (WidthOf(word, font) > width)
        {
            var take = Math.Max(1, (int)(word.Length * width / WidthOf(word, font)));
            while (take > 1 && WidthOf(word[..take], font) > width)
            {
                take--;
            }

            take += take < word.Length && char.IsLowSurrogate(word[take]) ? 1 : 0;
            if (take >= word.Length)
            {
                break;
            }

            yield return word[..take];
            word = word[take..];
        }

        yield return word;
    }
}
