using System.Text;
using Axis.Contracts.Edxml;

namespace Agency.Adapter.Tests.Kit;

/// <summary>Real-shaped packages of which a test says only what matters.</summary>
internal static class Packages
{
    public static async Task<byte[]> EdocAsync(
        string from = "H37", string to = "G22", string number = "7816", int priority = 0, int attachmentBytes = 100, BusinessDocType type = BusinessDocType.New, string? drops = null)
    {
        using var bytes = new MemoryStream();
        await PackageWriter.WriteEdocAsync(bytes, new EdocDraft(
            new EdocHeader
            {
                From = new Organization(from) { OrganName = "UBND tỉnh Lạng Sơn" },
                To = [new Organization(to) { OrganName = "Văn phòng Chính phủ" }],
                DocumentId = $"{from},2026/03/02,{number}/UBND-VP",
                Code = new DocumentCode(number, "UBND-VP"),
                Place = "Lạng Sơn",
                PromulgationDate = new DateOnly(2026, 3, 2),
                TypeCode = 18,
                TypeName = "Công văn",
                Subject = "V/v thử nghiệm",
                Signer = new Signer("KT. CHỦ TỊCH", "Phó Chủ tịch", "Nguyễn Văn An"),
                Priority = priority,
            },
            [new AttachmentDraft("thu.pdf", () => new MemoryStream(Content(attachmentBytes)))])
        {
            Business = type == BusinessDocType.New ? null : new()
            {
                DocType = type, Reason = "Sai nội dung", DocumentInfo = drops is null ? null : new(false, true, [new(drops, 0)]),
            },
            Traces = [new TraceHeader(from, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7)))],
        }, CancellationToken.None);
        return bytes.ToArray();
    }

    private static byte[] Content(int length)
    {
        var bytes = new byte[Math.Max(length, 9)];
        new Random(7).NextBytes(bytes);
        Encoding.ASCII.GetBytes("%PDF-1.7\n").CopyTo(bytes, 0);
        return bytes;
    }
}
