using Agency.Adapter.Incoming.Requests;
using Agency.Adapter.Spool;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Agency.Adapter.Outgoing.Change;

/// <summary>Answers what a sender has asked: writes the 15 or 16, addressed as the hub hears it, and hands it over like any status.</summary>
internal sealed class AnswerChanges(ISubmitPackages submit, FindRequests requests, FindStanding standing, TimeProvider time)
{
    /// <summary>Answers the request that a delivery has brought, or the first about it that waits.</summary>
    public async Task<SubmitOutcome> AnswerAsync(ChangeAnswer answer, CancellationToken cancellation)
    {
        if (answer.Code == StatusCodes.Disagreed && string.IsNullOrWhiteSpace(answer.Reason))
        {
            return Refused(Finding.Refuse(ErrorCatalogue.StatusReasonMissing, "/reason", answer.Code));
        }

        if (requests.Find(answer.Agency, answer.DeliveryId, asCarrier: true) is not { } found)
        {
            return Refused(Finding.Refuse(ErrorCatalogue.DeliveryNotFound, "", answer.DeliveryId));
        }

        // A repeat is answered as before, though nothing waits any more.
        var repeated = found.FirstOrDefault(request => standing.Exists(answer.Agency, ChangeKeys.OfAnswer(answer, request)));
        if ((repeated ?? found.FirstOrDefault(request => request.Takes(answer.Code))) is not { } open)
        {
            return Refused(Finding.Refuse(ErrorCatalogue.NothingAsked, "", answer.DeliveryId));
        }

        var key = ChangeKeys.OfAnswer(answer, open);
        var (earlier, removed) = await standing.FindAsync(answer.Agency, key, cancellation);
        if (removed is not null)
        {
            return Refused(removed);
        }

        var draft = ChangeWriting.Answer(answer, open, earlier?.Status?.Timestamp ?? time.Now());
        if (PackageWriter.Check(draft) is { Count: > 0 } findings)
        {
            return new SubmitOutcome.Refused(findings);
        }

        using var bytes = new MemoryStream();
        await PackageWriter.WriteStatusAsync(bytes, draft, cancellation);
        bytes.Position = 0;
        return await submit.SubmitAsync(new SubmitRequest(answer.Agency, key, Target: await requests.TakeAsync(open)), bytes, cancellation);
    }

    private static SubmitOutcome.Refused Refused(Finding finding) => new([finding]);
}
