using System.Reflection;
using Axis.Contracts.Wire;

namespace Axis.Journeys.Standards;

/// <summary>The product's compiled assemblies.</summary>
internal static class Product
{
    public static Assembly Contracts { get; } = typeof(WireNames).Assembly;

    public static Assembly Hub { get; } = typeof(Axis.Hub.HubOptions).Assembly;

    public static Assembly Adapter { get; } = Assembly.Load("axis-adapter");

    public static Assembly Simulator { get; } = Assembly.Load("axis-simulator");

    public static IReadOnlyList<Assembly> All { get; } = [Contracts, Hub, Adapter, Simulator];

    /// <summary>Types that people wrote, without what the compiler makes.</summary>
    public static IEnumerable<Type> Types(Assembly assembly) => assembly.GetTypes().Where(type =>
        !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Namespace is { } space && (space.StartsWith("Axis", StringComparison.Ordinal) || space.StartsWith("Agency", StringComparison.Ordinal)));
}
