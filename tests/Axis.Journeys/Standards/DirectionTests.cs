using System.Reflection;
using NetArchTest.Rules;

namespace Axis.Journeys.Standards;

/// <summary>Hub -> Contracts &lt;- Adapter; only the simulator and the tests know both.</summary>
public class DirectionTests
{
    private const string Hub = "Axis.Hub";

    [Fact]
    public void Contracts_knows_neither_side_nor_any_framework() =>
        References(Product.Contracts).Where(name =>
            name.StartsWith("axis-", StringComparison.Ordinal) || name.StartsWith("MassTransit", StringComparison.Ordinal)
            || name.StartsWith("RabbitMQ", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_hub_does_not_know_the_adapter() =>
        References(Product.Hub).ShouldNotContain(name => name == "axis-adapter" || name == "axis-simulator");

    [Fact]
    public void The_adapter_does_not_know_the_hub_nor_its_bus() =>
        References(Product.Adapter).ShouldNotContain(name =>
            name == "axis-hub" || name == "axis-simulator" || name.StartsWith("MassTransit", StringComparison.Ordinal));

    [Fact]
    public void The_simulator_alone_knows_both() =>
        Tree.Files("src", "*.csproj").Where(path => Tree.Read(path) is var project
                && project.Contains("Axis.Hub.csproj", StringComparison.Ordinal) && project.Contains("Agency.Adapter.csproj", StringComparison.Ordinal))
            .ShouldBe(["src/Axis.Simulator/Axis.Simulator.csproj"]);

    [Fact]
    public void The_platform_holds_no_business() =>
        Broken(Types.InAssembly(Product.Hub).That().ResideInNamespace($"{Hub}.Platform")
            .ShouldNot().HaveDependencyOnAny(Hubs("Flow", "Ledger", "Agencies", "Operate", "Console", "Watch", "Statements", "Mail"))).ShouldBeEmpty();

    [Fact]
    public void The_ledger_and_the_registry_do_not_know_who_uses_them() =>
        Broken(Types.InAssembly(Product.Hub).That().ResideInNamespace($"{Hub}.Ledger").Or().ResideInNamespace($"{Hub}.Agencies")
            .ShouldNot().HaveDependencyOnAny(Hubs("Flow", "Operate", "Console", "Watch", "Statements", "Mail"))).ShouldBeEmpty();

    [Fact]
    public void The_flow_does_not_know_its_watchers() =>
        Broken(Types.InAssembly(Product.Hub).That().ResideInNamespace($"{Hub}.Flow")
            .ShouldNot().HaveDependencyOnAny(Hubs("Operate", "Console", "Mail"))).ShouldBeEmpty();

    private static string[] Hubs(params string[] folders) => [.. folders.Select(folder => $"{Hub}.{folder}")];

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<string> Broken(ConditionList rule) => rule.GetResult().FailingTypeNames ?? [];
}
