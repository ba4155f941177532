using Agency.Adapter;
using Axis.Simulator.Nation;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Journeys.Reconcile;

/// <summary>Damages the spool of an adapter, as an old copy or a hand in the file would, and mends it again. The adapter is stopped meanwhile.</summary>
internal sealed class SpoolDamage(NationAdapter adapter)
{
    private readonly string file = Path.Combine(adapter.Services.GetRequiredService<AdapterOptions>().SpoolFolder, "spool.db");

    /// <summary>The delivery that only the damaged spool has.</summary>
    public Guid Invented { get; } = new("ffffffff-0000-0000-0000-000000000001");

    /// <summary>Takes away the first, gives the second other bytes, and takes away what else is named; a copy of the first stands there under an id that nobody knows.</summary>
    public Task DamageAsync(Guid first, Guid second, CancellationToken cancellation, params Guid[] others) => ChangeAsync(
        $"""
        CREATE TABLE Kept AS SELECT * FROM Delivery WHERE DeliveryId IN ('{first:D}', '{second:D}');
        UPDATE Delivery SET PackageSha256 = '{new string('f', 64)}' WHERE DeliveryId = '{second:D}';
        UPDATE Delivery SET DeliveryId = '{Invented:D}', Cursor = NULL WHERE DeliveryId = '{first:D}';
        {string.Concat(others.Select(other => $"DELETE FROM Delivery WHERE DeliveryId = '{other:D}';"))}
        """, cancellation);

    /// <summary>Everything but the others is as it was.</summary>
    public Task MendAsync(CancellationToken cancellation) => ChangeAsync(
        $"""
        DELETE FROM Delivery WHERE DeliveryId = '{Invented:D}';
        INSERT OR REPLACE INTO Delivery SELECT * FROM Kept;
        DROP TABLE Kept;
        """, cancellation);

    private async Task ChangeAsync(string statements, CancellationToken cancellation)
    {
        await adapter.StopAsync(cancellation);
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()))
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = statements;
            (await command.ExecuteNonQueryAsync(cancellation)).ShouldBeGreaterThan(0);
        }

        await adapter.StartAsync(cancellation);
    }
}
