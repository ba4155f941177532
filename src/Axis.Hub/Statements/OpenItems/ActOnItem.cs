using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Statements;
using Axis.Hub.Agencies;
using Axis.Hub.Flow;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Statements.OpenItems;

/// <summary>
/// What agencies do about items in their stocks (mission S8). Each act is an event of the item, in the agency's name, and shows on the next statement; the same act said again changes
/// nothing. An item of nobody whom the caller serves is as unknown as one that never was.
/// </summary>
internal sealed class ActOnItem(ILedger ledger, IAgencyRegistry registry, IDueTimes dueTimes, DispatchBacklog dispatch, HubOptions options, TimeProvider time)
{
    /// <summary>Does it; null when done, else why not.</summary>
    /// <param name="adapter">The caller.</param>
    /// <param name="itemId">A delivery or the case of a refusal.</param>
    /// <param name="request">What to do.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Finding?> ActAsync(string adapter, Guid itemId, ActRequest request, CancellationToken cancellation)
    {
        var now = SqlTime.Cut(time.GetUtcNow());
        if (ItemRules.Judge(request, now) is { } objection)
        {
            return objection;
        }

        var directory = await registry.CurrentAsync(cancellation);
        if (directory.SpeakerAt(adapter, request.Agency, now) is not { } agency)
        {
            return Unknown;
        }

        Guid[] speaker = [.. directory.SpokenForBy(agency, now)];
        var said = new Saying(request, SaidDetail.Source(agency.Code, request.By), request.Note?.Trim() ?? "");
        var answer = await ledger.WriteAsync("act", async (transaction, token) => await transaction.FindDeliveriesAsync([itemId], token) is [var delivery]
            ? await OnDeliveryAsync(delivery, said, speaker, now, transaction, token)
            : await OnRefusalAsync(itemId, said, speaker, now, transaction, token), cancellation);
        if (answer is null && request.Act == ItemAct.Resend)
        {
            dispatch.Ring();
        }

        return answer;
    }

    private static Finding Unknown => Finding.Refuse(ErrorCatalogue.NotFoundHere, "");

    private async Task<Finding?> OnDeliveryAsync(
        DeliveryRow row, Saying said, IReadOnlyCollection<Guid> speaker, DateTimeOffset now, ILedgerTransaction transaction, CancellationToken cancellation)
    {
        if (row.Kind != Axis.Contracts.Sealing.Manifest.Edoc || row.SenderAgencyId == HubAgency.Id || SideOf(row, speaker) is not { } side)
        {
            return Unknown;
        }

        var act = said.Request.Act;
        var events = await transaction.ListEventsAsync(row.DeliveryId, cancellation);
        if (said.IsDone(row, events))
        {
            return null;
        }

        if (ItemRules.Judge(act, row, act == ItemAct.Resend && (await transaction.FindReplacedAsync([row.DeliveryId], cancellation)).Count > 0) is { } objection)
        {
            return objection;
        }

        var book = new DeliveryBook(dueTimes, options, now);
        book.Read(row);
        switch (act)
        {
            case ItemAct.Resend:
                book.Decide(row.DeliveryId, new DeliveryInput.Resent(said.Source, said.Note));
                break;
            case ItemAct.Close:
                book.Close(row.DeliveryId, said.Source, said.Note);
                break;
            default:
                var (kind, detail) = said.EventFor(side);
                var last = events.Reverse()
                    .Select(entry => (entry, said: SaidDetail.Read(entry.Kind, entry.Detail, entry.Source, entry.EffectiveAt)))
                    .TakeWhile(pair => pair.said is not null).FirstOrDefault(pair => pair.said!.Side == side).entry;
                if (last is not null && (last.Kind, last.Detail, last.Source) == (kind, detail, said.Source))
                {
                    return null;
                }

                book.Decide(row.DeliveryId, new DeliveryInput.Said(kind, detail, said.Source));
                break;
        }

        await book.WriteAsync(transaction, cancellation);
        return null;
    }

    private static async Task<Finding?> OnRefusalAsync(
        Guid caseId, Saying said, IReadOnlyCollection<Guid> speaker, DateTimeOffset now, ILedgerTransaction transaction, CancellationToken cancellation)
    {
        if (await transaction.FindRefusalCaseAsync(caseId, cancellation) is not { } row || !speaker.Contains(row.AgencyId))
        {
            return Unknown;
        }

        var isClose = said.Request.Act == ItemAct.Close;
        var (kind, detail) = isClose ? (RefusalKinds.Closed, said.Note) : said.EventFor(StatementSide.Sender);
        var isRepeat = (await transaction.ListRefusalEventsAsync(caseId, cancellation)) is [.., var last] && (last.Kind, last.Detail, last.Source) == (kind, detail, said.Source);
        if (isRepeat && said.Request.Act != ItemAct.Resend)
        {
            return null;
        }

        if (ItemRules.Judge(said.Request.Act, row) is { } objection)
        {
            return objection;
        }

        var (changed, entry) = isClose
            ? RefusalMachine.Settle(row, kind, detail, said.Source, now)
            : RefusalMachine.Say(row, kind, detail, said.Source, now);
        await transaction.SaveRefusalCasesAsync([], [changed], [entry], cancellation);
        return null;
    }

    private static StatementSide? SideOf(DeliveryRow row, IReadOnlyCollection<Guid> speaker) =>
        speaker.Contains(row.SenderAgencyId) ? StatementSide.Sender : speaker.Contains(row.ReceiverAgencyId) ? StatementSide.Receiver : null;

    /// <summary>A request in the words in which it is kept.</summary>
    private sealed record Saying(ActRequest Request, string Source, string Note)
    {
        /// <summary>
        /// True when this very closing or sending again, by the same with the same words, is what the delivery stands by: its answer was lost, and it is asked again. What has failed anew since is
        /// sent anew.
        /// </summary>
        public bool IsDone(DeliveryRow row, IReadOnlyList<DeliveryEventRow> events) => (Request.Act, row) switch
        {
            (ItemAct.Close, { Transport: TransportState.Fail, RestSince: not null }) => IsLast(EventKinds.Closed, events),
            (ItemAct.Resend, { Transport: not TransportState.Fail }) => IsLast(EventKinds.Resent, events),
            _ => false,
        };

        private bool IsLast(string kind, IReadOnlyList<DeliveryEventRow> events) =>
            events.LastOrDefault(entry => entry.Kind == kind) is { } last && last.Source == Source && (last.Detail ?? "") == Note;

        public (string Kind, string Detail) EventFor(StatementSide side) =>
            (Request.Act == ItemAct.Promise ? EventKinds.Promised : EventKinds.WaitsForOther,
                SaidDetail.Write(side, Request.Act == ItemAct.Promise ? Request.PromisedOn : null, Note));
    }
}
