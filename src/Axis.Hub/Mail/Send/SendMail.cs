using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Mail.Daily;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;
using MassTransit;

namespace Axis.Hub.Mail.Send;

/// <summary>
/// Sends what was written. A message is claimed before it is sent, so one of several hubs sends it; one that dies between the server's taking it over and the mark leaves a repeat under the
/// same message id.
/// </summary>
internal sealed class SendMail(
    IDatabase database, StatementMail statements, MailBacklog backlog, HubMetrics metrics, HubOptions options, PumpStates states, TimeProvider time, ILogger<SendMail> logger)
    : Pump("send-mail", TimeSpan.FromSeconds(30), states, time, logger)
{
    /// <summary>How long a claim holds.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private const int PerTurn = 20;
    private const int LongestReason = 400;

    // Not the hub's name alone: another process may have the same settings.
    private readonly string owner = $"{options.Name}/{NewId.NextSequentialGuid():N}";

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var claimed = await ClaimAsync(cancellation);
        var isMore = claimed.Count > 0 && await SendAsync(claimed, cancellation);
        await CountAsync(cancellation);
        return isMore;
    }

    private async Task<IReadOnlyList<MailRow>> ClaimAsync(CancellationToken cancellation)
    {
        var now = SqlTime.Cut(Time.GetUtcNow());
        var due = await database.ReadAsync("mail-due", (session, token) => session.QueryAsync<MailRow>(MailSql.ListDueMail, new { now, limit = PerTurn }, token), cancellation);
        return due.Count == 0 ? due : await database.WriteAsync("mail-claim", async (session, token) =>
        {
            var mine = new List<MailRow>();
            foreach (var row in due)
            {
                if (await session.ExecuteAsync(MailSql.ClaimMail, new { mailId = row.MailId, owner, now, until = now + Lease }, token) == 1)
                {
                    mine.Add(row);
                }
            }

            return (IReadOnlyList<MailRow>)mine;
        }, cancellation);
    }

    /// <summary>Sends one after the other; true when there may be more to send at once.</summary>
    private async Task<bool> SendAsync(IReadOnlyList<MailRow> claimed, CancellationToken cancellation)
    {
        var (began, sent) = (Time.GetTimestamp(), 0);
        using var session = new MailSession(options.Mail);
        try
        {
            await session.OpenAsync(cancellation);
        }
        catch (Exception away) when (JudgeFailure.IsExpected(away))
        {
            var reason = session.Explain(away);
            MailLog.ServerAway(Logger, claimed.Count, reason);
            foreach (var row in claimed)
            {
                await PutOffAsync(row, new IOException(reason), reason, cancellation);
            }

            return false;
        }

        for (var place = 0; place < claimed.Count; place++)
        {
            // A claim must not run out under a message that is being sent.
            if (!session.IsConnected || Time.GetElapsedTime(began) > Lease / 2)
            {
                await ReleaseAsync([.. claimed.Skip(place)], cancellation);
                break;
            }

            sent += await SendAsync(session, claimed[place], cancellation) ? 1 : 0;
        }

        await session.CloseAsync(cancellation);
        if (sent > 0)
        {
            MailLog.Sent(Logger, sent);
        }

        return claimed.Count == PerTurn || sent > 0;
    }

    private async Task<bool> SendAsync(MailSession session, MailRow row, CancellationToken cancellation)
    {
        try
        {
            var content = row is { PlainText: { } plain, Html: { } html } ? new MailContent(plain, html, []) : await statements.RenderAsync(row, cancellation);
            using var message = WriteMessage.Of(row, content, options.Mail.From);
            await session.SendAsync(message, cancellation);
        }
        catch (Exception failure) when (JudgeFailure.IsExpected(failure))
        {
            await PutOffAsync(row, failure, session.Explain(failure), cancellation);
            return false;
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !HoldPolicy.IsInfrastructure(fault))
        {
            // One that cannot be made holds up nobody behind it, and is given up in its time like any other.
            MailLog.NotMade(Logger, row.MailId, fault);
            await PutOffAsync(row, fault, "not made: " + fault.GetType().Name, cancellation);
            return false;
        }

        await ExecuteAsync("mail-sent", MailSql.MarkMailSent, new { mailId = row.MailId, at = SqlTime.Cut(Time.GetUtcNow()) }, cancellation);
        metrics.MailSent(row.Kind, "sent");
        return true;
    }

    private async Task PutOffAsync(MailRow row, Exception failure, string told, CancellationToken cancellation)
    {
        var now = SqlTime.Cut(Time.GetUtcNow());
        var reason = SqlWidth.Cut(ContactAddress.MaskIn(told, row.Address), LongestReason);
        var recipient = ContactAddress.Mask(row.Address);
        switch (JudgeFailure.Of(failure, reason, row.Attempts, row.TryUntil, now))
        {
            case MailVerdict.Undeliverable undeliverable:
                await ExecuteAsync("mail-give-up", MailSql.GiveUpMail, new { mailId = row.MailId, owner, at = now, reason = SqlWidth.Cut(undeliverable.Reason, LongestReason) }, cancellation);
                metrics.MailSent(row.Kind, "undeliverable");
                MailLog.Undeliverable(Logger, row.MailId, recipient, undeliverable.Reason);
                break;
            case MailVerdict.Later later:
                await ExecuteAsync("mail-put-off", MailSql.PutOffMail, new { mailId = row.MailId, owner, nextTryAt = later.At, reason }, cancellation);
                metrics.MailSent(row.Kind, "put_off");
                MailLog.PutOff(Logger, row.MailId, recipient, later.At, reason);
                break;
        }
    }

    private async Task ReleaseAsync(IReadOnlyList<MailRow> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            await ExecuteAsync("mail-release", MailSql.ReleaseMail, new { mailId = row.MailId, owner }, cancellation);
        }
    }

    private async Task CountAsync(CancellationToken cancellation)
    {
        var count = await database.ReadAsync("mail-count", (session, token) => session.FindAsync<MailCount>(MailSql.CountMail, null, token), cancellation);
        backlog.Show(count?.Waiting ?? 0, count?.FirstEnd - MailRow.Patience);
        metrics.ShowMailWaiting(count?.Waiting ?? 0);
    }

    private Task<bool> ExecuteAsync(string name, SqlText text, object parameters, CancellationToken cancellation) =>
        database.WriteAsync(name, async (session, token) => await session.ExecuteAsync(text, parameters, token) == 1, cancellation);

    private sealed record MailCount
    {
        public required int Waiting { get; init; }
        public DateTimeOffset? FirstEnd { get; init; }
    }
}
