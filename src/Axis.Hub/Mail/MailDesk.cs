using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Mail;

/// <summary>What operators see of mail and do about it. An act is one transaction with its line in the audit trail.</summary>
internal sealed class MailDesk(IDatabase database, TimeProvider time)
{
    /// <summary>The latest messages, or the latest of those that were not sent because something failed.</summary>
    public Task<IReadOnlyList<MailView>> ListAsync(bool failed, int limit, CancellationToken cancellation) => database.ReadAsync("list-mail", (session, token) =>
        session.QueryAsync<MailView>(MailSql.ListMail, new { failed, limit }, token), cancellation);

    /// <summary>Has a message that was not sent tried at once, and for another three days; false when there is none, or it was sent, or is being sent.</summary>
    public Task<bool> RetryAsync(Guid mailId, string actor, string reason, CancellationToken cancellation) => database.WriteAsync("mail-retry", async (session, token) =>
    {
        var now = SqlTime.Cut(time.GetUtcNow());
        if (await session.ExecuteAsync(MailSql.RetryMail, new { mailId, now, until = now + MailRow.Patience }, token) == 0)
        {
            return false;
        }

        await new LedgerTransaction(session).AppendAuditAsync(actor, "mail-retry", $"{mailId}", reason, now, token);
        return true;
    }, cancellation);
}
