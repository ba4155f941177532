using Axis.Hub.Console;

namespace Axis.Hub.Tests.Console;

public class ConsoleDoorTests
{
    [Theory]
    [InlineData("http://127.0.0.1:7080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://localhost:7080")]
    [InlineData("http://[::1]:7080")]
    public void Opens_on_loopback(string endpoint) => Should.NotThrow(() => new ConsoleDoor(endpoint));

    [Theory]
    [InlineData("http://0.0.0.0:7080")]
    [InlineData("http://*:7080")]
    [InlineData("http://+:7080")]
    [InlineData("http://[::]:7080")]
    [InlineData("http://10.1.2.3:7080")]
    [InlineData("http://axis.example:7080")]
    [InlineData("7080")]
    [InlineData("")]
    public void Refuses_any_other_address_at_start(string endpoint) =>
        Should.Throw<InvalidOperationException>(() => new ConsoleDoor(endpoint)).Message.ShouldContain("ConsoleEndpoint");
}
