using MimeKit;

namespace Axis.Hub.Mail.Send;

/// <summary>What a message says beside its subject.</summary>
/// <param name="PlainText">For readers of text.</param>
/// <param name="Html">The same as a page.</param>
/// <param name="Attachments">Files.</param>
internal sealed record MailContent(string PlainText, string Html, IReadOnlyList<MailFile> Attachments);

/// <summary>A file of a message.</summary>
internal sealed record MailFile(string Name, string MediaType, byte[] Bytes);

/// <summary>Writes a row as a message (RFC 5322). Its id is that of the row, so a repeat after a crash is the same message to whoever has both.</summary>
internal static class WriteMessage
{
    private const int LongestHeader = 200;

    /// <param name="row">The row.</param>
    /// <param name="content">What it says.</param>
    /// <param name="from">Whom it is from.</param>
    public static MimeMessage Of(MailRow row, MailContent content, string from)
    {
        var message = new MimeMessage
        {
            MessageId = $"{row.MailId:N}@{from[(from.LastIndexOf('@') + 1)..]}",
            Date = row.CreatedAt.ToOffset(Contracts.Calendar.VietnamTime.Offset),
            Subject = OneLine(row.Subject),
        };
        message.From.Add(new MailboxAddress(SenderName(row.Language), from));
        message.To.Add(new MailboxAddress(OneLine(row.Name ?? ""), row.Address));

        // RFC 3834: nobody is to answer it by itself.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        var body = new BodyBuilder { TextBody = content.PlainText, HtmlBody = content.Html };
        foreach (var file in content.Attachments)
        {
            body.Attachments.Add(file.Name, file.Bytes, ContentType.Parse(file.MediaType));
        }

        message.Body = body.ToMessageBody();
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    /// <summary>A text as a header may have it: one line, no control characters, not endless.</summary>
    public static string OneLine(string text)
    {
        var line = string.Join(' ', new string([.. text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestHeader ? line : line[..LongestHeader];
    }

    private static string SenderName(string language) => language == Agencies.Contacts.ContactRow.English ? Ledger.HubAgency.NameEn : Ledger.HubAgency.NameVi;
}
