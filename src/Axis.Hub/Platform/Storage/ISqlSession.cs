namespace Axis.Hub.Platform.Storage;

/// <summary>
/// One transaction, whatever the database. Parameters are an anonymous object; a list of rows or keys is one member made by
/// <see cref="SqlJson.Write"/>. Not for use from two threads.
/// </summary>
internal interface ISqlSession
{
    /// <summary>True in a write transaction, where rows that will change must be locked as they are read.</summary>
    bool Writes { get; }

    /// <summary>All rows, columns to members by name.</summary>
    Task<IReadOnlyList<T>> QueryAsync<T>(SqlText text, object? parameters, CancellationToken cancellation);

    /// <summary>The first row or the default.</summary>
    Task<T?> FindAsync<T>(SqlText text, object? parameters, CancellationToken cancellation);

    /// <summary>Runs a statement; answers the number of rows changed.</summary>
    Task<int> ExecuteAsync(SqlText text, object? parameters, CancellationToken cancellation);
}
