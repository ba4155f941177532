using System.Diagnostics;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Edxml;

/// <summary>Memory does not grow with the package, whatever the package is made of.</summary>
[Collection(nameof(MeasuredAlone))]
public class FlatMemoryTests
{
    private const long Large = 200L * 1024 * 1024;

    public static TheoryData<string, string> Contents => new()
    {
        { "QUJDREVGR0hJSktMTU5P", "plain" },
        { "QUJDREVGR0hJSktMTU5PQUJDREVGR0hJSktMTU5PQUJDREVGR0hJSktMTU5PQUJDREVGR0hJSktMTU5P\r\n", "lines" },
        { "QUJDREVGR0hJSktMTU5P&#13;\n", "references" },
        { " \r\n\t  \r\n\t  \r\n\t ", "white space" },
        { "!!!!!!!!!!!!!!!!!!!!", "garbage" },
        { "QUJD====QUJD====QUJD", "padding" },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Holds_nothing_of_a_large_attachment(string pattern, string kind)
    {
        await PackageReader.ReadAsync(new GeneratedPackageStream(1024 * 1024 / pattern.Length * pattern.Length, pattern), ReadLimits.Default, null, CancellationToken.None);
        var length = Large / pattern.Length * pattern.Length;
        var clock = Stopwatch.StartNew();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var outcome = await PackageReader.ReadAsync(new GeneratedPackageStream(length, pattern), ReadLimits.Default, null, CancellationToken.None);

        // The bound is loose for the runner itself; content held would be many times more.
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(64L * 1024 * 1024, kind);
        outcome.Length.ShouldBe(new GeneratedPackageStream(length, pattern).Length);
        var content = outcome.Package().Attachments[1];
        content.Base64.ShouldBe(kind switch
        {
            "garbage" or "padding" => Base64State.Garbage,
            "white space" => Base64State.Absent,
            _ => Base64State.Sound,
        });
        if (kind == "plain")
        {
            content.Length.ShouldBe(length / 4 * 3);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: {length / clock.Elapsed.TotalSeconds / 1e6:0} MB/s");
    }

    [Fact]
    public async Task Refuses_structure_without_end_before_it_is_held()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var outcome = await PackageReader.ReadAsync(new GeneratedPackageStream(Large, "<x>AAAABBBBCCCC</x> "), ReadLimits.Default, null, CancellationToken.None);

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(64L * 1024 * 1024);
        outcome.ShouldBeOfType<ReadOutcome.Refused>().Findings[0].Code.ShouldBe("AXS-2006");
        outcome.Sha256.ShouldNotBeNull();
    }

    [Fact]
    public async Task Streams_a_large_file_through_the_writer()
    {
        var draft = new EdocDraft(Sample.Edoc.Read().Package().Edoc!, [new("a.pdf", () => new GeneratedPackageStream(Large)), new("b.txt", () => new GeneratedPackageStream(Large / 8))]);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await PackageWriter.WriteEdocAsync(Stream.Null, draft, CancellationToken.None);

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(64L * 1024 * 1024);
    }
}
