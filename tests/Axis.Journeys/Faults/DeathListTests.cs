using System.Reflection;
using Agency.Adapter;
using Axis.Hub;
using Axis.Journeys.Standards;

namespace Axis.Journeys.Faults;

/// <summary>No place to die without a test that dies there, and no row of protocol.md 10 without one.</summary>
public sealed class DeathListTests
{
    /// <summary>9, 14, 17 and 18 are no places in the code by nature; their rows die in the middle of what heals them.</summary>
    [Fact]
    public void Every_row_of_the_protocol_is_died_in() =>
        Deaths.All.Select(death => death.Row).Distinct().Order().ShouldBe(Enumerable.Range(1, 19));

    [Fact]
    public void Every_listed_place_is_died_at() =>
        Deaths.All.Select(death => Deaths.NameOf(death.Point)).Distinct().ShouldBe(HubCrashPoints.All.Concat(AdapterCrashPoints.All), ignoreOrder: true);

    [Theory]
    [InlineData(typeof(HubCrashPoints))]
    [InlineData(typeof(AdapterCrashPoints))]
    public void A_list_names_every_constant_once(Type list) =>
        ((IReadOnlyList<string>)list.GetProperty("All")!.GetValue(null)!).ShouldBe(
            list.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetValue(null)!), ignoreOrder: true);

    [Fact]
    public void Every_death_of_the_list_is_some_theorys()
    {
        var told = typeof(DeathListTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<MemberDataAttribute>().Select(data => (method.DeclaringType!, data.MemberName)))
            .Where(member => member.Item1.Namespace == typeof(DeathListTests).Namespace)
            .Select(member => member.Item1.GetProperty(member.MemberName)!.GetValue(null))
            .OfType<TheoryData<int, string, string>>().SelectMany(data => data)
            .Select(row => row.Data);
        told.ShouldBe(Deaths.All, ignoreOrder: true);
    }

    /// <summary>A place that is spelled out on the spot is on no list.</summary>
    [Fact]
    public void The_code_passes_places_by_their_constants_only() =>
        Tree.Files("src", "*.cs").Where(path => Tree.Read(path).Contains("CrashPoint.Pass(\"", StringComparison.Ordinal)).ShouldBeEmpty();

    /// <summary>And one that is on a list is passed somewhere.</summary>
    [Fact]
    public void Every_constant_is_passed_somewhere()
    {
        var sources = Tree.Files("src", "*.cs").Where(path => !path.EndsWith("CrashPoints.cs", StringComparison.Ordinal)).Select(Tree.Read).ToList();
        new[] { typeof(HubCrashPoints), typeof(AdapterCrashPoints) }
            .SelectMany(list => list.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{list.Name}.{field.Name}"))
            .Where(name => !sources.Exists(source => source.Contains(name, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }
}
