using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using FsCheck;
using FsCheck.Fluent;

namespace Axis.Contracts.Tests.Edxml;

/// <summary>No input, however broken, ends in anything but a package or a coded refusal.</summary>
public class BrokenInputProperties
{
    private static readonly byte[][] Whole =
        [Fixture.Bytes("sdk-edoc.edxml"), Encoding.UTF8.GetBytes(Sample.Edoc), Encoding.UTF8.GetBytes(Sample.Status)];

    private static readonly string[] Scraps =
    [
        "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<?xml version=\"1.0\"?>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "&#0;", "&#x1F600;",
        "&#xD800;", "&amp;", "&", "]]", "xmlns=\"\"", " xmlns:edXML=\"urn:x\"", " xml:space=\"preserve\"", "\"", "'", "=", "\0", "\u0001", "\uFEFF", "\uFFFE", "cid:",
        "<ContentTransferEncoded>", "<ContentTransferEncoded>UEsDBA==", "<ContentTransferEncoded><![CDATA[", "</ContentTransferEncoded>", "<edXML:To/>", "<edXML:StatusCode/>",
        "<Attachment/>", "UEsDBBQAAAAIAA==", "====", "lifted-", "\r", "\n", "2026/13/40",
    ];

    private static readonly Gen<byte[]> Broken =
        from seed in Gen.Elements(Whole)
        from mutations in Gen.OneOf(
            Gen.Choose(0, seed.Length).Select(at => (Func<byte[], byte[]>)(bytes => bytes[..Math.Min(at, bytes.Length)])),
            Gen.Choose(0, seed.Length).Select(at => (Func<byte[], byte[]>)(bytes => bytes[Math.Min(at, bytes.Length)..])),
            Gen.Choose(0, seed.Length - 1).Zip(Gen.Choose(0, 255)).Select(pair => (Func<byte[], byte[]>)(bytes => Set(bytes, pair.Item1, (byte)pair.Item2))),
            Gen.Choose(0, seed.Length).Zip(Gen.Elements(Scraps)).Select(pair => (Func<byte[], byte[]>)(bytes => Insert(bytes, pair.Item1, pair.Item2))),
            Gen.Choose(0, seed.Length).Zip(Gen.Choose(0, 200)).Select(pair => (Func<byte[], byte[]>)(bytes => Cut(bytes, pair.Item1, pair.Item2))),
            Gen.Choose(0, seed.Length).Zip(Gen.Choose(0, seed.Length)).Select(pair => (Func<byte[], byte[]>)(bytes => Repeat(bytes, pair.Item1, pair.Item2))),
            Gen.Choose(0, 200).Zip(Gen.Choose(0, 200)).Select(pair => (Func<byte[], byte[]>)(bytes => SwapTags(bytes, pair.Item1, pair.Item2))))
            .NonEmptyListOf()
        select mutations.Take(6).Aggregate(seed, (bytes, mutate) => mutate(bytes));

    private static readonly Gen<byte[]> Random = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();

    [Fact]
    public void A_mutated_package_ends_in_a_package_or_a_coded_refusal() =>
        Prop.ForAll(Broken.ToArbitrary(), bytes => EndsWell(bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithQuietOnSuccess(true));

    [Fact]
    public void Random_bytes_end_in_a_coded_refusal() =>
        Prop.ForAll(Random.ToArbitrary(), bytes => EndsWell(bytes) && EndsWell([.. "<?xml version=\"1.0\"?>"u8, .. bytes]))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true));

    [Fact]
    public void Every_cut_of_a_real_package_is_refused()
    {
        var whole = Whole[0];
        var end = whole.AsSpan().LastIndexOf("</edXML>"u8) + "</edXML>".Length;
        for (var length = 0; length < end; length++)
        {
            whole[..length].Read().ShouldBeOfType<ReadOutcome.Refused>();
        }
    }

    private static bool EndsWell(byte[] bytes)
    {
        var outcome = bytes.Read();
        outcome.Length.ShouldBe(bytes.Length);
        outcome.Sha256.ShouldNotBeNull();
        foreach (var finding in DoorChecks.Judge(outcome).Findings)
        {
            ErrorCatalogue.All.ShouldContainKey(finding.Code);
        }

        if (outcome is ReadOutcome.Refused refused)
        {
            refused.Findings.ShouldContain(finding => finding.Severity == Severity.Refusal);
        }
        else
        {
            AgreesWithAPlainParser(bytes, outcome);
        }

        return true;
    }

    /// <summary>The reader takes base64 out before it parses; a parser of the untouched bytes must see the same document.</summary>
    private static void AgreesWithAPlainParser(byte[] bytes, ReadOutcome outcome)
    {
        if (DoorChecks.Judge(outcome)[CheckRule.R6].State is CheckState.Failed)
        {
            return;
        }

        XNamespace national = "http://www.mic.gov.vn/TBT/QCVN_102_2016";
        using var stream = new MemoryStream(bytes);
        var root = XDocument.Load(stream).Root!;
        var package = outcome.Package();
        if (package.Edoc is { } edoc)
        {
            edoc.Subject.ShouldBe(root.Descendants(national + "Subject").First().Value.Trim(' ', '\t', '\r', '\n'));
        }

        package.Attachments.Select(attachment => attachment.Sha256).ShouldBe(root
            .Elements(national + "AttachmentEncoded").Elements(national + "Attachment").Elements(national + "ContentTransferEncoded")
            .Select(content => Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(content.Value)))));
    }

    private static byte[] Set(byte[] bytes, int at, byte value)
    {
        byte[] copy = [.. bytes];
        if (at < copy.Length)
        {
            copy[at] = value;
        }

        return copy;
    }

    private static byte[] Insert(byte[] bytes, int at, string scrap)
    {
        at = Math.Min(at, bytes.Length);
        return [.. bytes[..at], .. Encoding.UTF8.GetBytes(scrap), .. bytes[at..]];
    }

    private static byte[] Cut(byte[] bytes, int at, int count)
    {
        at = Math.Min(at, bytes.Length);
        return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + count)..]];
    }

    private static byte[] Repeat(byte[] bytes, int from, int to)
    {
        from = Math.Min(from, bytes.Length);
        to = Math.Min(to, bytes.Length);
        var part = bytes[Math.Min(from, to)..Math.Max(from, to)];
        return bytes.Length > 100_000 ? bytes : [.. bytes[..to], .. part, .. bytes[to..]];
    }

    /// <summary>Puts the n-th tag in the place of another.</summary>
    private static byte[] SwapTags(byte[] bytes, int first, int second)
    {
        var starts = Enumerable.Range(0, bytes.Length).Where(at => bytes[at] == (byte)'<').ToArray();
        if (starts.Length < 2)
        {
            return bytes;
        }

        var (a, b) = (starts[first % starts.Length], starts[second % starts.Length]);
        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        var (aEnd, bEnd) = (End(a), End(b));
        return aEnd > b ? bytes : [.. bytes[..a], .. bytes[b..bEnd], .. bytes[aEnd..b], .. bytes[a..aEnd], .. bytes[bEnd..]];

        int End(int start)
        {
            var length = Array.IndexOf(bytes, (byte)'>', start);
            return length < 0 ? bytes.Length : length + 1;
        }
    }
}
