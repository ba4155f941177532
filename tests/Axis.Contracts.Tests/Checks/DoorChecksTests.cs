using Axis.Contracts.Checks;
using Axis.Contracts.Errors;
using Axis.Contracts.Tests.Edxml;

namespace Axis.Contracts.Tests.Checks;

public class DoorChecksTests
{
    [Fact]
    public void Passes_what_it_can_judge_and_leaves_the_rest()
    {
        var list = DoorChecks.Judge(Sample.Edoc.Read());

        list.Failed.ShouldBeFalse();
        list.Results.Select(result => result.Rule).ShouldBe(Enum.GetValues<CheckRule>());
        list.Results.Where(result => result.State == CheckState.Passed).Select(result => result.Rule)
            .ShouldBe([CheckRule.R2, CheckRule.R3, CheckRule.R6, CheckRule.R7, CheckRule.R8]);
        list[CheckRule.R9].State.ShouldBe(CheckState.NotChecked);
    }

    [Fact]
    public void Judges_nothing_more_of_what_could_not_be_parsed()
    {
        var list = DoorChecks.Judge("<edXML".Read());

        list[CheckRule.R2].State.ShouldBe(CheckState.Failed);
        list.Results.Count(result => result.State == CheckState.NotChecked).ShouldBe(11);
    }

    [Fact]
    public void Puts_the_size_limit_under_its_own_rule() =>
        DoorChecks.Judge(Sample.Edoc.Read(new() { MaxBytes = 10 }))[CheckRule.R1].State.ShouldBe(CheckState.Failed);

    [Theory]
    [InlineData("Date>2026/11/23<", "Date>?<", CheckRule.R8)]
    [InlineData("V/v kiểm thử", "", CheckRule.R7)]
    [InlineData("<edXML:Subject>V/v kiểm thử</edXML:Subject>", "", CheckRule.R3)]
    public void Leaves_the_attachments_unchecked_when_the_header_is_refused(string part, string replacement, CheckRule rule)
    {
        var list = DoorChecks.Judge(Sample.Edoc.With(part, replacement).Read());

        list[rule].State.ShouldBe(CheckState.Failed);
        list[CheckRule.R6].State.ShouldBe(CheckState.NotChecked);
        list[CheckRule.R2].State.ShouldBe(CheckState.Passed);
    }

    [Fact]
    public void Refuses_a_document_without_attachment()
    {
        var text = Sample.Edoc;
        var body = text[text.IndexOf("    <edXML:edXMLBody>", StringComparison.Ordinal)..text.IndexOf("  </edXML:edXMLEnvelope>", StringComparison.Ordinal)];
        var attachments = text[text.IndexOf("  <AttachmentEncoded>", StringComparison.Ordinal)..text.IndexOf("</edXML>", StringComparison.Ordinal)];

        text.With(body, "").With(attachments, "").Read().Found().ShouldBe(["AXS-2601 /edXML/AttachmentEncoded"]);
        Sample.Status.Read().Found().ShouldBeEmpty();
    }

    [Fact]
    public void Warns_without_failing()
    {
        var list = DoorChecks.Judge(Sample.Edoc.With("<ContentType>application/doc</ContentType>", "").Read());

        list[CheckRule.R6].State.ShouldBe(CheckState.Warned);
        list.Failed.ShouldBeFalse();
    }

    [Fact]
    public void A_result_can_be_filled_in_later()
    {
        var finding = Finding.Refuse(ErrorCatalogue.ReceiverUnknown, "", "X");
        var list = DoorChecks.Judge(Sample.Edoc.Read()).With(CheckResult.Of(CheckRule.R5, [finding]));

        list[CheckRule.R5].State.ShouldBe(CheckState.Failed);
        list.Failed.ShouldBeTrue();
        list.Findings.ShouldBe([finding]);
    }

    /// <summary>Whoever is refused hears which one is suspended and since when.</summary>
    [Fact]
    public void Names_what_is_suspended_and_since_when()
    {
        var since = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
        var facts = DoorCases.Facts with
        {
            Adapter = new("G22", false) { SuspendedSince = since },
            Receivers = [new("H37.02", "b", ReceiverStanding.Locked) { SuspendedSince = since }, DoorCases.Facts.Receivers![1]],
        };
        var english = DoorChecks.Judge(Sample.Edoc.Read(), facts).Findings.Select(finding => finding.English).ToArray();

        english.ShouldContain("Adapter G22 is suspended since 10:00 22/11/2026.");
        english.ShouldContain("Receiver H37.02 is suspended since 10:00 22/11/2026.");
    }
}
