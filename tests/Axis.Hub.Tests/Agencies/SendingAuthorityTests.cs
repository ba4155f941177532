using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;
using Axis.Hub.Tests.Flow;

namespace Axis.Hub.Tests.Agencies;

/// <summary>
/// Who may send as whom, as a table. H37 has an adapter and serves H37.02; H14 has one too; H20 was merged into H37 on 20 November and has adapter OLD;
/// H29 has adapter H29 and delegates to H14: notices and normative documents until the end of November, and everything in January; H30 is suspended.
/// </summary>
public sealed class SendingAuthorityTests
{
    private static readonly DateTimeOffset Merged = Day(20);
    private static readonly DateTimeOffset Now = Day(24);

    private static readonly AgencyDirectory Directory = Make();

    public static TheoryData<string, string, string, int, string, string?> Cases => new()
    {
        // adapter, code, document type, day of the seal, standing, agency
        { "H37", "H37", "Công văn", 24, "Served", "H37" },
        { "H37", "H37.02", "Công văn", 24, "Served", "H37.02" },
        { "H37", "000.00.02.H37", "Công văn", 24, "Served", "H37.02" },
        { "H14", "H37.02", "Công văn", 24, "NotServed", "H37.02" },
        { "H14", "H37", "Công văn", 24, "NotServed", "H37" },
        { "H14", "X1", "Công văn", 24, "NotServed", null },
        { "H14", "H29", "Thông báo", 24, "Served by delegation", "H29" },
        { "H14", "H29", "Thông tư", 24, "Served by delegation", "H29" },
        { "H14", "H29", "Công văn", 24, "OutsideDelegation", "H29" },
        { "H14", "H29", "status", 24, "OutsideDelegation", "H29" },
        { "H14", "H29.01", "Thông báo", 24, "NotServed", "H29.01" },
        { "H37", "H29", "Thông báo", 24, "NotServed", "H29" },
        { "H29", "H29", "Công văn", 24, "Served", "H29" },
        { "H37", "H30", "Công văn", 24, "Locked", "H30" },
        { "H14", "H30", "Công văn", 24, "Locked by delegation", "H30" },
        { "H29", "H30", "Công văn", 24, "NotServed", "H30" },
        { "H37", "H20", "Công văn", 24, "Served after H37", "H37" },
        { "H37", "H20", "status", 24, "Served after H37", "H37" },
        { "OLD", "H20", "Công văn", 24, "NotServed after H37", "H37" },
        { "OLD", "H20", "Công văn", 19, "Served after H37", "H20" },
        { "OLD", "H20", "status", 24, "Served after H37", "H20" },
        { "OLD", "H37", "status", 24, "NotServed", "H37" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Judges_who_sends_as_whom(string adapter, string code, string type, int sealedOn, string expected, string? agency)
    {
        var judged = Directory.JudgeSender(adapter, code, PackageOf(type), Now, Day(sealedOn));

        Describe(judged).ShouldBe(expected);
        (judged.Agency?.Code).ShouldBe(agency);
    }

    /// <summary>The day of acceptance counts: a seal of its last day does not carry a delegation on, and a revocation ends it at once.</summary>
    [Theory]
    [InlineData(-31, "OutsideDelegation")]
    [InlineData(-30, "Served by delegation")]
    [InlineData(30, "Served by delegation")]
    [InlineData(31, "OutsideDelegation")]
    [InlineData(62, "Served by delegation")]
    [InlineData(70, "OutsideDelegation")]
    public void Counts_a_delegation_from_its_first_day_to_its_end_or_revocation(int day, string expected) =>
        Describe(Directory.JudgeSender("H14", "H29", PackageOf("Thông báo"), Day(1).AddDays(day - 1), Now)).ShouldBe(expected);

    public static TheoryData<string, string, string, string?, string, bool> Seals => new()
    {
        // adapter, code, type, adapter that the certificate is for, agencies that it names, speaks
        { "H37", "H37", "Công văn", "H37", "H37", true },
        { "H37", "H37", "Công văn", "H37", "H14", false },
        { "H37", "H37.02", "Công văn", "H37", "H37", true },
        { "H37", "H37.02", "Công văn", "H37", "H37.02", true },
        { "H37", "H37", "Công văn", "H37", "H37.02", false },
        { "H37", "H37", "Công văn", "H37", "", false },
        { "H37", "H20", "Công văn", "H37", "H37", true },
        { "OLD", "H20", "status", "OLD", "H20", true },
        { "H14", "H29", "Thông báo", "H14", "H14", true },
        { "H14", "H29", "Thông báo", "H14", "", true },
        { "H14", "H29", "Thông báo", null, "H14", true },
        { "H14", "H29", "Thông báo", "H29", "H29", false },
        { "H14", "H29", "Thông báo", "H37", "H37", false },
    };

    /// <summary>Under a delegation the seal is the acting adapter's: whoever acts puts its own name to it.</summary>
    [Theory, MemberData(nameof(Seals))]
    public void Wants_the_seal_of_who_acts(string adapter, string code, string type, string? certified, string named, bool speaks)
    {
        var sender = Directory.JudgeSender(adapter, code, PackageOf(type), Now, Now);
        var seal = new SealVerdict(SealCode.Ok, new string('a', 64), "CN=any", certified, named.Split(',', StringSplitOptions.RemoveEmptyEntries), Now, null);

        Directory.SpeaksFor(seal, sender, Now, Now).ShouldBe(speaks);
    }

    [Theory]
    [InlineData("H37", 24, 24, "Reachable", "H37", null)]
    [InlineData("H37.02", 24, 24, "Reachable", "H37", null)]
    [InlineData("H20", 19, 19, "Reachable", "OLD", null)]
    [InlineData("H20", 24, 19, "Reachable", "H37", "H37")]
    [InlineData("H30", 24, 24, "Locked", "H37", null)]
    [InlineData("X1", 24, 24, "Unknown", null, null)]
    [InlineData("H31", 24, 24, "Unknown", null, null)]
    public void Finds_whom_a_code_reaches(string code, int day, int sealedOn, string expected, string? adapter, string? successor)
    {
        var judged = Directory.JudgeReceiver(code, Day(day), Day(sealedOn));

        judged.Standing.ToString().ShouldBe(expected);
        (judged.Adapter?.Code).ShouldBe(adapter);
        judged.Successor.ShouldBe(successor);
    }

    private static DateTimeOffset Day(int day) => new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day - 1);

    private static string Describe(SenderJudgement judged) =>
        judged.Standing + (judged.Delegation is null ? "" : " by delegation") + (judged.Successor is { } successor ? " after " + successor : "");

    private static Package PackageOf(string type)
    {
        var draft = type == "status" ? new Draft { Status = "03" } : new Draft { TypeName = type };
        return PackageReader.Read(draft.PackageAsync().GetAwaiter().GetResult(), ReadLimits.Default).ShouldBeOfType<ReadOutcome.Read>().Package;
    }

    private static AgencyDirectory Make()
    {
        var ids = new[] { "H37", "H37.02", "H14", "H20", "H29", "H29.01", "H30", "H31" }.ToDictionary(code => code, _ => Guid.CreateVersion7());
        AgencyEntry[] agencies =
        [
            FlowNation.Agency(ids["H37"], "H37", "H37"), FlowNation.Agency(ids["H37.02"], "H37.02", null, ids["H37"]), FlowNation.Agency(ids["H14"], "H14", "H14"),
            FlowNation.Agency(ids["H20"], "H20", "OLD"), FlowNation.Agency(ids["H29"], "H29", "H29"), FlowNation.Agency(ids["H29.01"], "H29.01", null, ids["H29"]),
            FlowNation.Agency(ids["H30"], "H30", "H37", active: false) with { SuspendedSince = Day(2) }, FlowNation.Agency(ids["H31"], "H31", null),
        ];
        AliasEntry[] aliases =
        [
            .. agencies.Select(agency => new AliasEntry(agency.Code, agency.AgencyId, "qd20", null, null)
            {
                SuccessorCode = agency.Code == "H20" ? "H37" : null, SuccessorFrom = agency.Code == "H20" ? Merged : null,
            }),
            new("000.00.02.H37", ids["H37.02"], "qcvn102", null, null),
        ];
        DelegationEntry[] delegations =
        [
            new(Guid.CreateVersion7(), ids["H29"], "H14", ["thong-bao", "normative"], Day(-30), Day(31), null),
            new(Guid.CreateVersion7(), ids["H29"], "H14", null, Day(62), Day(100), Day(70)),
            new(Guid.CreateVersion7(), ids["H30"], "H14", null, Day(1), null, null),
        ];
        return new(agencies, aliases, [.. new[] { "H37", "H14", "OLD", "H29" }.Select(code => new AdapterEntry(code, code, true, null))], delegations);
    }
}
