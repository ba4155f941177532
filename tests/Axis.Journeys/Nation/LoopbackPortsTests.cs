using System.Globalization;
using Axis.Simulator.Nation;

namespace Axis.Journeys.Nation;

public sealed class LoopbackPortsTests
{
    /// <summary>A server that begins to listen later, or again, must find its port as it left it.</summary>
    [Fact]
    public void Ports_to_listen_on_later_are_none_that_the_system_hands_out_and_none_is_given_twice()
    {
        var range = File.ReadAllText("/proc/sys/net/ipv4/ip_local_port_range").Split();
        var handedOut = int.Parse(range[0], CultureInfo.InvariantCulture);
        Assert.SkipUnless(handedOut > 30_000, $"this machine hands out ports from {handedOut}");

        var ports = Enumerable.Range(0, 500).Select(_ => LoopbackPorts.Take()).ToArray();

        ports.ShouldBeUnique();
        ports.ShouldAllBe(port => port > 1024 && port < handedOut);
    }
}
