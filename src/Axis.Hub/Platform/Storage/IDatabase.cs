namespace Axis.Hub.Platform.Storage;

/// <summary>
/// The hub's database. A unit of work is one transaction; on a duplicate key, a deadlock, a time-out or an unknown commit it is
/// rolled back and run again, so work must be a function of what it reads inside. A database that is away is
/// waited for without end, backing off to 30 seconds (protocol.md 8).
/// </summary>
internal interface IDatabase
{
    SqlDialect Dialect { get; }

    /// <summary>Runs <paramref name="work"/> in one write transaction and commits it.</summary>
    /// <exception cref="WorkConflictException">The work met a duplicate or a changed row every time it was run.</exception>
    Task<T> WriteAsync<T>(string name, Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation);

    /// <summary>Runs <paramref name="work"/> on one consistent read that neither waits for writers nor makes them wait.</summary>
    Task<T> ReadAsync<T>(string name, Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation);

    /// <summary>Creates the database where it is missing, sets its options and applies what is new of the migrations.</summary>
    /// <exception cref="MigrationException">An applied script has changed or is unknown here, or a script failed.</exception>
    Task MigrateAsync(CancellationToken cancellation);

    /// <summary>Asserts options and migrations without changing anything; what is wrong, or nothing.</summary>
    Task<IReadOnlyList<string>> InspectAsync(CancellationToken cancellation);
}
