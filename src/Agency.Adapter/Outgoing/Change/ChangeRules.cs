using Axis.Contracts.Checks;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Agency.Adapter.Outgoing.Change;

/// <summary>
/// Of which receivers something may be asked, by what this adapter knows (domain.md 2.3), without any input or output. The hub judges again, by what it knows.
/// </summary>
internal static class ChangeRules
{
    /// <summary>What nobody can ask: without a reason, of what is no document, or of what the hub has not accepted.</summary>
    public static Finding? Refuse(SubmissionView sent, string? reason) => sent switch
    {
        _ when Placeholder.IsBlank(reason) => Finding.Refuse(ErrorCatalogue.AmendmentReasonMissing, "/reason"),
        { Kind: not Manifest.Edoc } => Finding.Refuse(ErrorCatalogue.ChangeOfNoDocument, "", sent.SubmissionId),
        { Receipt: null } or { State: not SubmissionState.Accepted } => Finding.Refuse(ErrorCatalogue.SubmissionNotAccepted, "", sent.SubmissionId, sent.State),
        _ => null,
    };

    /// <summary>The receivers of whom it is asked, or why there are none.</summary>
    /// <param name="sent">The document as it stands.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="named">Codes named by the agency; <c>null</c>: all at whom it stands.</param>
    /// <param name="areSame">True when two spellings are one agency.</param>
    public static (IReadOnlyList<ReceiverView> Receivers, Finding? Refusal) Choose(
        SubmissionView sent, ChangeCommand command, IReadOnlyList<string>? named, Func<string, string, bool> areSame)
    {
        var holders = sent.Receivers.Where(receiver => receiver.Line.DeliveryId is not null).ToArray();
        if (sent.Frozen is [var first, ..] && holders.All(receiver => sent.FindFrozen(receiver.Line.DeliveryId) is not null))
        {
            return ([], Finding.Refuse(ErrorCatalogue.SubmissionFrozen, "", sent.SubmissionId, Codes(holders), first.Reason));
        }

        var standing = holders.Where(receiver => Stands(sent, receiver, command)).ToArray();
        if (named is null)
        {
            return standing.Length > 0 ? (standing, null) : ([], Finding.Refuse(ErrorCatalogue.DocumentStandsNowhere, "", sent.SubmissionId, Codes(holders)));
        }

        for (var index = 0; index < named.Count; index++)
        {
            var code = named[index];
            if (!holders.Any(receiver => areSame(receiver.Line.Code, code)))
            {
                return ([], Finding.Refuse(ErrorCatalogue.AmendmentReceiverUnknown, $"/receivers/{index}", code, sent.SubmissionId));
            }

            if (!standing.Any(receiver => areSame(receiver.Line.Code, code)))
            {
                return ([], Finding.Refuse(ErrorCatalogue.DocumentStandsNowhere, $"/receivers/{index}", sent.SubmissionId, code));
            }
        }

        return named.Count == 0
            ? ([], Finding.Refuse(ErrorCatalogue.MemberMissing, "/receivers", "receivers"))
            : ([.. standing.Where(receiver => named.Any(code => areSame(receiver.Line.Code, code)))], null);
    }

    /// <summary>How often the same was asked of a delivery and has ended: the same words are a new request then.</summary>
    public static int Ended(ReceiverView receiver, ChangeCommand command) =>
        (receiver.State?.Requests ?? []).Count(request => request.Command == command && request.Status is ChangeStatus.Agreed or ChangeStatus.Refused or ChangeStatus.Lapsed);

    /// <summary>True where the document stands for what is asked: what is void stands nowhere, what was returned by 02 cannot be withdrawn.</summary>
    public static bool Stands(SubmissionView sent, ReceiverView receiver, ChangeCommand command) =>
        receiver.State?.Transport != "VOID" && sent.FindFrozen(receiver.Line.DeliveryId) is null
        && !(command is ChangeCommand.TakeBack or ChangeCommand.Recall && receiver.State?.Business == StatusCodes.Refused);

    private static string Codes(IEnumerable<ReceiverView> receivers) => string.Join(", ", receivers.Select(receiver => receiver.Line.Code));
}
