using Axis.Contracts.Wire;
using Axis.Hub;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Watch.Tell;
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

    /// <summary>What an adapter said to bring an entry of a delivery's history about: of the message that is kept as its evidence, the first line about the delivery.</summary>
    public async Task<AcknowledgeItem> SaidAsync(DeliveryEventRow entry, CancellationToken cancellation)
    {
        var kept = await Ledger.ReadAsync("evidence", (reader, token) => reader.FindContentAsync(entry.Evidence!, token), cancellation);
        var body = WireJson.Read<AcknowledgeBody>(WireJson.Read<SealedMessage>(kept).Body);
        return body.Items.First(item => item.DeliveryId == entry.DeliveryId);
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
        foreach (var row in await Ledger.ReadAsync("rows", (reader, token) => reader.FindDeliveriesAsync(deliveries, token), cancellation))
        {
            if (HistoryVerifier.FindBroken(row, await HistoryOfAsync(row.DeliveryId, cancellation)) is { } link)
            {
                broken.Add($"history of delivery {row.DeliveryId}: {link.Reason} at {link.Sequence}");
            }
        }

        return broken;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
