using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Errors;
using Axis.Contracts.Tls;
using MassTransit;
using RabbitMQ.Client;

namespace Axis.Hub.Platform.Bus;

/// <summary>TLS to the broker: one judgement for the bus, for single connections and for a look at what it shows.</summary>
internal static class BrokerTls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Makes the bus speak TLS and believe the broker by <paramref name="judge"/> only.</summary>
    public static void Secure(this IRabbitMqHostConfigurator host, ServerJudge judge) => host.UseSsl(tls =>
    {
        // Left alone it accepts a certificate of any authority; with a judgement of our own nothing else is asked.
        tls.Protocol = ServerTrust.Protocols;
        tls.ServerName = judge.Host;
        tls.CertificateValidationCallback = judge.Validate;
        tls.EnforcePolicyErrors(
            SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateNotAvailable);
    });

    /// <summary>A single connection, not repaired.</summary>
    public static ConnectionFactory Factory(BrokerAddress broker, ServerJudge judge)
    {
        var factory = new ConnectionFactory { Uri = new Uri(broker.ToUri()), AutomaticRecoveryEnabled = false };
        CutIsError.Apply(factory);
        if (broker.Tls)
        {
            factory.Ssl.Version = ServerTrust.Protocols;
            factory.Ssl.ServerName = judge.Host;
            factory.Ssl.CertificateValidationCallback = judge.Validate;
        }

        return factory;
    }

    /// <summary>Makes a handshake and nothing more.</summary>
    public static async Task<BrokerShown> LookAsync(string host, int port, ServerTrust trust, TimeProvider time, CancellationToken cancellation)
    {
        var judge = trust.For(host);
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host.Trim('[', ']'), port, either.Token);
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsClientAsync(judge.Options(), either.Token);
            using var shown = X509CertificateLoader.LoadCertificate(tls.RemoteCertificate!.GetRawCertData());
            return new BrokerShown.Believed(shown.NotAfter.ToUniversalTime());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new BrokerShown.Away("it did not answer in time");
        }
        catch (Exception failure) when (failure is SocketException or IOException or AuthenticationException)
        {
            return judge.Explain(failure) is { } finding ? new BrokerShown.Refused(finding) : new BrokerShown.Away(failure.Message);
        }
    }
}

/// <summary>What a look at a server's TLS found.</summary>
internal abstract record BrokerShown
{
    private BrokerShown()
    {
    }

    /// <summary>It is believed.</summary>
    /// <param name="Until">End of its certificate's validity, UTC.</param>
    public sealed record Believed(DateTimeOffset Until) : BrokerShown;

    /// <summary>It is not.</summary>
    public sealed record Refused(Finding Finding) : BrokerShown;

    /// <summary>Nothing answers there.</summary>
    public sealed record Away(string Reason) : BrokerShown;
}
