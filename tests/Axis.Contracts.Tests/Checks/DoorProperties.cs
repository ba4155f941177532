using System.Text;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Tests.Edxml;
using FsCheck;
using FsCheck.Fluent;

namespace Axis.Contracts.Tests.Checks;

public class DoorProperties
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(20).WithQuietOnSuccess(true);

    [Fact]
    public void Whatever_a_package_says_is_judged_in_whole_sentences() => Prop.ForAll(DraftGenerator.Edocs.ToArbitrary(), sample =>
    {
        var package = DoorCases.Package with { Edoc = sample.Header, Business = sample.Business };
        var facts = DoorCases.Facts with
        {
            Receivers = [.. DoorFacts.CodesOf(package).Select((code, index) => new ReceiverFact(code, "agency " + index, (ReceiverStanding)(index % 3)))],
            Amended = [.. DoorFacts.DocumentIdsOf(package).Skip(1).Select(id => new AmendedDocument(id, ["agency 0"]))],
        };
        var list = DoorChecks.Judge(new ReadOutcome.Read(package) { Sha256 = "0f" }, facts);

        list.Results.Where(result => result.State == CheckState.NotChecked).Select(result => result.Rule)
            .Except([CheckRule.R9, CheckRule.R10]).ShouldBeEmpty();
        list.Findings.ShouldAllBe(finding => finding.Vietnamese.Length > 3 && finding.English.Length > 3 && finding.Vietnamese != finding.English);
    }).Check(Config);

    [Fact]
    public void No_more_is_told_than_may_travel_and_the_gravest_of_every_rule_is_among_it()
    {
        var header = DoorCases.Package.Edoc! with { ToPlaces = [.. Enumerable.Repeat(".", 5000)], Subject = "MẬT", TypeName = "null" };

        var list = DoorChecks.Judge(new ReadOutcome.Read(DoorCases.Package with { Edoc = header }) { Sha256 = "0f" }, DoorFacts.None);

        list.Findings.Count.ShouldBe(ReadLimits.Default.MaxFindings);
        list.Findings.Select(finding => finding.Code).ShouldContain(ErrorCatalogue.SecretMarked.Code);
        list[CheckRule.R7].State.ShouldBe(CheckState.Failed);
        list[CheckRule.R7].Findings[0].Severity.ShouldBe(Severity.Refusal);
    }

    [Fact]
    public void Composed_and_decomposed_letters_meet_the_same_findings()
    {
        foreach (var row in DoorCases.All)
        {
            var package = row.Change(DoorCases.Package);

            Codes(Decomposed(package), row).ShouldBe(Codes(package, row), row.Key);
        }
    }

    private static string[] Codes(Package package, DoorCase row) =>
        [.. DoorChecks.Judge(new ReadOutcome.Read(package) { Sha256 = DoorCaseTests.Sha256 }, row.Know(DoorCases.Facts)).Findings.Select(finding => finding.Code + finding.Path)];

    private static Package Decomposed(Package package) => package.Edoc is not { } header ? package : package with
    {
        Attachments = [.. package.Attachments.Select(attachment => attachment with { Name = Apart(attachment.Name) })],
        Edoc = header with
        {
            DocumentId = Apart(header.DocumentId)!,
            Code = new(Apart(header.Code.Number)!, Apart(header.Code.Notation)!),
            Place = Apart(header.Place)!,
            TypeName = Apart(header.TypeName)!,
            Subject = Apart(header.Subject)!,
            Content = Apart(header.Content),
            Signer = new(Apart(header.Signer.Competence), Apart(header.Signer.Position), Apart(header.Signer.FullName)!),
            ToPlaces = [.. header.ToPlaces.Select(place => Apart(place)!)],
            Appendixes = [.. header.Appendixes.Select(appendix => Apart(appendix)!)],
        },
    };

    private static string? Apart(string? text) => text?.Normalize(NormalizationForm.FormD);
}
