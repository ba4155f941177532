using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Tls;

/// <summary>Judges the handshakes with one server and remembers why the last one was refused. Safe for concurrent use.</summary>
/// <param name="trust">Who is believed.</param>
/// <param name="host">Name or address that is called.</param>
public sealed class ServerJudge(ServerTrust trust, string host)
{
    private volatile Finding? refusal;
    private volatile bool believed;

    /// <summary>Raised for each refused handshake; the handler must return at once.</summary>
    public event Action<Finding>? Refused;

    /// <summary>Why the last handshake was refused, or <c>null</c> when it was not.</summary>
    public Finding? Refusal => refusal;

    /// <summary>Name or address that is called.</summary>
    public string Host => host;

    /// <summary>A <see cref="RemoteCertificateValidationCallback"/>.</summary>
    public bool Validate(object? sender, X509Certificate? certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        var found = trust.Judge(host, certificate, presented, errors);
        refusal = found;
        believed = found is null;
        if (found is not null)
        {
            Refused?.Invoke(found);
        }

        return found is null;
    }

    /// <summary>TLS as a client of this server: name, protocols and this judgement.</summary>
    public SslClientAuthenticationOptions Options() => new()
    {
        TargetHost = host.Trim('[', ']'),
        EnabledSslProtocols = ServerTrust.Protocols,
        RemoteCertificateValidationCallback = Validate,
    };

    /// <summary>Why a connection failed, if TLS is the reason: the refusal, or that none could be agreed; else <c>null</c>.</summary>
    public Finding? Explain(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return believed || Find(failure) is not { } handshake
            ? null
            : refusal ?? Finding.Refuse(ErrorCatalogue.ServerWithoutTls, "", host, handshake.Message);
    }

    /// <summary>What a handshake fails with; a connection that was refused or broken is a <see cref="SocketException"/>, alone or inside.</summary>
    private static Exception? Find(Exception? failure) => failure switch
    {
        null => null,
        AuthenticationException => failure,
        IOException { InnerException: null } => failure,
        AggregateException many => many.InnerExceptions.Select(Find).FirstOrDefault(found => found is not null),
        _ => Find(failure.InnerException),
    };
}
