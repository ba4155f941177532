using System.Diagnostics;
using Agency.Adapter.HubLink;
using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Dapper;

namespace Agency.Adapter.Outgoing;

/// <summary>
/// Sends what waits in the spool, urgent first. Confirmed without a receipt goes again under the same id and try; refused or
/// unavailable waits, backing off, and goes at once when the link is back (protocol.md 8). The broker of an adapter that the hub refuses says only that
/// it may not; what is shown is the hub's word.
/// </summary>
internal sealed class SubmitPump(
    SpoolDatabase database, ContentStore contents, IHubLink link, LinkWatch watch, Pulses pulses, AdapterMetrics metrics, AdapterOptions options,
    TimeProvider time, ILogger<SubmitPump> log) : LinkedPump(link, pulses.Submit, metrics, time, options, log)
{
    private const int Together = 64;

    private volatile bool reconnected;

    protected override void OnConnected() => reconnected = true;

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        if (reconnected)
        {
            reconnected = false;
            await database.WriteAsync(transaction =>
                transaction.Execute(SpoolSql.WakeSubmissions, new { Now = Time.Now().Stamp() }));
        }

        var due = database.Read(spool => spool.Query<SubmissionRow>(
            SpoolSql.ListDueSubmissions, new { Now = Time.Now().Stamp(), NeedsUpload = false, Limit = Together }).AsList());
        if (due.Count > 0)
        {
            var outcomes = await Task.WhenAll(due.Select(row => SendAsync(row, cancellation)));
            CrashPoint.Pass(AdapterCrashPoints.SubmissionNotMarked);
            await database.WriteAsync(transaction =>
            {
                foreach (var (row, outcome) in due.Zip(outcomes))
                {
                    Mark(transaction, row, outcome);
                }
            });
            return TimeSpan.Zero;
        }

        return Until(database.Read(spool => spool.ExecuteScalar<long?>(SpoolSql.FindNextSubmissionDue, new { NeedsUpload = false })));
    }

    /// <summary>Publishes one; <c>null</c> when the spool has lost its bytes, which holds up nothing else.</summary>
    private async Task<PublishOutcome?> SendAsync(SubmissionRow row, CancellationToken cancellation)
    {
        using var step = AdapterActivity.Step("submit", row.Id, Options, ActivityKind.Producer);
        var (isHere, bytes) = contents.FindSmall(row.PackageSha256);
        if (!isHere)
        {
            step?.Fail(ErrorCatalogue.ContentLost.Code);
            return null;
        }

        var message = new SubmitMessage(
            row.Id, row.Try, row.Manifest, row.Seal, bytes,
            bytes is null ? new ContentReference(row.PackageSha256, row.PackageLength) : null);
        CrashPoint.Pass(AdapterCrashPoints.SubmissionNotPublished);
        var outcome = await Link.PublishAsync(WireNames.Submit, WireJson.Write(message), cancellation);
        if (outcome is not PublishOutcome.Confirmed)
        {
            step?.Fail(outcome.GetType().Name);
        }

        return outcome;
    }

    private void Mark(SpoolTransaction transaction, SubmissionRow row, PublishOutcome? outcome)
    {
        if (outcome is PublishOutcome.Confirmed)
        {
            Metrics.SubmissionSent(row.Kind);
            transaction.Execute(SpoolSql.MarkSubmissionSent, new
            {
                row.SubmissionId,
                row.Try,
                DueAt = (Time.Now() + Options.ReceiptPatience).Stamp(),
            });
            return;
        }

        var reason = outcome switch
        {
            null => Told(Finding.Refuse(ErrorCatalogue.ContentLost, "", row.PackageSha256)),
            _ when watch.Refusal is { } refusal => Told(refusal),
            PublishOutcome.Refused refused => refused.Reason,
            PublishOutcome.Unavailable away => away.Reason,
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
        if (outcome is not null)
        {
            Metrics.PublishRefused(WireNames.Submit, outcome);
        }

        OutgoingLog.Waits(log, row.SubmissionId, row.Try, reason);
        transaction.Execute(SpoolSql.MarkSubmissionWaiting, new
        {
            row.SubmissionId,
            row.Try,
            DueAt = (Time.Now() + BackOff.After(Options, row.Sends)).Stamp(),
            WaitsFor = reason,
        });
    }

    private static string Told(Finding finding) => finding.Code + " " + finding.English;
}
