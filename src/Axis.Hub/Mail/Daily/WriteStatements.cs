using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Mail.Send;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Issue;
using MassTransit;

namespace Axis.Hub.Mail.Daily;

/// <summary>
/// Writes one message to every contact for statements of an agency for which a completed run has issued something. A message has its key, so however many hubs write and however often one
/// dies, each address gets one of a run.
/// </summary>
internal sealed class WriteStatements(
    IDatabase database, ContactDesk contacts, SendMail send, HubMetrics metrics, PumpStates states, TimeProvider time, ILogger<WriteStatements> logger)
    : Pump("mail-statements", TimeSpan.FromSeconds(60), states, time, logger)
{
    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        // What was issued while no mail was set up is not made up for beyond the patience with any message.
        var runs = await database.ReadAsync("mail-runs", (session, token) =>
            session.QueryAsync<RunKey>(MailSql.ListRunsToMail, new { since = SqlTime.Cut(Time.GetUtcNow()) - MailRow.Patience }, token), cancellation);
        foreach (var run in runs)
        {
            await WriteAsync(run.RunId, cancellation);
        }

        return false;
    }

    private async Task WriteAsync(Guid runId, CancellationToken cancellation)
    {
        var readers = (await contacts.ListAsync(cancellation)).Where(contact => contact.Statements).ToLookup(contact => contact.AgencyId);
        var agencies = readers.Count == 0 ? [] : await database.ReadAsync("mail-run", (session, token) =>
            session.QueryAsync<AgencyKey>(MailSql.ListAgenciesOfRun, new { runId }, token), cancellation);
        var (written, isComplete) = (0, true);
        foreach (var agencyId in agencies.Select(row => row.AgencyId).Where(readers.Contains))
        {
            try
            {
                written += await WriteAsync(runId, agencyId, readers[agencyId], cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException && !HoldPolicy.IsInfrastructure(fault))
            {
                // What cannot be written to one keeps nobody else waiting; the run stays open and the next turn tries it again.
                MailLog.NotWritten(Logger, MailKinds.Statements, agencyId.ToString(), fault);
                metrics.MailSent(MailKinds.Statements, "not_written");
                isComplete = false;
            }
        }

        if (isComplete)
        {
            await database.WriteAsync("mail-run-done", (session, token) =>
                session.ExecuteAsync(MailSql.InsertMailedRun, new { runId, at = SqlTime.Cut(Time.GetUtcNow()) }, token), cancellation);
        }

        if (written > 0)
        {
            MailLog.StatementsWritten(Logger, runId, written);
            send.Ring();
        }
    }

    private async Task<int> WriteAsync(Guid runId, Guid agencyId, IEnumerable<ContactRow> readers, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync("mail-run-agency", (session, token) =>
            session.QueryAsync<StatementRow>(StatementSql.ListOfRun, new { runId, agencyId }, token), cancellation);
        var now = SqlTime.Cut(Time.GetUtcNow());
        MailRow[] mails = [.. readers.Select(contact => RowOf(contact, runId, rows, now))];
        return await database.WriteAsync("mail-run-write", (session, token) => session.ExecuteAsync(MailSql.InsertMails, new { rows = SqlJson.Write(mails) }, token), cancellation);
    }

    private static MailRow RowOf(ContactRow contact, Guid runId, IReadOnlyList<StatementRow> rows, DateTimeOffset now) => new()
    {
        MailId = NewId.NextSequentialGuid(), Kind = MailKinds.Statements, MailKey = MailRow.KeyOf(MailKinds.Statements, runId, contact.AgencyId, contact.Address), AboutId = runId,
        AgencyId = contact.AgencyId, Address = contact.Address, Name = contact.Name, Language = contact.Language, Subject = SqlWidth.Cut(StatementMail.SubjectOf(rows, contact.Language), SqlWidth.Subject),
        CreatedAt = now, TryUntil = now + MailRow.Patience, NextTryAt = now,
    };

    private sealed record RunKey
    {
        public required Guid RunId { get; init; }
    }

    private sealed record AgencyKey
    {
        public required Guid AgencyId { get; init; }
    }
}
