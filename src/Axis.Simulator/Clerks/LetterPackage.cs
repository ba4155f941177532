using Axis.Contracts.Edxml;

namespace Axis.Simulator.Clerks;

/// <summary>Puts a letter into an edXML package, as an agency's document system does.</summary>
internal static class LetterPackage
{
    public static async Task<byte[]> WriteAsync(Letter letter, DateTimeOffset now, CancellationToken cancellation)
    {
        var pdf = LetterPdf.Draw(letter);
        var draft = new EdocDraft(HeaderOf(letter), [new AttachmentDraft($"{letter.Number}-{letter.Notation}.pdf", () => new MemoryStream(pdf, writable: false))
        {
            Description = letter.Subject,
        }])
        {
            Traces = [new TraceHeader(letter.SenderCode, now)],
        };
        using var stream = new MemoryStream();
        await PackageWriter.WriteEdocAsync(stream, draft, cancellation);
        return stream.ToArray();
    }

    private static EdocHeader HeaderOf(Letter letter) => new()
    {
        From = new Organization(letter.SenderCode) { OrganName = letter.SenderName },
        To = [.. letter.Receivers.Select(receiver => new Organization(receiver.Code) { OrganName = receiver.Name })],
        DocumentId = letter.DocumentId,
        Code = new DocumentCode(letter.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), letter.Notation),
        Place = letter.Place,
        PromulgationDate = letter.Date,
        TypeCode = letter.TypeCode,
        TypeName = letter.TypeName,
        Subject = letter.Subject,
        Signer = new Signer(letter.Competence, letter.Position, letter.Signer),
        Priority = letter.Priority,
        SteeringType = letter.Steering ? 2 : 1,
        ToPlaces = ["Như trên", "Lưu: VT"],
    };
}
