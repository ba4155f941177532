using Axis.Hub.Statements.Issue;

namespace Axis.Hub.Statements;

/// <summary>Registers the daily statement.</summary>
internal static class StatementComponent
{
    public static IServiceCollection AddStatements(this IServiceCollection services)
    {
        services.AddSingleton<IssueStatements>();
        services.AddSingleton<StatementStore>();
        return services;
    }
}
