using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Storage;

/// <summary>A migrated ledger of its own, gone at the end.</summary>
internal sealed class LedgerFixture : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("axis-ledger-test-");
    private readonly ServiceProvider services;

    private LedgerFixture(string database)
    {
        ConnectionString = TestDatabases.NewConnectionString(database, folder.FullName);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddLedger(new HubOptions { Ledger = ConnectionString });
        services = collection.BuildServiceProvider();
    }

    public string ConnectionString { get; }

    public ILedger Ledger => services.GetRequiredService<ILedger>();

    public IDatabase Database => services.GetRequiredService<IDatabase>();

    public static async Task<LedgerFixture> CreateAsync(string database)
    {
        var fixture = new LedgerFixture(database);
        await fixture.services.MigrateAsync(TestContext.Current.CancellationToken);
        return fixture;
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
            await TestDatabases.DropAsync(ConnectionString, CancellationToken.None);
        }

        folder.Delete(recursive: true);
    }
}
