using Agency.Adapter.Incoming.Requests;
using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Dapper;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Agency.Adapter.Outgoing.Change;

/// <summary>
/// Judges requests and answers that come as edXML, by whatever interface, as the calls for them do. What went through this spool is judged here; of everything else only the hub can know.
/// </summary>
internal sealed class JudgeRequests(SpoolDatabase database, AgencyDirectory directory, ITrackSubmissions track, FindRequests requests)
{
    /// <summary>Why a recall, an update, a replacement or a 13 cannot be asked of anybody whom it names; <c>null</c>: it can, or it is none.</summary>
    public Finding? Refuse(string agency, Package package)
    {
        if (CommandOf(package) is not { } command)
        {
            return null;
        }

        var sent = ListSent(agency, package);
        var holders = sent.SelectMany(view => view.Receivers.Select(receiver => (View: view, Receiver: receiver)))
            .Where(holder => holder.Receiver.Line.DeliveryId is not null && package.Receivers.Any(code => directory.AreSame(code, holder.Receiver.Line.Code))).ToArray();
        if (holders.Length == 0 || holders.Any(holder => ChangeRules.Stands(holder.View, holder.Receiver, command)))
        {
            return null;
        }

        var frozen = holders.Select(holder => (holder.View, Mark: holder.View.FindFrozen(holder.Receiver.Line.DeliveryId))).FirstOrDefault(holder => holder.Mark is not null);
        var codes = string.Join(", ", package.Receivers);
        return frozen.Mark is { } mark
            ? Finding.Refuse(ErrorCatalogue.SubmissionFrozen, "", frozen.View.SubmissionId, codes, mark.Reason)
            : Finding.Refuse(ErrorCatalogue.DocumentStandsNowhere, "", holders[0].View.SubmissionId, codes);
    }

    /// <summary>Which request a status answers, where it speaks of a delivery here; a 15 or 16 that answers none is refused.</summary>
    public (StatusTarget? Target, Finding? Refusal) Answer(string agency, StatusHeader status, StatusTarget? target)
    {
        var code = status.StatusCode;
        if (code is not (StatusCodes.Agreed or StatusCodes.Disagreed or StatusCodes.Accepted or StatusCodes.Refused)
            || target is null || target.CarrierId is not null || requests.Find(agency, target.DeliveryId, asCarrier: false) is not { } found)
        {
            return (target, null);
        }

        var decides = code is StatusCodes.Agreed or StatusCodes.Disagreed;
        var answered = found.FirstOrDefault(request => request.Takes(code) && (decides || request.HearsSteps(target.DeliveryId)));
        return answered switch
        {
            not null when decides => (FindRequests.TargetOf(answered), null),
            not null => (target with { CarrierId = answered.Carrier.Id }, null),
            null when decides => (target, Finding.Refuse(ErrorCatalogue.NothingAsked, "", target.DeliveryId)),
            _ => (target, null),
        };
    }

    /// <summary>The documents that it speaks of, as far as this agency has sent them through this spool and the hub has accepted them.</summary>
    private SubmissionView[] ListSent(string agency, Package package)
    {
        var ids = package.Status is { } status ? [.. new[] { status.ResponseFor.DocumentId }.OfType<string>()] : DoorFacts.DocumentIdsOf(package);
        return database.Read(spool => (SubmissionView[])
        [
            .. ids.SelectMany(id => spool.Query<SentRow>(SpoolSql.ListSentOfId, new { DocumentId = id }))
                .Where(row => row.Receipt is not null && directory.AreSame(row.Sender, package.From.OrganId))
                .Select(row => track.Find(agency, row.Id)).OfType<SubmissionView>(),
        ]);
    }

    private static ChangeCommand? CommandOf(Package package) => (package.Status?.StatusCode, package.Business?.DocType) switch
    {
        (StatusCodes.TakeBack, _) => ChangeCommand.TakeBack,
        (null, BusinessDocType.Recall) => ChangeCommand.Recall,
        (null, BusinessDocType.Update) => ChangeCommand.Update,
        (null, BusinessDocType.Replacement) => ChangeCommand.Replace,
        _ => null,
    };
}
