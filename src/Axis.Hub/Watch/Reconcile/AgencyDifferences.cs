using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>What agencies say of differences of theirs, through their adapters. One of somebody for whom they do not speak is as unknown as one that never was.</summary>
internal sealed class AgencyDifferences(DifferenceDesk desk, IAgencyRegistry registry, TimeProvider time)
{
    /// <summary>Closes what is the agency's to deal with, about one submission or delivery; null when it is closed, also by the same said before, else why not.</summary>
    public async Task<Finding?> CloseAsync(string adapter, Guid subject, CloseDifferenceRequest request, CancellationToken cancellation)
    {
        if (SaidDetail.JudgeReason(request.Reason) is { } objection)
        {
            return objection;
        }

        var (actor, whose, holders) = ("adapter:" + adapter, (Guid[]?)null, new List<string> { adapter });
        if (request.Agency is { } code)
        {
            if (SaidDetail.JudgeName(request.By) is { } unnamed)
            {
                return unnamed;
            }

            var now = time.GetUtcNow();
            var directory = await registry.CurrentAsync(cancellation);
            if (directory.SpeakerAt(adapter, code, now) is not { } agency)
            {
                return Unknown;
            }

            (actor, whose) = (SaidDetail.Source(agency.Code, request.By), [.. directory.SpokenForBy(agency, now)]);

            // Their own stay theirs where they have another adapter now.
            holders.AddRange((await desk.HoldersAsync(subject, whose, cancellation)).Where(holder => holder != adapter));
        }

        var outcomes = new List<ClosingOutcome>();
        foreach (var holder in holders)
        {
            outcomes.Add(await desk.CloseAsync(
                holder, subject, row => IsTheirs(row) && DifferenceGuide.All[row.Code].Acts == DifferenceActor.Agency, actor, request.Reason.Trim(), cancellation));
        }

        return outcomes.Exists(outcome => outcome is { Closed.Count: > 0 } or { IsRepeat: true }) ? null
            : outcomes.Exists(outcome => outcome.Open.Any(IsTheirs)) ? Finding.Refuse(ErrorCatalogue.BooksCloseByOperators, "id")
            : Unknown;

        bool IsTheirs(BookDifferenceRow row) => whose is null || (row.AgencyId is { } agency ? whose.Contains(agency) : row.AdapterCode == adapter);
    }

    private static Finding Unknown => Finding.Refuse(ErrorCatalogue.NotFoundHere, "");
}
