using System.Net;
using System.Text;

namespace Axis.Hub.Mail;

/// <summary>How a line of a page is coloured.</summary>
internal enum MailTone
{
    /// <summary>Something is wrong.</summary>
    Bad,

    /// <summary>There is time left.</summary>
    Warn,

    /// <summary>It has ended, or is zero.</summary>
    Good,
}

/// <summary>Writes a message twice at once: as text, and as a page with styles in its elements, for readers of mail take nothing else. Nothing is fetched from anywhere.</summary>
internal sealed class MailPage
{
    private const string Grey = "#5b6470";

    private readonly StringBuilder text = new();
    private readonly StringBuilder html = new();

    /// <summary>The message as text.</summary>
    public string PlainText => text.ToString().TrimEnd() + "\n";

    /// <summary>The message as a page.</summary>
    /// <param name="language">Of its first part.</param>
    public string Html(string language) =>
        $"<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"></head>\n"
        + "<body style=\"margin:0;padding:16px;background:#f2f4f7\">\n"
        + "<div style=\"max-width:680px;margin:0 auto;padding:20px 24px;background:#ffffff;border:1px solid #dfe3e8;border-radius:6px;"
        + "font:15px/1.5 Arial,Helvetica,sans-serif;color:#1c2530\">\n" + html + "</div>\n</body></html>\n";

    /// <summary>The head of a part.</summary>
    public void Title(string title)
    {
        text.Append(title).Append('\n').Append('=', Math.Min(title.Length, 72)).Append("\n\n");
        html.Append("<h1 style=\"margin:0 0 8px;font-size:20px;line-height:1.3\">").Append(Encode(title)).Append("</h1>\n");
    }

    /// <summary>The head of a section.</summary>
    public void Heading(string heading)
    {
        text.Append('\n').Append(heading).Append('\n').Append('-', Math.Min(heading.Length, 72)).Append('\n');
        html.Append("<h2 style=\"margin:20px 0 8px;font-size:16px;line-height:1.3\">").Append(Encode(heading)).Append("</h2>\n");
    }

    /// <summary>A sentence or more.</summary>
    public void Paragraph(string paragraph)
    {
        text.Append(paragraph).Append('\n');
        html.Append("<p style=\"margin:0 0 8px\">").Append(Encode(paragraph)).Append("</p>\n");
    }

    /// <summary>Small print.</summary>
    public void Note(string note)
    {
        text.Append('\n').Append(note).Append('\n');
        html.Append($"<p style=\"margin:12px 0 0;font-size:13px;color:{Grey}\">").Append(Encode(note)).Append("</p>\n");
    }

    /// <summary>Between two languages.</summary>
    public void Rule()
    {
        text.Append("\n\n").Append('_', 72).Append("\n\n");
        html.Append("<hr style=\"margin:28px 0;border:0;border-top:1px solid #dfe3e8\">\n");
    }

    /// <summary>One matter with what is to be known of it; lines without a value are left out.</summary>
    public void Card(MailTone tone, string mark, string title, params IEnumerable<(string Label, string? Value)> lines)
    {
        text.Append("\n* ").Append(title).Append(" [").Append(mark).Append("]\n");
        var ink = Ink(tone);
        html.Append("<div style=\"margin:0 0 12px;padding:8px 12px;border-left:4px solid ").Append(ink).Append(";background:#f8f9fb\">\n<div style=\"font-weight:bold\">").Append(Encode(title))
            .Append(" <span style=\"font-size:12px;font-weight:normal;color:").Append(ink).Append(";border:1px solid ").Append(ink)
            .Append(";border-radius:3px;padding:0 5px;white-space:nowrap\">").Append(Encode(mark)).Append("</span></div>\n<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"border-collapse:collapse;font-size:14px\">\n");
        foreach (var (label, value) in lines)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append("  ").Append(label).Append(": ").Append(value).Append('\n');
                html.Append($"<tr><td style=\"padding:1px 12px 1px 0;vertical-align:top;white-space:nowrap;color:{Grey}\">").Append(Encode(label))
                    .Append("</td><td style=\"padding:1px 0;vertical-align:top\">").Append(Encode(value)).Append("</td></tr>\n");
            }
        }

        html.Append("</table></div>\n");
    }

    /// <summary>Figures under heads; those that are not zero stand out.</summary>
    public void Figures(IReadOnlyList<string> heads, IEnumerable<(string Name, IReadOnlyList<int> Figures)> rows)
    {
        html.Append("<table cellpadding=\"0\" cellspacing=\"0\" style=\"width:100%;table-layout:fixed;border-collapse:collapse;font-size:14px\">\n<tr>");
        for (var place = 0; place < heads.Count; place++)
        {
            html.Append("<th scope=\"col\" style=\"padding:4px 8px;text-align:").Append(place == 0 ? "left" : "right")
                .Append($";border-bottom:2px solid #dfe3e8;color:{Grey};font-weight:normal\">").Append(Encode(heads[place])).Append("</th>");
        }

        html.Append("</tr>\n");
        foreach (var (name, figures) in rows)
        {
            text.Append("* ").Append(name).Append(": ").Append(string.Join("; ", figures.Select((figure, place) => $"{heads[place + 1]} {figure}"))).Append('\n');
            html.Append("<tr><td style=\"padding:4px 8px;border-bottom:1px solid #dfe3e8\">").Append(Encode(name)).Append("</td>");
            foreach (var figure in figures)
            {
                html.Append("<td style=\"padding:4px 8px;border-bottom:1px solid #dfe3e8;text-align:right;font-weight:bold;color:")
                    .Append(Ink(figure == 0 ? MailTone.Good : MailTone.Bad)).Append("\">").Append(figure).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</table>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Ink(MailTone tone) => tone switch
    {
        MailTone.Bad => "#b3261e",
        MailTone.Warn => "#8a5a00",
        _ => "#1b6e3c",
    };
}
