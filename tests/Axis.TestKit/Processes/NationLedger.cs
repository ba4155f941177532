using System.Text.Json;
using Axis.Contracts.Wire;
using Axis.Hub;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Watch.Tell;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.TestKit.Processes;

/// <summary>The hub's ledger read from outside, whether the hub runs or not.</summary>
internal sealed class NationLedger(HubOptions options) : IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddLedger(options).BuildServiceProvider();

    public ILedger Ledger => services.GetRequiredService<ILedger>();

    public Task<SubmissionRow?> FindSubmissionAsync(string adapter, Guid submissionId, CancellationToken cancellation) =>
        Ledger.ReadAsync("submission", async (reader, token) =>
            (await reader.FindSubmissionsAsync([new(adapter, submissionId)], token)).SingleOrDefault(), cancellation);

    /// <summary>Deliveries of an accepted submission; none before it is accepted.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> DeliveriesOfAsync(string adapter, Guid submissionId, CancellationToken cancellation) =>
        await FindSubmissionAsync(adapter, submissionId, cancellation) is { } submission
            ? await Ledger.ReadAsync("deliveries", (reader, token) => reader.FindDeliveriesOfAsync([submission.DocumentId], token), cancellation)
            : [];

    public Task<IReadOnlyList<DeliveryEventRow>> HistoryOfAsync(Guid deliveryId, CancellationToken cancellation) =>
        Ledger.ReadAsync("history", (reader, token) => reader.ListEventsAsync(deliveryId, token), cancellation);

    /// <summary>Every line about a delivery that an adapter said and the hub keeps as evidence, whether it told the hub anything new or not; in no order.</summary>
    public async Task<IReadOnlyList<AcknowledgeItem>> SaidAboutAsync(Guid deliveryId, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(options.Ledger + ";Pooling=False");
        await connection.OpenAsync(cancellation);
        var kept = await connection.QueryAsync<byte[]>("SELECT Bytes FROM Content");
        return [.. kept.SelectMany(ReadItems).Where(item => item.DeliveryId == deliveryId)];
    }

    public async Task<IReadOnlyList<StuckRow>> StuckOfAsync(Guid deliveryId, CancellationToken cancellation) =>
        [.. (await Ledger.ReadAsync("stuck", (reader, token) => reader.ListStuckAsync(null, 1000, token), cancellation))
            .Where(row => row.DeliveryId == deliveryId)];

    /// <summary>Where the dispatch of these deliveries stands.</summary>
    public async Task<IReadOnlyList<DispatchPhase>> PhasesOfAsync(IReadOnlyCollection<Guid> deliveries, CancellationToken cancellation) =>
        [.. (await Ledger.ReadAsync("phases", (reader, token) => reader.FindDeliveriesAsync(deliveries, token), cancellation)).Select(row => row.Phase)];

    /// <summary>True when no delivery waits for an adapter or is on its way to it.</summary>
    public async Task<bool> IsLineEmptyAsync(string adapter, CancellationToken cancellation) =>
        !(await Ledger.ReadAsync("line", (reader, token) => reader.ListBacklogAsync(token), cancellation))
            .Any(line => line.AdapterCode == adapter && line.Waiting + line.InFlight > 0);

    /// <summary>How many questions the hub has ever asked an adapter.</summary>
    public async Task<long> CountQuestionsAsync(string adapter, CancellationToken cancellation) =>
        (await Ledger.ReadAsync("links", (reader, token) => reader.ListAdapterLinksAsync(token), cancellation))
            .FirstOrDefault(link => link.AdapterCode == adapter)?.QueryNumber ?? 0;

    /// <summary>Adapters that were told of an alert by the axis, with the newest version that the books say they were told.</summary>
    public Task<IReadOnlyList<ToldAdapter>> ToldOfAsync(Guid alertId, CancellationToken cancellation) => services.GetRequiredService<IDatabase>().ReadAsync("told", (session, token) =>
        session.QueryAsync<ToldAdapter>(TellSql.ListToldOf, new { ids = SqlJson.Write([alertId]) }, token), cancellation);

    /// <summary>Codes of the status packages that name this delivery, one entry per delivery of a status.</summary>
    public async Task<IReadOnlyList<string>> StatusesAboutAsync(Guid deliveryId, CancellationToken cancellation) =>
        [.. (await StatusPackagesAboutAsync(deliveryId, cancellation)).Select(package => package.StatusCode!)];

    /// <summary>The status packages that name this delivery, one entry per delivery of a status.</summary>
    public Task<IReadOnlyList<DocumentRow>> StatusPackagesAboutAsync(Guid deliveryId, CancellationToken cancellation) =>
        Ledger.ReadAsync("statuses", async (reader, token) =>
        {
            var requests = await reader.FindRequestsAboutAsync([deliveryId], token);
            var documents = (await reader.FindDocumentsAsync([.. requests.Select(request => request.DocumentId).Distinct()], token))
                .ToDictionary(document => document.DocumentId);
            return (IReadOnlyList<DocumentRow>)[.. requests.Select(request => documents[request.DocumentId])];
        }, cancellation);

    /// <summary>Every place where a history does not hold together, in words.</summary>
    public async Task<IReadOnlyList<string>> ListBrokenHistoriesAsync(IReadOnlyCollection<Guid> deliveries, CancellationToken cancellation)
    {
        var broken = new List<string>();

        // A row and its history of one moment: between two reads the hub may go on.
        var histories = await Ledger.ReadAsync("histories", async (reader, token) =>
        {
            var read = new List<(DeliveryRow Row, IReadOnlyList<DeliveryEventRow> Events)>();
            foreach (var row in await reader.FindDeliveriesAsync(deliveries, token))
            {
                read.Add((row, await reader.ListEventsAsync(row.DeliveryId, token)));
            }

            return read;
        }, cancellation);
        foreach (var (row, events) in histories)
        {
            if (HistoryVerifier.FindBroken(row, events) is { } link)
            {
                broken.Add($"history of delivery {row.DeliveryId}: {link.Reason} at {link.Sequence}");
            }
        }

        return broken;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>Lines of a kept message; none where other evidence is kept.</summary>
    private static IReadOnlyList<AcknowledgeItem> ReadItems(byte[] kept)
    {
        try
        {
            return WireJson.Read<AcknowledgeBody>(WireJson.Read<SealedMessage>(kept).Body).Items;
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
