using Axis.Hub.Platform.Security;
using Axis.Hub.Platform.Work;
using Axis.Hub.Statements.Deliver;
using Axis.Hub.Statements.Explain;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Statements.OpenItems;
using Axis.Hub.Statements.Render;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Axis.Hub.Statements;

/// <summary>Registers the daily statement.</summary>
internal static class StatementComponent
{
    /// <summary>Issues, reads and sends them, every day by itself.</summary>
    public static IServiceCollection AddStatements(this IServiceCollection services)
    {
        services.AddStatementIssue();
        services.AddSingleton(provider =>
        {
            var certificates = provider.GetRequiredService<HubCertificates>();
            return new StatementFiles(certificates.Seal, provider.GetRequiredService<TimeProvider>(), certificates.Anchors.Intermediates);
        });
        services.TryAddSingleton<OpenItemStore>();
        services.AddSingleton<ActOnItem>();
        services.AddRunning<SendParcels>();
        services.AddRunning<IssueDaily>();
        return services;
    }

    /// <summary>Issues and reads them; for the command line, which sends nothing.</summary>
    public static IServiceCollection AddStatementIssue(this IServiceCollection services)
    {
        services.AddSingleton<StatementRuns>();
        services.AddSingleton<IssueStatements>();
        services.AddSingleton<StatementStore>();
        services.AddSingleton<CheckAxis>();
        services.AddSingleton<ExplainStatement>();
        return services;
    }
}
