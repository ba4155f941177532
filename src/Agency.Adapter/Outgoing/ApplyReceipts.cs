using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Outgoing;

/// <summary>
/// Takes the hub's answers into the spool. An acceptance pins the id under whatever try it came; a refusal counts only for the try
/// that stands, and asks for nothing: only the agency repeats (protocol.md 4).
/// </summary>
internal sealed class ApplyReceipts(
    SpoolDatabase database, Pulses pulses, AdapterMetrics metrics, AdapterOptions options, TimeProvider time, ILogger<ApplyReceipts> log)
{
    public Task ApplyAsync(ReceiptsBody receipts) => database.WriteAsync(transaction =>
    {
        foreach (var receipt in receipts.Items)
        {
            Apply(transaction, receipt);
        }
    });

    public Task ApplyAsync(StatesMessage states) => database.WriteAsync(transaction =>
    {
        foreach (var state in states.Items)
        {
            OutgoingStore.AddState(transaction, state);
        }
    });

    private void Apply(SpoolTransaction transaction, Receipt receipt)
    {
        if (OutgoingStore.Find(transaction.Connection, receipt.SubmissionId) is not { } row)
        {
            OutgoingLog.Unknown(log, receipt.SubmissionId);
            return;
        }

        var settled = row.State is SubmissionState.Accepted
            || (row.State is SubmissionState.Refused or SubmissionState.Conflict && receipt.Outcome != ReceiptOutcome.Accepted);
        if (settled || (receipt.Outcome != ReceiptOutcome.Accepted && receipt.Try != row.Try))
        {
            return;
        }

        if (receipt.Outcome == ReceiptOutcome.Accepted && receipt.PackageSha256 != row.PackageSha256)
        {
            transaction.AfterCommit(() => Count(row, ReceiptOutcome.Conflict));

            // An acceptance of an earlier try, whose refusal let the agency bring other bytes, cannot stand for these.
            Answer(transaction, row, SubmissionState.Conflict, receipt, null);
            return;
        }

        transaction.AfterCommit(() => Count(row, receipt.Outcome));
        OutgoingLog.Answered(log, receipt.SubmissionId, receipt.Try, receipt.Outcome);
        switch (receipt.Outcome)
        {
            case ReceiptOutcome.Accepted:
                Answer(transaction, row, SubmissionState.Accepted, receipt, null);
                break;
            case ReceiptOutcome.Refused:
                Answer(transaction, row, SubmissionState.Refused, receipt, null);
                break;
            case ReceiptOutcome.Conflict:
                Answer(transaction, row, SubmissionState.Conflict, receipt, null);
                break;
            default:
                // CONTENT_MISSING: uploaded and submitted again under the same try; the pause grows if the hub says so again and again.
                var pause = row.Sends <= 1 ? TimeSpan.Zero : BackOff.After(options, row.Sends - 2);
                Answer(transaction, row, SubmissionState.Waiting, null, time.Now() + pause);
                transaction.AfterCommit(pulses.Upload.Set);
                break;
        }
    }

    private void Count(SubmissionRow row, ReceiptOutcome outcome)
    {
        metrics.SubmissionAnswered(outcome, time.Now() - row.HandedOverAt.Time());
        AdapterActivity.Step("settle", row.Id, options)?.Tag(AdapterActivity.Outcome, outcome).Dispose();
    }

    private static void Answer(SpoolTransaction transaction, SubmissionRow row, SubmissionState state, Receipt? receipt, DateTimeOffset? dueAt) =>
        transaction.Execute(SpoolSql.AnswerSubmission, new
        {
            row.SubmissionId,
            State = state.ToString(),
            Receipt = receipt is null ? null : OutgoingStore.WriteJson(receipt),
            DueAt = dueAt?.Stamp(),
            NeedsUpload = dueAt is not null,
        });
}
