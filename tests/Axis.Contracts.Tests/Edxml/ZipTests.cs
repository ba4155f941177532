using System.IO.Compression;
using System.Text;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Edxml;

/// <summary>ZIP attachments: what is seen of them, what the door says, and what the receiver gets (vxp-protocol 7).</summary>
public class ZipTests
{
    private static readonly byte[] File = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 5000).Select(n => "dòng " + n)));

    [Fact]
    public async Task Gives_the_single_entry_of_a_transport_zip()
    {
        var package = Package("b.xlsx.txt", "application/zip", Zip(("x.txt", File)));
        var attachment = package.Read().Package().Attachments[1];

        attachment.Zip.ShouldNotBeNull().State.ShouldBe(ZipState.Sound);
        attachment.Zip.SingleEntry.ShouldBeTrue();
        attachment.Zip.Length.ShouldBe(File.Length);
        attachment.Unpacks.ShouldBeTrue();
        package.Read().Found().ShouldBeEmpty();
        (await Extracted(package, attachment)).ShouldBe(File);
    }

    [Theory]
    [InlineData("b.zip")]
    [InlineData("b.ZIP")]
    [InlineData("b.docx")]
    [InlineData("b.xlsx")]
    public async Task Leaves_a_zip_that_is_the_file_itself(string name)
    {
        var zip = Zip(("x.txt", File));
        var package = Package(name, "application/octet-stream", zip);
        var attachment = package.Read().Package().Attachments[1];

        attachment.Unpacks.ShouldBeFalse();
        package.Read().Found().ShouldBeEmpty();
        (await Extracted(package, attachment)).ShouldBe(zip);
    }

    [Fact]
    public void Takes_a_transport_zip_of_a_name_that_is_zip_based_for_the_file()
    {
        // The national writer zips xlsx too; its bytes are a ZIP of one entry and the name says xlsx.
        var attachment = Package("b.xlsx", "application/zip", Zip(("0b6d.xlsx", Zip(("[Content_Types].xml", File), ("xl/workbook.xml", File)))))
            .Read().Package().Attachments[1];

        attachment.Unpacks.ShouldBeTrue();
    }

    public static TheoryData<string, string?, string, string?> Careless => new()
    {
        { "several entries", "application/zip", "b.txt", "AXS-2611" },
        { "folder", "application/zip", "b.txt", "AXS-2608" },
        { "parent", "application/zip", "b.txt", "AXS-2608" },
        { "backslash", null, "b.txt", "AXS-2608" },
        { "cut", "application/zip", "b.txt", "AXS-2606" },
        { "flipped", "application/zip", "b.txt", "AXS-2606" },
        { "hidden", "application/zip", "b.txt", "AXS-2606" },
        { "encrypted", "application/zip", "b.txt", "AXS-2606" },
        { "plain", "application/pdf", "b.txt", "AXS-2610" },
        { "plain", "Application/Zip", "b.txt", "AXS-2610" },
        { "no zip", "application/zip", "b.txt", "AXS-2609" },
        { "folder", "application/zip", "b.zip", null },
        { "several entries", "application/zip", "b.zip", null },
        { "several entries", "application/zip", "b.ZIP", "AXS-2611" },
        { "cut", "application/pdf", "b.pdf", null },
    };

    [Theory]
    [MemberData(nameof(Careless))]
    public void Says_what_a_careless_zip_would_do(string kind, string? contentType, string name, string? code)
    {
        var found = Package(name, contentType, Make(kind)).Read().Found();

        if (code is null)
        {
            found.ShouldBeEmpty();
        }
        else
        {
            found.ShouldContain(code + " /edXML/AttachmentEncoded/Attachment[2]/ContentTransferEncoded");
        }
    }

    [Fact]
    public void Refuses_a_bomb_without_unpacking_it_all()
    {
        var bomb = Zip(("x.txt", new byte[64 * 1024 * 1024]));
        bomb.Length.ShouldBeLessThan(100_000);

        var outcome = Package("b.txt", "application/zip", bomb).Read();

        outcome.Found().ShouldContain("AXS-2607 /edXML/AttachmentEncoded/Attachment[2]/ContentTransferEncoded");
        outcome.Package().Attachments[1].Zip!.Length.ShouldBeLessThan(24 * 1024 * 1024);
    }

    [Fact]
    public void Only_warns_of_a_large_zip_that_is_the_file_itself()
    {
        var list = DoorChecks.Judge(Package("b.zip", "application/zip", Zip(("x.txt", new byte[4 * 1024 * 1024]))).Read());

        list.Failed.ShouldBeFalse();
        list.Findings.ShouldHaveSingleItem().Code.ShouldBe("AXS-2607");
    }

    [Fact]
    public void Refuses_an_entry_larger_than_the_cap()
    {
        var found = Package("b.txt", "application/zip", Zip(("x.txt", File))).Read(new() { MaxExpandedBytes = File.Length - 1 }).Found();

        found.ShouldContain("AXS-2607 /edXML/AttachmentEncoded/Attachment[2]/ContentTransferEncoded");
    }

    [Fact]
    public void Reads_zips_that_know_their_sizes_and_stored_ones()
    {
        foreach (var level in new[] { CompressionLevel.NoCompression, CompressionLevel.SmallestSize })
        {
            // Into a stream that can seek the sizes go into the first header, without a descriptor behind.
            using var memory = new MemoryStream();
            using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            using (var entry = archive.CreateEntry("x.txt", level).Open())
            {
                entry.Write(File);
            }

            Package("b.txt", "application/zip", memory.ToArray()).Read().Package().Attachments[1].Unpacks.ShouldBeTrue();
        }
    }

    private static byte[] Make(string kind)
    {
        var plain = Zip(("x.txt", File));
        switch (kind)
        {
            case "plain": return plain;
            case "no zip": return File;
            case "several entries": return Zip(("x.txt", File), ("y.txt", File));
            case "folder": return Zip(("a/x.txt", File));
            case "parent": return Zip(("../x.txt", File));
            case "backslash": return Zip(("a\\x.txt", File));
            case "cut": return plain[..60];
            case "flipped": plain[plain.Length / 2] ^= 0x55; return plain;
            case "encrypted": plain[6] |= 1; return plain;
            case "hidden":
                // Bytes between the entry and the directory, the directory's place mended.
                var at = plain.AsSpan().IndexOf("PK\u0001\u0002"u8);
                byte[] hidden = [.. plain[..at], .. new byte[100], .. plain[at..]];
                BitConverter.TryWriteBytes(hidden.AsSpan(hidden.Length - 6), at + 100).ShouldBeTrue();
                return hidden;
            default: throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(new ForwardOnly(memory), ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static byte[] Package(string name, string? contentType, byte[] content) => Encoding.UTF8.GetBytes(Sample.Edoc
        .With("<AttachmentName>b.doc</AttachmentName>", $"<AttachmentName>{name}</AttachmentName>")
        .With("<ContentType>application/doc</ContentType>", contentType is null ? "" : $"<ContentType>{contentType}</ContentType>")
        .With("SGFp", Convert.ToBase64String(content)));

    private static async Task<byte[]> Extracted(byte[] package, AttachmentInfo attachment)
    {
        using var to = new MemoryStream();
        await PackageReader.ExtractAsync(new MemoryStream(package), attachment, to, ReadLimits.Default, CancellationToken.None);
        return to.ToArray();
    }

    /// <summary>A stream that cannot seek, so that sizes follow the entry as Java writes them.</summary>
    private sealed class ForwardOnly(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
