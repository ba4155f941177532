using Agency.Adapter.HubLink;
using Agency.Adapter.Spool;

namespace Agency.Adapter.Outgoing;

/// <summary>
/// What a sender still asks of the hub for a submission of its own. Both are decided there; here is noted what was given up, for its bytes
/// then have nothing to wait for.
/// </summary>
internal sealed class AskAfterwards(SpoolDatabase database, IHubApi hub, TimeProvider time)
{
    /// <summary>A new attempt of the failed deliveries.</summary>
    /// <exception cref="HubAwayException">The hub is not reached.</exception>
    /// <exception cref="HubRefusedException">The hub says no.</exception>
    public async Task ResendAsync(Guid submissionId, CancellationToken cancellation)
    {
        await hub.ResendAsync(submissionId, cancellation);
        await database.WriteAsync(transaction => transaction.Execute(SpoolSql.ReopenSubmission, new { SubmissionId = submissionId.Key() }));
    }

    /// <summary>Gives the failed deliveries up.</summary>
    /// <inheritdoc cref="ResendAsync" path="/exception"/>
    public async Task CloseAsync(Guid submissionId, string reason, CancellationToken cancellation)
    {
        await hub.CloseAsync(submissionId, reason, cancellation);
        await database.WriteAsync(transaction => transaction.Execute(
            SpoolSql.CloseSubmission, new { SubmissionId = submissionId.Key(), ClosedAt = time.Now().Stamp(), Reason = reason }));
    }
}
