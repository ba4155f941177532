using Axis.Hub.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Axis.Hub.Tests.Storage.Rehearsal;

/// <summary>
/// Runs everything on SQLite and holds each statement's other text against what was really sent and asked for, so that
/// behaviour tests find what would fail at the first meeting with a server.
/// </summary>
internal sealed class RehearsedDatabase(IDatabase database) : IDatabase, IAsyncDisposable
{
    public SqlDialect Dialect => database.Dialect;

    public Task<T> WriteAsync<T>(string name, Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        database.WriteAsync(name, (session, token) => work(new Session(session), token), cancellation);

    public Task<T> ReadAsync<T>(string name, Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        database.ReadAsync(name, (session, token) => work(new Session(session), token), cancellation);

    public Task MigrateAsync(CancellationToken cancellation) => database.MigrateAsync(cancellation);

    public Task<IReadOnlyList<string>> InspectAsync(CancellationToken cancellation) => database.InspectAsync(cancellation);

    public ValueTask DisposeAsync() => database is IAsyncDisposable owned ? owned.DisposeAsync() : ValueTask.CompletedTask;

    private sealed class Session(ISqlSession session) : ISqlSession
    {
        public bool Writes => session.Writes;

        public Task<IReadOnlyList<T>> QueryAsync<T>(SqlText text, object? parameters, CancellationToken cancellation)
        {
            Rehearse(text, parameters).CheckRows<T>();
            return session.QueryAsync<T>(text, parameters, cancellation);
        }

        public Task<T?> FindAsync<T>(SqlText text, object? parameters, CancellationToken cancellation)
        {
            Rehearse(text, parameters).CheckRows<T>();
            return session.FindAsync<T>(text, parameters, cancellation);
        }

        public Task<int> ExecuteAsync(SqlText text, object? parameters, CancellationToken cancellation)
        {
            Rehearse(text, parameters);
            return session.ExecuteAsync(text, parameters, cancellation);
        }

        private ServerStatement Rehearse(SqlText text, object? parameters)
        {
            var statement = ServerStatement.Of(text);
            statement.CheckParameters(parameters, session.Writes);
            return statement;
        }
    }
}

/// <summary>Puts the rehearsal between the code and a SQLite database; a real server speaks for itself.</summary>
internal static class RehearsalComponent
{
    public static IServiceCollection AddRehearsal(this IServiceCollection services)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IDatabase));
        return services.Replace(ServiceDescriptor.Singleton(provider =>
        {
            var database = (IDatabase)registered.ImplementationFactory!(provider);
            return database.Dialect == SqlDialect.Sqlite ? new RehearsedDatabase(database) : database;
        }));
    }
}
