using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Mail.Send;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;
using MassTransit;

namespace Axis.Hub.Mail.Digest;

/// <summary>
/// Writes to agencies and operators about alerts, as <see cref="DecideDigest"/> says. Messages, who was told and until when they are not written to again are one transaction, so of several
/// hubs one tells.
/// </summary>
internal sealed class WriteDigests(
    IDatabase database, ContactDesk contacts, IAgencyRegistry registry, SendMail send, HubMetrics metrics, HubOptions options, PumpStates states, TimeProvider time,
    ILogger<WriteDigests> logger)
    : Pump("tell-alerts-by-mail", TimeSpan.FromSeconds(60), states, time, logger)
{
    /// <summary>What has ended is looked back at for so long.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        var audiences = new MailAudiences(directory, await contacts.ListAsync(cancellation), options.Mail.OperatorAddresses);
        if (!audiences.All.Any())
        {
            return false;
        }

        var now = SqlTime.Cut(Time.GetUtcNow());
        var (alerts, told, digests) = await database.ReadAsync("mail-alerts", async (session, token) => (
            await session.QueryAsync<DigestAlert>(MailSql.ListAlertsToTell, new { since = now - Life }, token),
            (await session.QueryAsync<ToldRow>(MailSql.ListTold, new { since = now - Life }, token)).ToLookup(row => row.AgencyId ?? Ledger.HubAgency.Id),
            (await session.QueryAsync<DigestRow>(MailSql.ListDigests, null, token)).ToDictionary(row => row.AudienceId)), cancellation);
        var concerned = alerts.SelectMany(alert => audiences.Of(alert).Select(audience => (audience, alert))).ToLookup(pair => pair.audience, pair => pair.alert);
        foreach (var audience in audiences.All)
        {
            var digest = digests.GetValueOrDefault(audience.Id);
            try
            {
                if (DecideDigest.Of(digest, [.. concerned[audience.Id]], told[audience.Id].ToDictionary(row => row.AlertId), now, options.Mail.Window) is DigestDecision.Tell tell)
                {
                    await TellAsync(audience, digest, tell, directory, now, cancellation);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException && !HoldPolicy.IsInfrastructure(fault))
            {
                // What cannot be written to one keeps nobody else waiting; the next turn tries it again.
                MailLog.NotWritten(Logger, MailKinds.Alerts, audience.Agency?.Code ?? "operators", fault);
                metrics.MailSent(MailKinds.Alerts, "not_written");
            }
        }

        return false;
    }

    private async Task TellAsync(
        MailAudience audience, DigestRow? digest, DigestDecision.Tell tell, AgencyDirectory directory, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = NewId.NextSequentialGuid();
        MailRow[] mails = [.. audience.Contacts.Select(contact => RowOf(contact, id, audience, DigestMail.Write(audience.Agency, tell, directory, contact.Language, options.Mail.Window), now))];
        var told = tell.Lines.Where(line => line.News != DigestNews.None)
            .Select(line => new { AlertToldId = NewId.NextSequentialGuid(), line.Alert.AlertId, audience.AgencyId, line.Alert.Version, At = now }).ToArray();
        var isMine = await database.WriteAsync("mail-digest", async (session, token) =>
        {
            var taken = digest is null
                ? await session.ExecuteAsync(MailSql.InsertDigest, new { audienceId = audience.Id, digestId = id, heldSince = now, heldUntil = tell.HeldUntil }, token)
                : await session.ExecuteAsync(
                    MailSql.TakeDigest, new { audienceId = audience.Id, number = digest.Number, digestId = id, heldSince = now, heldUntil = tell.HeldUntil }, token);
            if (taken == 0)
            {
                // Another hub has decided meanwhile.
                return false;
            }

            await session.ExecuteAsync(MailSql.InsertTold, new { rows = SqlJson.Write(told) }, token);
            await session.ExecuteAsync(MailSql.InsertMails, new { rows = SqlJson.Write(mails) }, token);
            return true;
        }, cancellation);
        if (isMine)
        {
            MailLog.Told(Logger, audience.Agency?.Code ?? "operators", told.Length, mails.Length);
            send.Ring();
        }
    }

    private static MailRow RowOf(ContactRow contact, Guid digest, MailAudience audience, MailText text, DateTimeOffset now) => new()
    {
        MailId = NewId.NextSequentialGuid(), Kind = MailKinds.Alerts, MailKey = MailRow.KeyOf(MailKinds.Alerts, digest, audience.AgencyId, contact.Address), AboutId = digest,
        AgencyId = audience.AgencyId, Address = contact.Address, Name = contact.Name, Language = contact.Language, Subject = text.Subject, PlainText = text.PlainText, Html = text.Html,
        CreatedAt = now, TryUntil = now + MailRow.Patience, NextTryAt = now,
    };
}
