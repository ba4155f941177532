using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Axis.Journeys.Standards;

public class LoggingTests
{
    public static TheoryData<string> Assemblies => [.. Product.All.Select(assembly => assembly.GetName().Name!)];

    [Theory, MemberData(nameof(Assemblies))]
    public void Every_event_has_a_number_of_its_own(string name) => Events(name)
        .GroupBy(found => found.Message.EventId).Where(group => group.Key <= 0 || group.Count() > 1)
        .Select(group => $"{group.Key}: {string.Join(", ", group.Select(found => $"{found.Method.DeclaringType!.Name}.{found.Method.Name}"))}")
        .ShouldBeEmpty();

    [Theory, MemberData(nameof(Assemblies))]
    public void Events_are_declared_in_the_log_of_their_feature(string name) => Events(name)
        .Where(found => !found.Method.DeclaringType!.Name.EndsWith("Log", StringComparison.Ordinal))
        .Select(found => found.Method.DeclaringType!.FullName).Distinct().ShouldBeEmpty();

    private static IEnumerable<(MethodInfo Method, LoggerMessageAttribute Message)> Events(string name) =>
        from type in Product.All.Single(assembly => assembly.GetName().Name == name).GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is not null
        select (method, message);
}
