using Agency.Adapter.Served;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Outgoing.Change;

/// <summary>What a request stands on: its document, those of whom it is asked, and what stands under its key already.</summary>
internal sealed class ChangeGround(FindStanding standing, AgencyDirectory directory)
{
    /// <summary>The document, or why nothing can be asked of it.</summary>
    public async Task<(EdocHeader? Header, SubmitOutcome.Refused? Refusal)> DocumentAsync(ChangeRequest request, CancellationToken cancellation)
    {
        var sent = request.Sent;
        if (ChangeRules.Refuse(sent, request.Reason) is { } refusal)
        {
            return (null, Refused(refusal));
        }

        return await standing.FindDocumentAsync(sent.SubmissionId, sent.PackageSha256, cancellation) switch
        {
            null => (null, Refused(Finding.Refuse(ErrorCatalogue.ContentRemoved, "", sent.PackageSha256))),
            { IsRecall: true } => (null, Refused(Finding.Refuse(ErrorCatalogue.ChangeOfNoDocument, "", sent.SubmissionId))),
            { Header: var header } => (header, null),
        };
    }

    /// <summary>Those of whom it is asked, or why there are none.</summary>
    public (IReadOnlyList<ReceiverView> Receivers, Finding? Refusal) Choose(ChangeRequest request, ChangeCommand command) =>
        ChangeRules.Choose(request.Sent, command, request.Receivers, directory.AreSame);

    public static SubmitOutcome.Refused Refused(Finding finding) => new([finding]);
}
