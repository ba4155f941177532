using System.Security.Cryptography;
using System.Text;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Edxml;

public class RecordedPackageTests
{
    private readonly byte[] recorded = Fixture.Bytes("sdk-edoc.edxml");

    [Fact]
    public async Task Reads_every_field_of_a_package_of_the_national_client()
    {
        var outcome = await PackageReader.ReadAsync(new MemoryStream(recorded), ReadLimits.Default, null, CancellationToken.None);

        outcome.Length.ShouldBe(recorded.Length);
        outcome.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(recorded)));
        var package = outcome.ShouldBeOfType<ReadOutcome.Read>().Package;
        package.Kind.ShouldBe(PackageKind.Edoc);
        package.Findings.ShouldBeEmpty();
        package.From.OrganId.ShouldBe("H99.01");
        package.Receivers.ShouldBe(["H99.02", "H99.03"]);
        var header = package.Edoc.ShouldNotBeNull();
        header.From.OrganAdd.ShouldBe("Số 1 Phố Thử");
        header.DocumentId.ShouldBe("H99.01,2026/11/23,101/UBND-VX");
        header.Code.Printed.ShouldBe("101/UBND-VX");
        header.Place.ShouldBe("Hà Nội");
        header.PromulgationDate.ShouldBe(new DateOnly(2026, 11, 23));
        header.TypeCode.ShouldBe(2);
        header.TypeDetail.ShouldBe(0);
        header.TypeName.ShouldBe("Công văn");
        header.Subject.ShouldBe("V/v kiểm thử liên thông");
        header.Content.ShouldBe("Nội dung kiểm thử: đầy đủ dấu tiếng Việt <&> \"x\"");
        header.Signer.ShouldBe(new("TL. BỘ TRƯỞNG", "Chánh Văn phòng", "Người Ký Thử"));
        header.Priority.ShouldBe(0);
        header.PageAmount.ShouldBe(1);
        header.Direction.ShouldBe(false);
        header.SteeringType.ShouldBe(1);
        header.ToPlaces.ShouldBe(["Như trên", "Lưu: VT"]);
        package.Business.ShouldNotBeNull().Paper.ShouldBe(0);
        package.Traces.ShouldHaveSingleItem().Timestamp.ShouldBe(new DateTimeOffset(2026, 11, 23, 9, 11, 54, TimeSpan.FromHours(7)));
        package.Manifest.ShouldHaveSingleItem().ContentId.ShouldBe("7c8f35c3-2b84-48c0-b348-40359531a09f");
        var content = Convert.FromBase64String("VHJhbmcga2nhu4NtIHRo4butIDEK");
        var attachment = package.Attachments.ShouldHaveSingleItem();
        attachment.Name.ShouldBe("a.pdf");
        attachment.Length.ShouldBe(content.Length);
        attachment.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        attachment.Base64.ShouldBe(Base64State.Sound);
    }

    [Fact]
    public async Task Writes_byte_for_byte_what_the_national_client_wrote()
    {
        var sink = new CollectingSink();
        var outcome = await PackageReader.ReadAsync(new MemoryStream(recorded), ReadLimits.Default, sink, CancellationToken.None);
        var package = outcome.ShouldBeOfType<ReadOutcome.Read>().Package;
        var attachment = package.Attachments[0];
        var draft = new EdocDraft(package.Edoc!,
            [new(attachment.Name!, () => new MemoryStream(sink[1])) { ContentId = attachment.ContentId, Description = attachment.Description }])
        {
            Business = package.Business,
            Traces = package.Traces,
        };

        using var written = new MemoryStream();
        await PackageWriter.WriteEdocAsync(written, draft, CancellationToken.None);

        Encoding.UTF8.GetString(written.ToArray()).ShouldBe(Encoding.UTF8.GetString(recorded));
    }
}
