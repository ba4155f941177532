using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Submit;

/// <summary>
/// Decides a batch in order against the facts: what is known already is answered as before, what is new goes the way of its kind
/// (<see cref="DecideEdoc"/>, <see cref="DecideStatus"/>). What follows is collected in the <see cref="DecidedBatch"/>.
/// </summary>
internal sealed class DecideSubmissions(SubmitFacts facts, DecidedBatch batch)
{
    private readonly DecideEdoc edocs = new(facts, batch);
    private readonly DecideStatus statuses = new(facts, batch);

    public void Decide(JudgedSubmission judged)
    {
        var key = SubmitFacts.KeyOf(judged);
        if (facts.Submissions.TryGetValue(key, out var accepted))
        {
            if (accepted.PackageSha256 == judged.Verdict.PackageSha256)
            {
                Repeat(judged, accepted);
            }
            else if (facts.Refusals.TryGetValue(SubmitFacts.RefusalKeyOf(judged), out var conflict))
            {
                batch.RefuseAgain(judged, conflict);
            }
            else
            {
                batch.Refuse(judged, ReceiptOutcome.Conflict, [], [Finding.Refuse(ErrorCatalogue.SubmissionConflict, "", key.SubmissionId)]);
            }

            return;
        }

        if (facts.Refusals.TryGetValue(SubmitFacts.RefusalKeyOf(judged), out var refusal))
        {
            batch.RefuseAgain(judged, refusal);
            return;
        }

        switch (judged.Verdict)
        {
            case VerifyOutcome.ContentMissing:
                batch.AskForContent(judged);
                break;
            case VerifyOutcome.Refused refused:
                batch.Refuse(judged, ReceiptOutcome.Refused, [], refused.Findings);
                break;
            case VerifyOutcome.Verified verified:
                Judge(judged, verified, judged.Question!);
                break;
            default:
                throw new InvalidOperationException($"A submission was judged {judged.Verdict.GetType()}.");
        }
    }

    /// <summary>What the door refuses goes no further; of the rest each kind has its way.</summary>
    private void Judge(JudgedSubmission judged, VerifyOutcome.Verified verified, DoorQuestion question)
    {
        var judgement = JudgeAtDoor.Decide(question, facts.Before, facts.Spoken, batch.Changes);
        IReadOnlyList<Finding> told = [.. judgement.Told, .. verified.Findings];
        if (judgement.IsRefused)
        {
            if (judgement.Status is { } refused)
            {
                statuses.Note(judged, verified, question, refused);
            }

            // Every receiver has its own reason, where it has one.
            batch.Refuse(judged, ReceiptOutcome.Refused, [.. judgement.Refusals, .. question.Address.TurnedAway], told);
        }
        else if (judgement.Status is { } status)
        {
            statuses.Decide(judged, verified, question, status, told);
        }
        else
        {
            edocs.Decide(judged, verified, question, judgement, told);
        }
    }

    /// <summary>The original receipt and the current states; the agency's own repeat also starts again what has failed and was not replaced.</summary>
    private void Repeat(JudgedSubmission judged, SubmissionRow accepted)
    {
        batch.Repeat(judged, accepted);
        foreach (var row in facts.Book.OfDocument(accepted.DocumentId))
        {
            if (row is { Transport: TransportState.Fail, VoidAs: null } && judged.Message.Try > accepted.Try && !facts.IsReplaced(row.DeliveryId))
            {
                facts.Book.Decide(row.DeliveryId, new DeliveryInput.Resent(DecidedBatch.SourceOf(judged), "repeated by the sender"));
                batch.Restarted = true;
            }
            else
            {
                facts.Book.Tell(row.DeliveryId);
            }
        }
    }
}
