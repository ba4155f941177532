using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Tests.Storage;

/// <summary>A database in which something happens before a unit of work of one name begins, as another hub's work may.</summary>
/// <param name="database">The database.</param>
/// <param name="name">The unit of work.</param>
/// <param name="meddle">What happens before it, told how often it has begun before.</param>
internal sealed class MeddledDatabase(IDatabase database, string name, Func<int, Task> meddle) : IDatabase
{
    private int begun;

    public SqlDialect Dialect => database.Dialect;

    public async Task<T> WriteAsync<T>(string name, Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await MeddleAsync(name);
        return await database.WriteAsync(name, work, cancellation);
    }

    public async Task<T> ReadAsync<T>(string name, Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await MeddleAsync(name);
        return await database.ReadAsync(name, work, cancellation);
    }

    public Task MigrateAsync(CancellationToken cancellation) => database.MigrateAsync(cancellation);

    public Task<IReadOnlyList<string>> InspectAsync(CancellationToken cancellation) => database.InspectAsync(cancellation);

    private Task MeddleAsync(string of) => of == name ? meddle(begun++) : Task.CompletedTask;
}
