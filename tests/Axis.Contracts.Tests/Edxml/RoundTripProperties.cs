using System.Security.Cryptography;
using System.Text.Json;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using FsCheck;
using FsCheck.Fluent;

namespace Axis.Contracts.Tests.Edxml;

/// <summary>What the writer writes, the reader reads: the same document, the same files, and nothing to complain of.</summary>
public class RoundTripProperties
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(20).WithQuietOnSuccess(true);

    [Fact]
    public void A_written_document_reads_back_the_same() => Prop.ForAll(DraftGenerator.Edocs.ToArbitrary(), async sample =>
    {
        using var written = new MemoryStream();
        await PackageWriter.WriteEdocAsync(written, sample.Draft, CancellationToken.None);
        var outcome = PackageReader.Read(written.ToArray(), ReadLimits.Default);
        var package = outcome.Package();

        Json(package.Edoc! with { PromulgationDateText = null }).ShouldBe(Json(sample.Header));
        Json(package.Business!).ShouldBe(Json(sample.Business));
        package.Traces.Select(trace => (trace.OrganId, trace.Timestamp)).ShouldBe(sample.Traces.Select(trace => (trace.OrganId, trace.Timestamp)));
        DoorChecks.Judge(outcome)[CheckRule.R6].State.ShouldBe(CheckState.Passed);
        await FilesAreTheSame(written.ToArray(), package, sample);

        using var again = new MemoryStream();
        await PackageWriter.WriteEdocAsync(again, sample.Draft, CancellationToken.None);
        again.ToArray().ShouldBe(written.ToArray());
    }).Check(Config);

    [Fact]
    public void A_written_status_reads_back_the_same() => Prop.ForAll(DraftGenerator.Statuses.ToArbitrary(), async sample =>
    {
        using var written = new MemoryStream();
        await PackageWriter.WriteStatusAsync(written, new(sample), CancellationToken.None);
        var outcome = PackageReader.Read(written.ToArray(), ReadLimits.Default);

        DoorChecks.Judge(outcome)[CheckRule.R3].State.ShouldBe(CheckState.Passed);
        Json(outcome.Package().Status! with { TimestampText = null }).ShouldBe(Json(sample));
    }).Check(Config);

    [Fact]
    public async Task Refuses_to_write_what_XML_cannot_carry()
    {
        foreach (var bad in new[] { "\0", "\u0001", "\uD800", "\uDC00x", "a\uD83D", "\uFFFE", "\uFFFF" })
        {
            var header = Sample.Edoc.Read().Package().Edoc!;
            var draft = new EdocDraft(header with { Subject = "x" + bad, To = [.. header.To, new("H1") { OrganName = bad }] }, []);
            using var to = new MemoryStream();

            PackageWriter.Check(draft).Select(finding => finding.Code + finding.Path).ShouldBe([
                "AXS-2013/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/To/OrganName",
                "AXS-2013/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/Subject",
            ]);
            await Should.ThrowAsync<DraftInvalidException>(() => PackageWriter.WriteEdocAsync(to, draft, CancellationToken.None));
            to.Length.ShouldBe(0);
        }
    }

    [Fact]
    public async Task Reads_the_same_however_the_stream_is_cut()
    {
        var bytes = Fixture.Bytes("sdk-edoc.edxml");
        foreach (var size in new[] { 1, 2, 3, 5, 7, 64, 1000 })
        {
            var sink = new CollectingSink();
            var outcome = await PackageReader.ReadAsync(new SlowStream(bytes, size), ReadLimits.Default, sink, CancellationToken.None);

            Json(outcome).ShouldBe(Json(PackageReader.Read(bytes, ReadLimits.Default)));
            Convert.ToBase64String(sink[1]).ShouldBe("VHJhbmcga2nhu4NtIHRo4butIDEK");
        }
    }

    private static async Task FilesAreTheSame(byte[] written, Package package, DraftGenerator.GeneratedEdoc sample)
    {
        package.Attachments.Count.ShouldBe(sample.Files.Count);
        foreach (var (attachment, file) in package.Attachments.Zip(sample.Files))
        {
            attachment.Name.ShouldBe(file.Name);
            attachment.Description.ShouldBe(file.Description);
            attachment.Unpacks.ShouldBe(!ZipRule.IsWrittenRaw(file.Name));
            using var extracted = new MemoryStream();
            await PackageReader.ExtractAsync(new MemoryStream(written), attachment, extracted, ReadLimits.Default, CancellationToken.None);
            extracted.ToArray().ShouldBe(file.Content);
            if (attachment.Unpacks)
            {
                attachment.Zip!.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file.Content)));
            }
        }
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
