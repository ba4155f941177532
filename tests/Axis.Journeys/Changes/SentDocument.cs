using Axis.Hub.Ledger;
using Axis.Journeys.Packages;
using Axis.Simulator.Clerks;
using static Axis.Journeys.Packages.JourneySteps;

namespace Axis.Journeys.Changes;

/// <summary>A receiver of a sent document.</summary>
internal sealed record SentTo(JourneyAgency Agency, Fate Fate, Guid Delivery);

/// <summary>A document that was sent to receivers of chosen fates, and what its clerks do and see afterwards.</summary>
internal sealed class SentDocument
{
    /// <summary>So many receivers work at the same time.</summary>
    private const int AtOnce = 6;

    private readonly IJourneyNation nation;
    private readonly JourneyAgency sender;
    private readonly IReadOnlyList<SentTo> receivers;

    private SentDocument(IJourneyNation nation, JourneyAgency sender, Guid submission, IReadOnlyList<SentTo> receivers) =>
        (this.nation, this.sender, Submission, this.receivers) = (nation, sender, submission, receivers);

    public Guid Submission { get; }

    /// <summary>The only receiver.</summary>
    public SentTo Receiver => receivers.Single();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Sends it, and returns when its sender sees every fate.</summary>
    public static async Task<SentDocument> SendAsync(IJourneyNation nation, JourneyAgency sender, params IReadOnlyList<(JourneyAgency Agency, Fate Fate)> to)
    {
        var sent = await sender.System.SubmitAsync(await sender.WriteAsync(to.Select(receiver => receiver.Agency)), "document", Cancellation);
        var lines = (await sender.AnsweredAsync(sent.SubmissionId, "accepted")).Receivers.ToDictionary(line => line.Receiver, line => line.DeliveryId!.Value);
        var document = new SentDocument(nation, sender, sent.SubmissionId, [.. to.Select(receiver => new SentTo(receiver.Agency, receiver.Fate, lines[receiver.Agency.Code]))]);
        await document.EachAsync(Fate.Idle, receiver => receiver.Agency.ListedAsync(receiver.Delivery));
        await document.EachAsync(Fate.Arrived, receiver => receiver.Agency.FetchAsync(receiver.Delivery));
        await document.EachAsync(Fate.Accepted, receiver => TakeInAsync(receiver, "03", null));
        await document.EachAsync(Fate.Returned, receiver => TakeInAsync(receiver, "02", "Gửi nhầm đơn vị nhận"));
        await document.SeenAsync(Fate.Arrived, line => line is { Transport: "DONE", Business: "01" });
        await document.SeenAsync(Fate.Accepted, line => line is { Transport: "DONE", Business: "03" });
        await document.SeenAsync(Fate.Returned, line => line is { Transport: "DONE", Business: "02" });
        await document.SeenAsync(Fate.Idle, line => line is { Transport: "PROCESSING", Business: null });
        await document.SeenAsync(Fate.Off, line => line is { Transport: "INITIAL", Business: null });
        return document;
    }

    public IReadOnlyList<SentTo> Of(params IEnumerable<Fate> fates) => [.. receivers.Where(receiver => fates.Contains(receiver.Fate))];

    /// <summary>Receivers of a fate do this, some at the same time.</summary>
    public Task EachAsync(Fate fate, Func<SentTo, Task> act) => EachAsync([fate], act);

    public Task EachAsync(IEnumerable<Fate> fates, Func<SentTo, Task> act) => Parallel.ForEachAsync(
        Of(fates), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation }, async (receiver, _) => await act(receiver));

    /// <summary>Waits until the sender sees all receivers of a fate like this.</summary>
    public Task<IReadOnlyList<SentPackageReceiver>> SeenAsync(Fate fate, Func<SentPackageReceiver, bool> condition) =>
        SeenAsync([.. Of(fate).Select(receiver => receiver.Agency)], condition);

    /// <summary>Waits until the sender sees one receiver like this.</summary>
    public async Task<SentPackageReceiver> SeenAsync(JourneyAgency receiver, Func<SentPackageReceiver, bool> condition) => (await SeenAsync([receiver], condition)).Single();

    /// <summary>Waits until the sender sees the only receiver like this.</summary>
    public Task<SentPackageReceiver> SeenAsync(Func<SentPackageReceiver, bool> condition) => SeenAsync(Receiver.Agency, condition);

    /// <summary>The only receiver takes in what asks something of it last.</summary>
    /// <returns>The delivery that asks.</returns>
    public async Task<Guid> FetchCarrierAsync()
    {
        var carrier = (await SeenAsync(line => line.Requests is [.., _])).Requests![^1].CarrierId;
        await Receiver.Agency.FetchAsync(carrier);
        return carrier;
    }

    /// <summary>Deliveries that carry the first request to the receivers of these fates, once the sender sees it.</summary>
    public async Task<IReadOnlyDictionary<SentTo, Guid>> CarriersAsync(params IEnumerable<Fate> fates)
    {
        var carriers = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var fate in fates)
        {
            foreach (var line in await SeenAsync(fate, line => line.Requests is [_, ..]))
            {
                carriers.Add(line.Receiver, line.Requests![0].CarrierId);
            }
        }

        return Of(fates).ToDictionary(receiver => receiver, receiver => carriers[receiver.Agency.Code]);
    }

    /// <summary>Compares with the hub's books how it has ended at the receivers of these fates, and their histories.</summary>
    /// <param name="cause">Null where it stands.</param>
    public async Task EndedAsync(VoidCause? cause, params IEnumerable<Fate> fates)
    {
        Guid[] deliveries = [.. Of(fates).Select(receiver => receiver.Delivery)];
        (await RowsAsync(deliveries)).ShouldAllBe(row => row.VoidAs == cause);
        (await nation.Ledger.ListBrokenHistoriesAsync(deliveries, Cancellation)).ShouldBeEmpty();
    }

    /// <summary>The hub's rows of these deliveries.</summary>
    public Task<IReadOnlyList<DeliveryRow>> RowsAsync(IReadOnlyCollection<Guid> deliveries) =>
        nation.Ledger.Ledger.ReadAsync("rows", (reader, token) => reader.FindDeliveriesAsync(deliveries, token), Cancellation);

    private async Task<IReadOnlyList<SentPackageReceiver>> SeenAsync(IReadOnlyCollection<JourneyAgency> seen, Func<SentPackageReceiver, bool> condition)
    {
        var codes = seen.Select(receiver => receiver.Code).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<SentPackageReceiver> odd = [];
        return codes.Count == 0 ? [] : await UntilAsync<IReadOnlyList<SentPackageReceiver>>(
            async () => [.. (await sender.System.FindAsync(Submission, Cancellation)).Receivers.Where(line => codes.Contains(line.Receiver))],
            lines => (odd = [.. lines.Where(line => !condition(line))]).Count == 0,
            () => $"{sender.Code} sees {codes.Count} receivers as it should; still {string.Join("; ", odd.Take(3).Select(Tell))}");
    }

    private static async Task TakeInAsync(SentTo receiver, string code, string? words)
    {
        await receiver.Agency.ListedAsync(receiver.Delivery);
        await receiver.Agency.TakeInAsync(receiver.Delivery);
        await receiver.Agency.System.AnswerAsync(receiver.Delivery, code, words, Cancellation);
    }

    private static string Tell(SentPackageReceiver line) =>
        $"{line.Receiver} {line.Transport} {line.Business} [{string.Join(", ", (line.Requests ?? []).Select(request => $"{request.Command} {request.State} {request.Code}"))}] {line.Frozen?.Command}";
}
