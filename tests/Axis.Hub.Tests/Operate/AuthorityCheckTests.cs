using Axis.Hub.Agencies;
using Axis.Hub.Operate.Doctor;
using Axis.Hub.Tests.Flow;

namespace Axis.Hub.Tests.Operate;

public sealed class AuthorityCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Tells_of_what_is_suspended()
    {
        var found = AuthorityCheck.Run(
            new(
                [FlowNation.Agency(FlowNation.Other, "H14", "H14"), FlowNation.Agency(FlowNation.Locked, "H99", "H14", active: false) with { SuspendedSince = Now.AddDays(-3) }],
                [], [new("H14", "H14", false, null) { SuspendedSince = Now.AddDays(-2) }]),
            Now);

        found.ShouldAllBe(diagnosis => diagnosis.Health == Health.Doubtful);
        found.Select(diagnosis => $"{diagnosis.Check}: {diagnosis.Found}").ShouldBe(
            ["suspension of adapter H14: suspended since 2026-11-27 03:00:00Z", "suspension of agency H99: suspended since 2026-11-26 03:00:00Z"]);
        found[0].Remedy!.ShouldStartWith("axis-hub adapter resume H14");
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    [InlineData(null, false)]
    public void Tells_of_a_delegation_30_days_before_its_end(int? days, bool told)
    {
        var delegation = new DelegationEntry(Guid.CreateVersion7(), FlowNation.Other, "H37", null, Now.AddDays(-90), days is { } until ? Now.AddDays(until) : null, null);
        var found = AuthorityCheck.Run(new([FlowNation.Agency(FlowNation.Other, "H14", "H14")], [], [], [delegation]), Now).ShouldHaveSingleItem();

        found.Health.ShouldBe(told ? Health.Doubtful : Health.Well);
        found.Check.ShouldBe(told ? "delegation of H14 to adapter H37" : "authority");
    }
}
