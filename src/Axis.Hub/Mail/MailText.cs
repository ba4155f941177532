namespace Axis.Hub.Mail;

/// <summary>A message as people read it.</summary>
/// <param name="Subject">Its subject, without anything of a document.</param>
/// <param name="PlainText">For readers of text.</param>
/// <param name="Html">The same as a page.</param>
internal sealed record MailText(string Subject, string PlainText, string Html);
