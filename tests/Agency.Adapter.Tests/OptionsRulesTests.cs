namespace Agency.Adapter.Tests;

public sealed class OptionsRulesTests
{
    [Fact]
    public void The_brokers_roots_that_cannot_be_used_are_named_by_code()
    {
        AdapterOptionsRules.Faults(new AdapterOptions { BrokerRootsPath = "/nowhere/at/all" })
            .ShouldContain(fault => fault.StartsWith("BrokerRootsPath: AXS-7006 ", StringComparison.Ordinal) && fault.Contains("/nowhere/at/all", StringComparison.Ordinal));
        AdapterOptionsRules.Faults(new AdapterOptions()).ShouldNotContain(fault => fault.StartsWith("BrokerRootsPath", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fault_about_time_stamps_is_told_at_once()
    {
        var faults = AdapterOptionsRules.Faults(new AdapterOptions
        {
            TimeStampAuthority = "ftp://tsa", TimeStampRootsPath = "/nowhere/at/all", TimeStampPatience = TimeSpan.Zero,
        });
        faults.ShouldContain(fault => fault.StartsWith("TimeStampAuthority: ", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("TimeStampRootsPath: '/nowhere/at/all'", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("TimeStampPatience: ", StringComparison.Ordinal));

        AdapterOptionsRules.Faults(new AdapterOptions { TimeStampAuthority = "http://tsa" })
            .ShouldContain(fault => fault.StartsWith("TimeStampRootsPath: the authority's stamps", StringComparison.Ordinal));
        AdapterOptionsRules.Faults(new AdapterOptions()).ShouldNotContain(fault => fault.StartsWith("TimeStamp", StringComparison.Ordinal));
    }
}
