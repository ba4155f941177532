using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Mail;

/// <summary>Removes what e-mail leaves in the ledger, or it would grow with every morning: what sent messages said, then the rows of what was sent or given up. It is done without a mail server too.</summary>
internal sealed class ForgetMail(IDatabase database, ClockTrust trust, HubOptions options, PumpStates states, TimeProvider time, ILogger<ForgetMail> logger)
    : Pump("forget-mail", TimeSpan.FromHours(1), states, time, logger)
{
    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        if (!trust.IsTrusted())
        {
            return false;
        }

        await ForgetAsync(options.Mail.KeepBodiesDays, [MailSql.ForgetMailBodies], cancellation);
        await ForgetAsync(options.KeepAlertsDays, [MailSql.ForgetMail, MailSql.ForgetMailedRuns], cancellation);
        return false;
    }

    private async Task ForgetAsync(int days, SqlText[] texts, CancellationToken cancellation)
    {
        if (days == 0)
        {
            return;
        }

        var before = SqlTime.Cut(Time.GetUtcNow()).AddDays(-days);
        await database.WriteAsync("forget-mail", async (session, token) =>
        {
            foreach (var text in texts)
            {
                await session.ExecuteAsync(text, new { before }, token);
            }

            return true;
        }, cancellation);
    }
}
