using Axis.Hub.Platform.Storage;
using Axis.Simulator.Nation.Books;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Axis.Simulator.Nation;

/// <summary>
/// Reads the hub's books straight from its database, past the hub's own code: a hub that counts wrongly must not be asked
/// whether it counts right.
/// </summary>
internal sealed class HubBooks(string ledger)
{
    private const string Query =
        """
        SELECT delivery.DeliveryId, document.SubmissionId, delivery.ReceiverCode AS Receiver, document.PackageSha256,
               delivery.Transport, delivery.VoidAs, delivery.Business, delivery.Kind, delivery.Attempt, delivery.TargetDeliveryId
        FROM Delivery AS delivery
        INNER JOIN Document AS document ON document.DocumentId = delivery.DocumentId
        """;

    private static readonly string[] Transports = ["INITIAL", "PROCESSING", "DONE", "FAIL"];

    public async Task<IReadOnlyList<HubEntry>> ReadAsync(CancellationToken cancellation)
    {
        await using System.Data.Common.DbConnection connection = StorageComponent.DialectOf(ledger) == SqlDialect.Sqlite
            ? new SqliteConnection(ledger)
            : new SqlConnection(ledger);
        await connection.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Query, cancellationToken: cancellation));
        return [.. rows.Select(row => new HubEntry(
            Guid.Parse(row.DeliveryId.ToString()!), Guid.Parse(row.SubmissionId.ToString()!), row.Receiver, row.PackageSha256,
            row.VoidAs is null ? Transports[row.Transport] : BooksComparison.Void, row.Business, row.Kind, row.Attempt, row.TargetDeliveryId is { } target ? Guid.Parse(target.ToString()!) : null))];
    }

    // Ids are text in SQLite and uniqueidentifier in SQL Server.
    private sealed record Row
    {
        public required object DeliveryId { get; init; }
        public required object SubmissionId { get; init; }
        public required string Receiver { get; init; }
        public required string PackageSha256 { get; init; }
        public required int Transport { get; init; }
        public int? VoidAs { get; init; }
        public string? Business { get; init; }
        public required string Kind { get; init; }
        public required int Attempt { get; init; }
        public object? TargetDeliveryId { get; init; }
    }
}
