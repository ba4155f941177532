using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Outages;

/// <summary>What agencies say of their own outages, through their adapters. An outage of somebody whom the adapter does not serve is as unknown as one that never was.</summary>
internal sealed class AgencyOutages(OutageDesk desk, IAgencyRegistry registry, TimeProvider time)
{
    /// <summary>Those of the adapter and of the agencies that it serves, on or to come.</summary>
    public async Task<OutagePage> ListAsync(string adapter, CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        return new([.. (await desk.ListAsync(all: false, cancellation)).Where(outage => IsOf(outage, adapter, directory)).Select(Show)]);
    }

    /// <summary>Announces one, or finds the same that was announced already; else why not.</summary>
    public async Task<(PlannedOutage? Outage, Finding? Objection)> AnnounceAsync(string adapter, OutageRequest request, CancellationToken cancellation)
    {
        var now = SqlTime.Cut(time.GetUtcNow());
        var directory = await registry.CurrentAsync(cancellation);
        if (directory.Resolve(request.Agency, now) is not { } agency || directory.AdapterServing(agency)?.Code != adapter)
        {
            return (null, Finding.Refuse(ErrorCatalogue.NotFoundHere, "/agency"));
        }

        var objection = SaidDetail.JudgeReason(request.Reason)
            ?? (request.WholeAdapter && agency.AdapterCode != adapter ? Finding.Refuse(ErrorCatalogue.OutageOfAdapter, "/wholeAdapter", adapter) : null)
            ?? SaidDetail.JudgeName(request.By) ?? OutageSpan.Judge(request.From ?? now, request.To, now);
        if (objection is not null)
        {
            return (null, objection);
        }

        var order = new OutageOrder(request.WholeAdapter ? null : agency.Code, request.WholeAdapter ? adapter : null, request.From, request.To);
        var kept = await desk.KeepAsync(order, request.WholeAdapter ? null : agency, SaidDetail.Source(agency.Code, request.By), request.Reason.Trim(), cancellation);
        return (Show(kept), null);
    }

    /// <summary>Ends one, also one that an operator has announced for them; null when it is over, else why not.</summary>
    public async Task<Finding?> EndAsync(string adapter, Guid id, EndOutageRequest request, CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        var agency = directory.Resolve(request.Agency, time.GetUtcNow());
        var found = (await desk.ListAsync(all: true, cancellation)).FirstOrDefault(one => one.OutageId == id);
        if (agency is null || directory.AdapterServing(agency)?.Code != adapter || found is null || !IsOf(found, adapter, directory))
        {
            return Finding.Refuse(ErrorCatalogue.NotFoundHere, "");
        }

        if (SaidDetail.JudgeName(request.By) is { } objection)
        {
            return objection;
        }

        if (found.EndedAt is null)
        {
            await desk.EndAsync(id, SaidDetail.Source(agency.Code, request.By), "", cancellation);
        }

        return null;
    }

    private bool IsOf(OutageView outage, string adapter, AgencyDirectory directory) => outage.AdapterCode == adapter
        || (outage.AgencyCode is { } code && directory.Resolve(code, time.GetUtcNow()) is { } agency && directory.AdapterServing(agency)?.Code == adapter);

    private static PlannedOutage Show(OutageView view) => new(view.OutageId, view.AgencyCode, view.FromAt, view.ToAt, view.Reason, view.AnnouncedBy);
}
