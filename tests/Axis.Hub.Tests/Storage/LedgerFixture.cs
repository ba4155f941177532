using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Storage.Rehearsal;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Storage;

/// <summary>A migrated ledger of its own, gone at the end. On SQLite every statement is also rehearsed for SQL Server.</summary>
internal sealed class LedgerFixture : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly ServiceProvider services;

    private LedgerFixture(string database)
    {
        ConnectionString = TestDatabases.NewConnectionString(database, folder.Path);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddLedger(new HubOptions { Ledger = ConnectionString });
        collection.AddRehearsal();
        services = collection.BuildServiceProvider();
    }

    public string ConnectionString { get; }

    public ILedger Ledger => services.GetRequiredService<ILedger>();

    public IDatabase Database => services.GetRequiredService<IDatabase>();

    public static async Task<LedgerFixture> CreateAsync(string database)
    {
        if (database == TestDatabases.SqlServer)
        {
            await SqlServerHost.ReadyAsync();
        }

        var fixture = new LedgerFixture(database);
        try
        {
            await fixture.services.MigrateAsync(TestContext.Current.CancellationToken);
            return fixture;
        }
        catch
        {
            await fixture.DisposeAsync();
            throw;
        }
    }

    public Task<T> WriteAsync<T>(Func<ILedgerTransaction, CancellationToken, Task<T>> work) =>
        Ledger.WriteAsync("test", work, TestContext.Current.CancellationToken);

    public Task WriteAsync(Func<ILedgerTransaction, CancellationToken, Task> work) =>
        WriteAsync(async (ledger, token) =>
        {
            await work(ledger, token);
            return true;
        });

    public Task<T> ReadAsync<T>(Func<ILedgerReader, CancellationToken, Task<T>> work) =>
        Ledger.ReadAsync("test", work, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        var server = Database.Dialect == SqlDialect.SqlServer;
        await services.DisposeAsync();
        if (server)
        {
            await SqlServerHost.DropAsync(ConnectionString);
        }

        folder.Dispose();
    }
}
