using Axis.Hub.Mail;
using Axis.Hub.Mail.Send;

namespace Axis.Hub.Operate.Doctor;

/// <summary>The mail server can be reached, is believed, and lets the hub's user in. Nothing is sent.</summary>
internal sealed class MailServerCheck(HubOptions options)
{
    private const string Name = "mail server";

    /// <summary>Nothing where the hub sends no e-mail.</summary>
    public async Task<IReadOnlyList<Diagnosis>> RunAsync(CancellationToken cancellation)
    {
        if (!options.Mail.IsOn)
        {
            return [];
        }

        using var session = new MailSession(options.Mail);
        try
        {
            await session.OpenAsync(cancellation);
        }
        catch (Exception away) when (JudgeFailure.IsExpected(away))
        {
            return [Diagnosis.Wrong(Name, session.Explain(away), "mend the server or the settings Mail:...: e-mail waits meanwhile, for three days at most")];
        }

        await session.CloseAsync(cancellation);
        var tls = options.Mail.Tls == MailTls.None ? "without TLS" : "over TLS";
        return [Diagnosis.Well(Name, $"{options.Mail.Host}:{options.Mail.Port}, {tls}{(options.Mail.User.Length > 0 ? $", as {options.Mail.User}" : "")}")];
    }
}
