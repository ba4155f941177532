using System.Text;
using Axis.Contracts.Edxml;

namespace Agency.Adapter.Tests.AgencySystem;

/// <summary>Packages for the tests.</summary>
internal static class Letters
{
    public static EdocDraft Draft(string from = "G22", string to = "H37", int number = 7816, params (string Name, byte[] Content)[] files) => new(
        new EdocHeader
        {
            From = new(from) { OrganName = "Văn phòng Chính phủ" },
            To = [new(to) { OrganName = "Tỉnh Lạng Sơn" }],
            DocumentId = $"{from},2026/11/23,{number}/VPCP-TTĐT",
            Code = new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), "VPCP-TTĐT"),
            Place = "Hà Nội",
            PromulgationDate = new(2026, 11, 23),
            TypeName = "Công văn",
            Subject = "V/v kết nối, liên thông phần mềm quản lý văn bản",
            Signer = new("TL. BỘ TRƯỞNG", "Chánh Văn phòng", "Nguyễn Văn A"),
            Priority = 0,
        },
        [.. (files.Length > 0 ? files : [("Công văn.pdf", Pdf)]).Select(file => new AttachmentDraft(file.Name, () => new MemoryStream(file.Content)))])
    {
        Traces = [new(from, new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(7)))],
    };

    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.7\n" + new string('x', 500));

    public static async Task<byte[]> WriteAsync(EdocDraft draft)
    {
        using var bytes = new MemoryStream();
        await PackageWriter.WriteEdocAsync(bytes, draft, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    public static Task<byte[]> WriteAsync(string from = "G22", string to = "H37", int number = 7816) => WriteAsync(Draft(from, to, number));

    /// <summary>A status of the document that <see cref="Draft"/> makes.</summary>
    public static Task<byte[]> WriteStatusAsync(string from, string code, string to = "G22") => WriteStatusAsync(new StatusHeader
    {
        From = new(from),
        ResponseFor = new(to, "7816/VPCP-TTĐT", new(2026, 11, 23), $"{to},2026/11/23,7816/VPCP-TTĐT"),
        StatusCode = code,
        Timestamp = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7)),
    });

    public static async Task<byte[]> WriteStatusAsync(StatusHeader header)
    {
        using var bytes = new MemoryStream();
        await PackageWriter.WriteStatusAsync(bytes, new StatusDraft(header), TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }
}
