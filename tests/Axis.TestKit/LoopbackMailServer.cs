using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Axis.Simulator.Nation;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Axis.TestKit;

/// <summary>A message that the server took over.</summary>
/// <param name="To">The recipient of the envelope.</param>
/// <param name="Message">What was sent.</param>
/// <param name="IsSecure">True when it came over TLS.</param>
/// <param name="User">Who sent it; empty: nobody was named.</param>
public sealed record TakenMail(string To, MimeMessage Message, bool IsSecure, string User)
{
    /// <summary>Its subject.</summary>
    public string Subject => Message.Subject ?? "";

    /// <summary>What it says, as text.</summary>
    public string Text => Message.TextBody ?? "";

    /// <summary>What it says, as a page.</summary>
    public string Html => Message.HtmlBody ?? "";
}

/// <summary>
/// A real SMTP server on loopback. It takes everything unless a test says otherwise, offers STARTTLS where it has a certificate, and can go away after it has taken a message and before it says so.
/// </summary>
public sealed class LoopbackMailServer : IAsyncDisposable
{
    private readonly SmtpServer.SmtpServer server;
    private readonly Task serving;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<TakenMail> taken = new();
    private int cuts;
    private int sessions;

    private LoopbackMailServer(int port, X509Certificate2? certificate, (string User, string Password)? account)
    {
        Port = port;
        var options = new SmtpServerOptionsBuilder().ServerName("mail.test").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port));
            if (certificate is not null)
            {
                endpoint.Certificate(certificate).AllowUnsecureAuthentication(false);
            }

            if (account is not null)
            {
                endpoint.AuthenticationRequired();
            }
        }).Build();
        var services = new ServiceProvider();
        services.Add((IMessageStore)new Store(this));
        services.Add((IMailboxFilter)new Filter(this));
        services.Add((IUserAuthenticator)new DelegatingUserAuthenticator((user, password) => (user, password) == account));
        server = new(options, services);
        server.SessionCreated += (_, _) => Interlocked.Increment(ref sessions);
        serving = server.StartAsync(stop.Token);
    }

    /// <summary>Port of 127.0.0.1 that it listens on.</summary>
    public int Port { get; }

    /// <summary>Connections so far.</summary>
    public int Sessions => Volatile.Read(ref sessions);

    /// <summary>What it took over, in order.</summary>
    public IReadOnlyList<TakenMail> Taken => [.. taken];

    /// <summary>What it answers to a recipient; null: it takes him.</summary>
    public Func<string, (int Code, string Text)?> OnRecipient { get; set; } = _ => null;

    /// <summary>What it answers to a message; null: it takes it.</summary>
    public Func<MimeMessage, (int Code, string Text)?> OnMessage { get; set; } = _ => null;

    /// <param name="certificate">With its key; null: no TLS.</param>
    /// <param name="account">The only user; null: nobody has to name himself.</param>
    /// <param name="port">A port of loopback; a free one unless given.</param>
    public static LoopbackMailServer Start(X509Certificate2? certificate = null, (string User, string Password)? account = null, int? port = null) =>
        new(port ?? LoopbackPorts.Take(), certificate, account);

    /// <summary>The next messages are taken over, and their connections cut before the server says so.</summary>
    public void CutAfterData(int messages) => Volatile.Write(ref cuts, messages);

    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested)
        {
            return;
        }

        await stop.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static SmtpResponse Answer((int Code, string Text) answer) => new((SmtpReplyCode)answer.Code, answer.Text);

    private sealed class Store(LoopbackMailServer owner) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            var message = await MimeMessage.LoadAsync(bytes, cancellationToken);
            if (owner.OnMessage(message) is { } answer)
            {
                return Answer(answer);
            }

            var to = transaction.To[0];
            owner.taken.Enqueue(new($"{to.User}@{to.Host}", message, context.Pipe.IsSecure, context.Authentication.User ?? ""));
            if (Interlocked.Decrement(ref owner.cuts) >= 0)
            {
                context.Pipe.Dispose();
            }

            return SmtpResponse.Ok;
        }
    }

    private sealed class Filter(LoopbackMailServer owner) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            owner.OnRecipient($"{to.User}@{to.Host}") is { } answer ? throw new SmtpResponseException(Answer(answer)) : Task.FromResult(true);
    }
}
