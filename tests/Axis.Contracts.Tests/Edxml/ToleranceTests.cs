using System.Text;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Edxml;

/// <summary>What real packages do and the reader must live with (domain.md 1, vxp-protocol 7).</summary>
public class ToleranceTests
{
    private const string Content = "<ContentTransferEncoded>SGFp</ContentTransferEncoded>";

    [Theory]
    [InlineData("V/v kiểm thử", "V/v <![CDATA[kiểm]]> thử")]
    [InlineData("V/v kiểm thử", "V/v <!-- x -->kiểm<?x y?> thử")]
    [InlineData("V/v kiểm thử", "\n   V/v ki&#x1EC3;m thử\n")]
    [InlineData("<edXML:Subject>", "<edXML:Subject xml:space=\"preserve\" xmlns:x=\"urn:x\" x:y=\"z\">")]
    [InlineData("<edXML:Subject>", "<edXML:Unknown><edXML:Deep a=\"1\">text</edXML:Deep></edXML:Unknown><y:More xmlns:y=\"urn:y\"/><edXML:Subject>")]
    [InlineData("<edXML:Subject>", "stray text<edXML:Subject>")]
    [InlineData("<edXML:OtherInfo>", "<edXML:ResponseFor/><edXML:OtherInfo>")]
    [InlineData("<edXML:OtherInfo>", "<edXML:ResponseFor><edXML:OrganId/><edXML:Code/></edXML:ResponseFor><edXML:OtherInfo>")]
    [InlineData("Date>2026/11/23<", "Date>2026/11/23 00:00:00<")]
    [InlineData("cid:1<", "1<")]
    [InlineData("<ContentId>cid:1<", "<ContentId>cid:cid:1<")]
    [InlineData("\n", "\r\n")]
    [InlineData("?>\n", "?>\n<!-- <!DOCTYPE x> --><?x-style y?>\n")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "")]
    [InlineData(" encoding=\"UTF-8\"", "")]
    [InlineData("encoding=\"UTF-8\"", "encoding='utf-8' standalone='yes'")]
    [InlineData("</AttachmentEncoded>\n</edXML>", "</AttachmentEncoded>\n</edXML>\r\n\r\n<!-- end -->")]
    [InlineData(Content, "<z:ContentTransferEncoded xmlns:z='http://www.mic.gov.vn/TBT/QCVN_102_2016' a='x>y'>SGFp</z:ContentTransferEncoded >")]
    [InlineData(Content, "<ContentTransferEncoded>\r\n SG\tFp \n</ContentTransferEncoded>")]
    [InlineData(Content, "<ContentTransferEncoded>SG&#13;&#xA;Fp&#x0d;</ContentTransferEncoded>")]
    [InlineData(Content, "<ContentTransferEncoded><![CDATA[SGFp]]></ContentTransferEncoded>")]
    [InlineData(Content, "<ContentTransferEncoded> \n<![CDATA[\nSGFp]]>\n</ContentTransferEncoded>")]
    [InlineData("<edXML:TraceHeaderList>", "<edXML:TraceHeaderList><edXML:Odd/>")]
    [InlineData("</edXML:TraceHeaderList>", "</edXML:TraceHeaderList><Signature><DigitalSignature/></Signature>")]
    public void Reads_the_same_document(string part, string replacement)
    {
        var outcome = Sample.Edoc.With(part, replacement).Read();

        outcome.Found().ShouldBeEmpty();
        var package = outcome.Package();
        package.Edoc!.Subject.ShouldBe("V/v kiểm thử");
        package.Edoc.ResponseFor.ShouldBeEmpty();
        package.Edoc.PromulgationDate.ShouldBe(new DateOnly(2026, 11, 23));
        package.Receivers.ShouldBe(["H37.02", "000.00.00.H14"]);
        package.Traces.Count.ShouldBe(1);
        package.Business!.DocType.ShouldBe(BusinessDocType.New);
        package.Attachments.Select(attachment => attachment.Length).ShouldBe([2, 3]);
        package.Attachments.Select(attachment => attachment.ContentId).ShouldBe(["1", "2"]);
        package.HasSignature.ShouldBeFalse();
    }

    [Fact]
    public void Reads_any_prefix_and_none()
    {
        Sample.Edoc.Replace("edXML:", "x:", StringComparison.Ordinal).Replace("xmlns:edXML", "xmlns:x", StringComparison.Ordinal).Read().Found().ShouldBeEmpty();
        Sample.Edoc.Replace("<edXML:", "<", StringComparison.Ordinal).Replace("</edXML:", "</", StringComparison.Ordinal).Read().Found().ShouldBeEmpty();
    }

    [Fact]
    public void Follows_a_prefix_that_is_bound_anew_halfway()
    {
        var outcome = Sample.Edoc
            .With("<edXML:Subject>V/v kiểm thử</edXML:Subject>", "<edXML:Subject xmlns:edXML=\"urn:other\">giả</edXML:Subject><edXML:Subject>V/v kiểm thử</edXML:Subject>")
            .Read();

        outcome.Package().Edoc!.Subject.ShouldBe("V/v kiểm thử");
    }

    [Fact]
    public void Reads_past_a_byte_order_mark()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sample.Edoc)];

        bytes.Read().Package().Edoc!.Subject.ShouldBe("V/v kiểm thử");
    }

    [Fact]
    public void Matches_by_position_when_every_file_has_the_same_id()
    {
        var outcome = Sample.Edoc.With("cid:1", "209").With("cid:2", "209").Read();

        outcome.Found().ShouldBe(["AXS-2612 /edXML/edXMLEnvelope/edXMLBody/edXMLManifest/Reference"]);
        outcome.Package().Attachments.Count.ShouldBe(2);
    }

    [Fact]
    public void Takes_a_trace_list_in_any_order()
    {
        const string Business = "<edXML:Bussiness><edXML:BussinessDocType>0</edXML:BussinessDocType><edXML:Paper>0</edXML:Paper></edXML:Bussiness>";
        const string Hop = "<edXML:TraceHeader><edXML:OrganId>axis</edXML:OrganId><edXML:Timestamp>2026/11/23 09:00:01</edXML:Timestamp></edXML:TraceHeader>";
        var package = Sample.Edoc.With(Business, Hop).With("</edXML:TraceHeaderList>", Business.Replace(">0<", ">1<", StringComparison.Ordinal) + "</edXML:TraceHeaderList>").Read().Package();

        package.Traces.Select(trace => trace.OrganId).ShouldBe(["axis", "G22"]);
        package.Business!.DocType.ShouldBe(BusinessDocType.Recall);
    }

    [Fact]
    public void Sees_a_signature_that_has_a_value() =>
        Sample.Edoc.With("</edXML:TraceHeaderList>",
            "</edXML:TraceHeaderList><ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignatureValue>AA==</ds:SignatureValue></ds:Signature>")
            .Read().Package().HasSignature.ShouldBeTrue();

    [Fact]
    public void Reads_a_status()
    {
        var package = Sample.Status.Read().Package();

        package.Kind.ShouldBe(PackageKind.Status);
        package.Receivers.ShouldBe(["G22"]);
        var status = package.Status.ShouldNotBeNull();
        status.StatusCode.ShouldBe("02");
        status.Description.ShouldBe("Sai nơi nhận");
        status.ResponseFor.ShouldBe(new("G22", "7816/VPCP-TTĐT", new DateOnly(2026, 11, 23), "G22,2026/11/23,7816/VPCP-TTĐT"));
        status.Staff.ShouldBe(new("Văn thư", "Người Thử", null, null));
        status.Timestamp.ShouldBe(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(7)));
    }

    [Fact]
    public void Reads_the_business_part_of_updates_and_replacements()
    {
        var package = Sample.Edoc.With("<edXML:BussinessDocType>0</edXML:BussinessDocType>", """
            <edXML:BussinessDocType>2</edXML:BussinessDocType><edXML:BussinessDocReason>Sửa nơi nhận</edXML:BussinessDocReason>
            <edXML:BussinessDocumentInfo><edXML:DocumentInfo>0</edXML:DocumentInfo><edXML:DocumentReceiver>1</edXML:DocumentReceiver>
              <edXML:ReceiverList><edXML:Receiver><edXML:OrganId>H37</edXML:OrganId><edXML:ReceiverType>0</edXML:ReceiverType></edXML:Receiver>
              <edXML:Receiver><edXML:OrganId>H41</edXML:OrganId><edXML:ReceiverType>1</edXML:ReceiverType></edXML:Receiver></edXML:ReceiverList>
            </edXML:BussinessDocumentInfo>
            <edXML:ReplacementInfoList><edXML:ReplacementInfo><edXML:DocumentId>cũ</edXML:DocumentId>
              <edXML:OrganIdList><edXML:OrganId>H37</edXML:OrganId><edXML:OrganId>H41</edXML:OrganId></edXML:OrganIdList></edXML:ReplacementInfo></edXML:ReplacementInfoList>
            <edXML:StaffInfo><edXML:Mobile>0</edXML:Mobile></edXML:StaffInfo>
            """).Read().Package();

        var business = package.Business.ShouldNotBeNull();
        business.DocType.ShouldBe(BusinessDocType.Update);
        business.Reason.ShouldBe("Sửa nơi nhận");
        business.DocumentInfo!.DocumentReceiver.ShouldBe(true);
        business.DocumentInfo.Receivers.ShouldBe([new("H37", 0), new("H41", 1)]);
        business.Replacements.ShouldHaveSingleItem().OrganIds.ShouldBe(["H37", "H41"]);
        business.Staff!.Mobile.ShouldBe("0");
    }
}
