using Axis.Contracts.Edxml;

namespace Axis.Simulator.Clerks;

/// <summary>Puts a letter into an edXML package, as an agency's document system does.</summary>
internal static class LetterPackage
{
    public static async Task<byte[]> WriteAsync(Letter letter, DateTimeOffset now, CancellationToken cancellation)
    {
        var pdf = LetterPdf.Draw(letter);
        List<AttachmentDraft> files =
            [new($"{letter.Number}-{letter.Notation}.pdf", () => new MemoryStream(pdf, writable: false)) { Description = letter.Subject }];
        if (letter.AnnexBytes > 0)
        {
            files.Add(new("phu-luc.pdf", () => new MemoryStream(Scan(letter), writable: false)));
        }

        using var stream = new MemoryStream();
        await WriteAsync(stream, letter, files, now, cancellation);
        return stream.ToArray();
    }

    /// <summary>Writes it with these files, which stream through.</summary>
    public static Task WriteAsync(
        Stream to, Letter letter, IReadOnlyList<AttachmentDraft> files, DateTimeOffset now, CancellationToken cancellation) =>
        PackageWriter.WriteEdocAsync(to, new EdocDraft(HeaderOf(letter), files) { Traces = [new TraceHeader(letter.SenderCode, now)] }, cancellation);

    /// <summary>Bytes that do not compress, the same for the same letter.</summary>
    private static byte[] Scan(Letter letter)
    {
        var bytes = new byte[letter.AnnexBytes];
        new Random(letter.Number).NextBytes(bytes);
        return bytes;
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
