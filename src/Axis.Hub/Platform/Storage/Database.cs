using System.Data.Common;
using Polly;
using Polly.Registry;

namespace Axis.Hub.Platform.Storage;

/// <summary>Runs units of work with the pipelines of <see cref="DatabasePipelines"/>; what is a transaction, each database says.</summary>
internal abstract class Database(ResiliencePipelineProvider<string> pipelines, Migrator migrator) : IDatabase
{
    public abstract SqlDialect Dialect { get; }

    public async Task<T> WriteAsync<T>(string name, Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        await RunAsync(name, token => WriteOnceAsync(work, token), cancellation);

    public async Task<T> ReadAsync<T>(string name, Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        await RunAsync(name, token => ReadOnceAsync(work, token), cancellation);

    public Task MigrateAsync(CancellationToken cancellation) => migrator.MigrateAsync(cancellation);

    public Task<IReadOnlyList<string>> InspectAsync(CancellationToken cancellation) => migrator.InspectAsync(cancellation);

    protected abstract Task<T> WriteOnceAsync<T>(Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation);

    protected abstract Task<T> ReadOnceAsync<T>(Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation);

    private async Task<T> RunAsync<T>(string name, Func<CancellationToken, Task<T>> once, CancellationToken cancellation)
    {
        var context = ResilienceContextPool.Shared.Get(name, cancellation);
        try
        {
            return await pipelines.GetPipeline(DatabasePipelines.Work).ExecuteAsync(
                static async (inner, run) => await run(inner.CancellationToken), context, once);
        }
        catch (DbException interrupted) when (cancellation.IsCancellationRequested)
        {
            // SQL Server's driver tells a cancelled statement as an error of the server.
            throw new OperationCanceledException($"The work {name} was cancelled.", interrupted, cancellation);
        }
        catch (Exception exception) when (exception is not WorkConflictException && SqlFaults.Of(exception) == SqlFault.Collision)
        {
            throw new WorkConflictException($"The work {name} collided every time it was run.", exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
