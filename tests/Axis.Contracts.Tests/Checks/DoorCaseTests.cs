using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Tests.Edxml;

namespace Axis.Contracts.Tests.Checks;

public class DoorCaseTests
{
    /// <summary>What the package of every row has for a hash.</summary>
    internal const string Sha256 = "0f";

    public static TheoryData<string> Keys => [.. DoorCases.All.Select(row => row.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Finds_all_of_it_and_nothing_else(string key)
    {
        var row = DoorCases.All.Single(other => other.Key == key);
        var list = Judge(row.Change(DoorCases.Package), row.Know(DoorCases.Facts));

        list.Results.Select(result => result.Rule).ShouldBe(Enum.GetValues<CheckRule>());
        Found(list[row.Rule]).ShouldBe(row.Expected);
    }

    [Fact]
    public void Passes_an_ordinary_letter_by_every_rule_but_the_signatures()
    {
        var list = Judge(DoorCases.Package, DoorCases.Facts);

        list.Results.Where(result => result.State != CheckState.Passed).Select(result => (result.Rule, result.State)).ShouldBe([(CheckRule.R10, CheckState.NotChecked)]);
        list.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Passes_a_package_as_the_national_client_writes_it()
    {
        var facts = DoorCases.Facts with
        {
            Sender = new("H99.01", "a", SenderStanding.Served),
            Receivers = [new("H99.02", "b", ReceiverStanding.Reachable), new("H99.03", "c", ReceiverStanding.Reachable)],
        };
        var list = DoorChecks.Judge(PackageReader.Read(Fixture.Bytes("sdk-edoc.edxml"), ReadLimits.Default), facts);

        list.Findings.ShouldBeEmpty();
        list.Results.Count(result => result.State == CheckState.Passed).ShouldBe(11);
    }

    [Fact]
    public void Looks_up_every_agency_and_document_that_a_package_names()
    {
        var package = DoorCases.Package with
        {
            Business = new()
            {
                DocType = BusinessDocType.Replacement, DocumentInfo = new(null, true, [new("H37.02", 0), new("H20", 1)]),
                Replacements = [new("cũ 1", ["H21", "H37.02"]), new("cũ 2", []), new("cũ 1", ["H22"])],
            },
        };

        DoorFacts.CodesOf(package).ShouldBe(["H37.02", "000.00.00.H14", "H20", "H21", "H22"]);
        DoorFacts.DocumentIdsOf(package).ShouldBe(["cũ 1", "cũ 2"]);
        DoorFacts.DocumentIdsOf(DoorCases.Package).ShouldBeEmpty();
    }

    [Fact]
    public void Says_when_a_document_was_sent_before()
    {
        var facts = DoorCases.Facts with { Earlier = [new("b", Guid.Empty, "7816/VPCP-TTĐT", Sha256, new DateTimeOffset(2026, 11, 20, 17, 5, 0, TimeSpan.Zero), false)] };

        Judge(DoorCases.Package, facts)[CheckRule.R9].Findings[^1].English.ShouldBe("This very package (document 7816/VPCP-TTĐT) was sent at 00:05 21/11/2026.");
    }

    [Fact]
    public void Tells_whoever_refuses_that_a_document_is_secret()
    {
        var secret = Judge(DoorCases.Package with { Edoc = DoorCases.Package.Edoc! with { Subject = "[MẬT] Báo cáo" } }, DoorFacts.None);

        SecrecyChecks.IsSecret(secret.Findings).ShouldBeTrue();
        SecrecyChecks.IsSecret(Judge(DoorCases.Package, DoorFacts.None).Findings).ShouldBeFalse();
        secret[CheckRule.R8].State.ShouldBe(CheckState.Failed);
    }

    [Fact]
    public void Knowing_nothing_is_judging_by_the_package_alone()
    {
        foreach (var row in DoorCases.All)
        {
            var outcome = new ReadOutcome.Read(row.Change(DoorCases.Package)) { Sha256 = Sha256 };

            Shown(DoorChecks.Judge(outcome)).ShouldBe(Shown(DoorChecks.Judge(outcome, DoorFacts.None)), row.Key);
            DoorChecks.Judge(outcome).Results.Where(result => result.Rule is CheckRule.R1 or CheckRule.R4 or CheckRule.R5 or CheckRule.R9 or CheckRule.R10 or CheckRule.R12)
                .ShouldAllBe(result => result.State == CheckState.NotChecked, row.Key);
        }
    }

    /// <summary>As the hub does: the package when it comes in, registry and ledger when it is decided.</summary>
    [Fact]
    public void Judging_in_two_steps_comes_to_the_same()
    {
        foreach (var row in DoorCases.All)
        {
            var (package, facts) = (row.Change(DoorCases.Package), row.Know(DoorCases.Facts));
            var first = DoorChecks.Judge(new ReadOutcome.Read(package) { Sha256 = Sha256, Length = 1 }, new DoorFacts { Now = facts.Now, Calendar = facts.Calendar });

            Shown(DoorChecks.Extend(first, package, Sha256, facts)).ShouldBe(Shown(Judge(package, facts)), row.Key);
        }
    }

    [Fact]
    public void Tells_who_is_turned_away_and_who_is_reached()
    {
        foreach (var row in DoorCases.All.Where(row => row.Rule == CheckRule.R5))
        {
            var (package, facts) = (row.Change(DoorCases.Package), row.Know(DoorCases.Facts));
            var away = DoorChecks.TurnedAway(package, facts);

            // A status waits for a suspended adapter, so that is told and turns nobody away.
            away.Select(one => one.Why.Code).ShouldBe(
                Judge(package, facts)[CheckRule.R5].Findings.Select(finding => finding.Code)
                    .Where(code => code is not ("AXS-1007" or "AXS-1010" or "AXS-1043") && (code != "AXS-1049" || package.Edoc is not null)), row.Key);
            away.ShouldAllBe(one => one.Why.Severity == Severity.Refusal, row.Key);
            DoorChecks.Reached(package, facts).Select(fact => fact.Code).ShouldBe(
                facts.Sender is not { Standing: SenderStanding.Served } || facts.Receivers is null ? []
                    : package.Receivers.Except(away.Select(one => one.Code)).Where(code => !(row.Name == "two codes of one agency" && code != package.Receivers[0])), row.Key);
        }
    }

    [Fact]
    public void Puts_every_finding_under_the_rule_of_its_code()
    {
        foreach (var row in DoorCases.All)
        {
            foreach (var result in Judge(row.Change(DoorCases.Package), row.Know(DoorCases.Facts)).Results)
            {
                result.Findings.Where(finding => finding.Code.StartsWith("AXS-2", StringComparison.Ordinal)).ShouldAllBe(finding => DoorChecks.RuleOf(finding) == result.Rule, row.Key);
            }
        }
    }

    /// <summary>A line of <c>./test.sh</c>.</summary>
    [Fact]
    public void There_are_enough_rows_and_each_has_a_name()
    {
        DoorCases.All.Select(row => row.Key).ShouldBeUnique();
        DoorCases.All.Count.ShouldBeGreaterThanOrEqualTo(150);
        Console.WriteLine($"door cases: {DoorCases.All.Count} ({string.Join(", ", DoorCases.All.GroupBy(row => row.Rule).OrderBy(rows => rows.Key).Select(rows => $"{rows.Key} {rows.Count()}"))})");
    }

    private static Checklist Judge(Package package, DoorFacts facts) => DoorChecks.Judge(new ReadOutcome.Read(package) { Sha256 = Sha256, Length = 1 }, facts);

    private static IEnumerable<string> Found(CheckResult result)
    {
        if (result.State == CheckState.NotChecked)
        {
            result.Findings.ShouldBeEmpty();
            return ["NOT_CHECKED"];
        }

        return result.Findings.Select(finding => finding.Code + Weight(finding.Severity) + " " + Short(finding.Path));
    }

    private static string Shown(Checklist list) => string.Join('\n', list.Results.Select(result => $"{result.Rule} {string.Join(' ', Found(result))}"));

    private static char Weight(Severity severity) => severity switch { Severity.Refusal => '!', Severity.Warning => '?', _ => '.' };

    private static string Short(string path) => path
        .Replace("/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/", "", StringComparison.Ordinal)
        .Replace("/edXML/edXMLEnvelope/edXMLHeader/TraceHeaderList/", "", StringComparison.Ordinal)
        .Replace("/edXML/AttachmentEncoded/", "", StringComparison.Ordinal);
}
