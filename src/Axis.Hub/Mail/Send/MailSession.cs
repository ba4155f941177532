using Axis.Contracts.Tls;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Axis.Hub.Mail.Send;

/// <summary>
/// A connection to the mail server: secured as the settings say, or not made. Its certificate is judged as every server's is (<see cref="ServerTrust"/>); nothing that is said on it
/// is written down.
/// </summary>
internal sealed class MailSession : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SmtpClient client;
    private readonly MailOptions options;
    private readonly ServerJudge judge;

    public MailSession(MailOptions options)
    {
        this.options = options;
        judge = ServerTrust.Load(options.RootsPath).For(options.Host);
        client = new SmtpClient
        {
            Timeout = (int)Patience.TotalMilliseconds, SslProtocols = ServerTrust.Protocols, CheckCertificateRevocation = false, ServerCertificateValidationCallback = judge.Validate,
        };
    }

    /// <summary>True while the server has not gone.</summary>
    public bool IsConnected => client.IsConnected;

    /// <summary>Connects and names the user.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        var security = options.Tls switch
        {
            MailTls.Implicit => SecureSocketOptions.SslOnConnect,
            MailTls.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await client.ConnectAsync(options.Host, options.Port, security, cancellation);
        if (options.User.Length > 0)
        {
            await client.AuthenticateAsync(options.User, await PasswordAsync(cancellation), cancellation);
        }
    }

    /// <summary>Returns when the server has taken the message over.</summary>
    public Task SendAsync(MimeMessage message, CancellationToken cancellation) => client.SendAsync(message, cancellation);

    /// <summary>Takes leave; a server that has gone needs none.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception gone) when (JudgeFailure.IsExpected(gone))
        {
            // Everything was said before.
        }
    }

    /// <summary>What was met, on one line for people; a certificate that is not believed by its code.</summary>
    public string Explain(Exception failure)
    {
        var text = judge.Explain(failure) is { } finding ? $"{finding.Code} {finding.English}"
            : failure is SmtpCommandException refused ? $"{(int)refused.StatusCode} {refused.Message}"
            : failure.Message;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose() => client.Dispose();

    private async Task<string> PasswordAsync(CancellationToken cancellation) => (await File.ReadAllLinesAsync(options.PasswordFile, cancellation)) is [var first, ..]
        ? first
        : throw new IOException($"{options.PasswordFile} is empty");
}
