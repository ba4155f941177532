using System.Text;
using Axis.Contracts.Calendar;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Checks;

/// <summary>What the door says of packages as the national client library writes them, and as its users do.</summary>
public class NationalPackageTests
{
    private static readonly DoorFacts Facts = new()
    {
        Now = new DateTimeOffset(2026, 11, 23, 10, 30, 0, VietnamTime.Offset),
        Calendar = WorkingCalendar.National,
        Adapter = new("H99", true),
        Sender = new("H99.01", "a", SenderStanding.Served),
        Receivers = [new("H99.01", "a", ReceiverStanding.Reachable), new("H99.02", "b", ReceiverStanding.Reachable), new("H99.03", "c", ReceiverStanding.Reachable)],
        Earlier = [],
        SameId = [],
        Amended = [new("H99.01,2026/11/23,101/UBND-VX", ["b", "c"])],
    };

    /// <summary><c>AXIS_APPROVE=1</c> writes the approved file anew; review the diff.</summary>
    [Fact]
    public async Task The_door_says_what_was_approved_of_every_package()
    {
        var text = new StringBuilder();
        foreach (var (name, bytes) in NationalPackage.All)
        {
            var facts = name.Contains("status", StringComparison.Ordinal) || name.StartsWith("a refusal", StringComparison.Ordinal)
                ? Facts with { Sender = new("H99.02", "b", SenderStanding.Served) }
                : Facts;
            using var stream = new MemoryStream(bytes);
            var outcome = await PackageReader.ReadAsync(stream, ReadLimits.Default, null, TestContext.Current.CancellationToken);
            Write(text, name, DoorChecks.Judge(outcome, facts));
        }

        Approved.Matches("tests/Axis.Contracts.Tests/Checks/national-packages.approved.txt", text.ToString());
    }

    [Fact]
    public void Each_has_a_name_of_its_own() => NationalPackage.All.Select(package => package.Name).ShouldBeUnique();

    private static void Write(StringBuilder text, string name, Checklist list)
    {
        text.Append(name).Append(": ").Append(list.Failed ? "refused" : "taken").Append('\n');
        foreach (var states in list.Results.Where(result => result.State != CheckState.Passed).GroupBy(result => result.State).OrderBy(states => states.Key))
        {
            text.Append("  ").Append(states.Key).Append(": ").AppendJoin(", ", states.Select(result => result.Rule)).Append('\n');
        }

        foreach (var result in list.Results)
        {
            foreach (var finding in result.Findings)
            {
                text.Append("  ").Append(result.Rule).Append(' ').Append(finding.Severity).Append(' ').Append(finding.Code).Append(' ')
                    .Append(finding.Path.Length > 0 ? finding.Path + " " : "").Append(finding.English).Append('\n');
            }
        }
    }
}
