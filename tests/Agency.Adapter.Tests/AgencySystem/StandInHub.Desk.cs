using System.Globalization;
using Agency.Adapter.HubLink;
using Axis.Contracts.Checks;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.AgencySystem;

/// <summary>What it is asked and told beside packages: opinions, alerts, open items, outages and books.</summary>
internal sealed partial class StandInHub
{
    /// <summary>What the hub's check says; <c>null</c>: no such call.</summary>
    public Checklist? Opinion { get; set; }

    /// <summary>Refuses to check anything of this adapter.</summary>
    public Finding? NoOpinion { get; set; }

    /// <summary>How often it was asked for its opinion.</summary>
    public int OpinionsAsked { get; private set; }

    public Task<Checklist?> CheckAsync(Stream edxml, CancellationToken cancellation)
    {
        OpinionsAsked++;
        return State != LinkState.Connected ? throw new HubAwayException("away")
            : NoOpinion is { } refusal ? throw new HubRefusedException(refusal)
            : Task.FromResult(Opinion);
    }

    /// <summary>What the adapter's agencies are to be told of.</summary>
    public List<Alert> Alerts { get; } = [];

    /// <summary>Items in the stocks, and what was done about them.</summary>
    public List<OpenItem> Items { get; } = [];

    public List<(Guid Item, ActRequest Request)> Acts { get; } = [];

    public Task<OpenItemPage> ListItemsAsync(IReadOnlyCollection<string> agencies, OpenItemList? list, string? after, int limit, CancellationToken cancellation)
    {
        ThrowIfAway();
        var place = after is null ? 0 : int.Parse(after, CultureInfo.InvariantCulture);
        OpenItem[] left = [.. Items.Where(item => list is null || item.List == list).Skip(place)];
        return Task.FromResult(new OpenItemPage(
            TimeProvider.System.GetUtcNow(), [.. Items.GroupBy(item => item.Agency).Select(CountOf)], [.. left.Take(limit)],
            left.Length > limit ? (place + limit).ToString(CultureInfo.InvariantCulture) : null));
    }

    private static OpenItemCount CountOf(IGrouping<string, OpenItem> items)
    {
        int Count(OpenItemList list) => items.Count(item => item.List == list);
        return new(
            items.Key, items.Key, items.Key, Count(OpenItemList.SendErrors), Count(OpenItemList.ReceiveErrors), Count(OpenItemList.Backlog), Count(OpenItemList.NoReply),
            Count(OpenItemList.NotArrived), Count(OpenItemList.Unanswered));
    }

    public Task ActAsync(Guid itemId, ActRequest request, CancellationToken cancellation)
    {
        ThrowIfAway();
        Acts.Add((itemId, request));
        return Task.CompletedTask;
    }

    /// <summary>Planned outages.</summary>
    public List<PlannedOutage> Outages { get; } = [];

    /// <summary>Who has said that one is over.</summary>
    public List<EndOutageRequest> OutagesEnded { get; } = [];

    public Task<OutagePage> ListOutagesAsync(CancellationToken cancellation)
    {
        ThrowIfAway();
        return Task.FromResult(new OutagePage([.. Outages]));
    }

    public Task<PlannedOutage> AnnounceOutageAsync(OutageRequest request, CancellationToken cancellation)
    {
        ThrowIfAway();
        var outage = new PlannedOutage(
            Guid.CreateVersion7(), request.WholeAdapter ? null : request.Agency, request.From ?? TimeProvider.System.GetUtcNow(), request.To, request.Reason, $"agency:{request.Agency} {request.By}");
        Outages.Add(outage);
        return Task.FromResult(outage);
    }

    public Task EndOutageAsync(Guid outageId, EndOutageRequest request, CancellationToken cancellation)
    {
        ThrowIfAway();
        OutagesEnded.Add(request);
        Outages.RemoveAll(outage => outage.Id == outageId);
        return Task.CompletedTask;
    }

    private void ThrowIfAway()
    {
        if (State != LinkState.Connected)
        {
            throw new HubAwayException("away");
        }
    }

    /// <summary>How often it was asked for them.</summary>
    public int AlertReadings { get; private set; }

    public Task<AlertPage> ListAlertsAsync(CancellationToken cancellation)
    {
        ThrowIfAway();
        AlertReadings++;
        return Task.FromResult(new AlertPage(TimeProvider.System.GetUtcNow(), [.. Alerts]));
    }

    /// <summary>What the hub answers to books; empty: it is not asked.</summary>
    public List<BookDifference> Differences { get; } = [];

    public Task<ExpectedBooks> FindExpectedAsync(DateOnly day, CancellationToken cancellation) => State == LinkState.Connected
        ? Task.FromResult(new ExpectedBooks(day, TimeProvider.System.GetUtcNow(), [], []))
        : throw new HubAwayException("away");

    public Task<ReconciliationAnswer> PostBooksAsync(DayBooks head, IReadOnlyList<BookLine> lines, CancellationToken cancellation) => Task.FromResult(
        new ReconciliationAnswer(head.Adapter, head.Day, 1, head.AsOf, head.AsOf, lines.Count(line => line.Sent is not null), lines.Count(line => line.Received is not null),
            Differences.Count(one => one.Kind == DifferenceKind.Missing), Differences.Count(one => one.Kind == DifferenceKind.Extra),
            Differences.Count(one => one.Kind == DifferenceKind.Different), [.. Differences]));

    /// <summary>Differences that were closed, as it was told.</summary>
    public List<(Guid Id, CloseDifferenceRequest Request)> ClosedDifferences { get; } = [];

    public Task CloseDifferenceAsync(Guid id, CloseDifferenceRequest request, CancellationToken cancellation)
    {
        ThrowIfAway();
        if (ClosedDifferences.Contains((id, request)))
        {
            return Task.CompletedTask;
        }

        if (ClosedDifferences.Any(one => one.Id == id) || !Differences.Exists(one => one.Id == id && (one.Agency is null || one.Agency == request.Agency)))
        {
            throw new HubRefusedException(Finding.Refuse(ErrorCatalogue.NotFoundHere, ""));
        }

        if (!Differences.Exists(one => one.Id == id && one.Acts == DifferenceActor.Agency))
        {
            throw new HubRefusedException(Finding.Refuse(ErrorCatalogue.BooksCloseByOperators, "id"));
        }

        ClosedDifferences.Add((id, request));
        return Task.CompletedTask;
    }
}
