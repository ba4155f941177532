using System.Data.Common;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Polly;
using Polly.Registry;

namespace Axis.Hub.Platform.Storage;

/// <summary>Registers the database that the connection string names.</summary>
internal static class StorageComponent
{
    public static IServiceCollection AddStorage(this IServiceCollection services, string connectionString)
    {
        SqlTypes.Register();
        _ = SqlText.ResolveAll();
        services.TryAddSingleton(TimeProvider.System);
        services.AddResiliencePipeline(DatabasePipelines.Work, static (builder, context) =>
            DatabasePipelines.Configure(builder, context.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Axis.Hub.Storage")));
        services.AddSingleton<IDatabase>(provider => Create(
            connectionString,
            provider.GetRequiredService<ResiliencePipelineProvider<string>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("Axis.Hub.Storage")));
        return services;
    }

    /// <summary><c>Data Source=something.db</c> is a SQLite file, everything else SQL Server, also a server of such a name whose database is named.</summary>
    public static SqlDialect DialectOf(string connectionString)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return parts.TryGetValue("Data Source", out var source) && source is string file && file.EndsWith(".db", StringComparison.OrdinalIgnoreCase)
            && !parts.ContainsKey("Initial Catalog") && !parts.ContainsKey("Database")
            ? SqlDialect.Sqlite
            : SqlDialect.SqlServer;
    }

    private static Database Create(string connectionString, ResiliencePipelineProvider<string> pipelines, TimeProvider time, ILogger logger) =>
        DialectOf(connectionString) == SqlDialect.Sqlite
            ? new SqliteDatabase(connectionString, pipelines, new SqliteMigrator(connectionString, time, logger))
            : new SqlServerDatabase(connectionString, pipelines, new SqlServerMigrator(connectionString, time, logger));
}
