using Axis.Contracts.Edxml;

namespace Axis.Benchmarks.FullPath;

/// <summary>Writes a document of a wished size as a document system does; its number stands in the printed code.</summary>
internal sealed class PackageMaker(string sender, IReadOnlyList<string> receivers)
{
    private const string Notation = "BM-VP";
    private int? overhead;

    /// <summary>The package of a document, as long as asked for to a few bytes.</summary>
    public byte[] Write(int number, int bytes)
    {
        // Base64 writes three bytes as four; what the rest of the package takes is found with an empty one.
        overhead ??= Make(number, [0]).Length - 4;
        var content = new byte[Math.Max(1, (bytes - overhead.Value) * 3 / 4)];
        new Random(number).NextBytes(content);
        return Make(number, content);
    }

    /// <summary>The number of a document from its printed code.</summary>
    public static int NumberOf(string code) => int.Parse(code.AsSpan(0, code.IndexOf('/', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture);

    private byte[] Make(int number, byte[] content)
    {
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        var draft = new EdocDraft(
            new EdocHeader
            {
                From = new Organization(sender),
                To = [.. receivers.Select(code => new Organization(code))],
                DocumentId = FormattableString.Invariant($"{sender},{date:yyyy/MM/dd},{number}/{Notation}"),
                Code = new DocumentCode(number.ToString(System.Globalization.CultureInfo.InvariantCulture), Notation),
                Place = "Hà Nội",
                PromulgationDate = date,
                TypeCode = 18,
                TypeName = "Công văn",
                Subject = "V/v đo thông lượng",
                Signer = new Signer("TL. BỘ TRƯỞNG", "Chánh Văn phòng", "Nguyễn Văn An"),
                Priority = 0,
                SteeringType = 1,
            },
            [new AttachmentDraft("vb.pdf", () => new MemoryStream(content, writable: false))])
        {
            Traces = [new TraceHeader(sender, TimeProvider.System.GetUtcNow())],
        };
        using var stream = new MemoryStream();
        PackageWriter.WriteEdocAsync(stream, draft, CancellationToken.None).GetAwaiter().GetResult();
        return stream.ToArray();
    }
}
