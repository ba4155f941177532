using Axis.Contracts.Errors;
using Axis.Contracts.Tls;
using Axis.Hub.Platform.Bus;

namespace Axis.Hub.Operate.Doctor;

/// <summary>What broker and management API show over TLS: trusted, of the called name, for servers, in its time and for how long.</summary>
internal sealed class BrokerTlsCheck(ServerTrust trust, TimeProvider time)
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    /// <summary>Says nothing of a server that does not answer: whoever needs it does.</summary>
    public async Task<IReadOnlyList<Diagnosis>> RunAsync(BrokerAddress broker, Uri management, CancellationToken cancellation)
    {
        var found = new List<Diagnosis>();
        if (broker.Tls)
        {
            await AddAsync("certificate of the broker", broker.Host, broker.Port);
        }
        else if (!new Uri(broker.ToUri()).IsLoopback)
        {
            found.Add(Diagnosis.Doubtful(
                "certificate of the broker", $"{broker} is not encrypted: passwords and packages can be read on the way", "give the broker a TLS listener and call it by amqps://"));
        }

        if (management.Scheme == Uri.UriSchemeHttps)
        {
            await AddAsync("certificate of the broker's management", management.Host, management.Port);
        }
        else if (!management.IsLoopback)
        {
            found.Add(Diagnosis.Doubtful(
                "certificate of the broker's management", $"{management.GetLeftPart(UriPartial.Authority)} is not encrypted: the administrator's password can be read on the way",
                "give the management a TLS listener and name it by https:// in Management"));
        }

        return found;

        async Task AddAsync(string check, string host, int port)
        {
            if (Judge(check, host, await BrokerTls.LookAsync(host, port, trust, time, cancellation)) is { } diagnosis)
            {
                found.Add(diagnosis);
            }
        }
    }

    /// <summary>How an operator mends a refusal.</summary>
    public static string RemedyOf(Finding finding) => finding.Code switch
    {
        "AXS-7001" => "name the root of its authority, and the issuers that it does not send, in the PEM file of BrokerRootsPath; without one the machine's roots count",
        "AXS-7002" => "call it by a name that its certificate bears, or give it a certificate with this name among the subject alternative names",
        "AXS-7003" => "renew the certificate that is named, or set this machine's clock",
        "AXS-7004" => "give it a certificate with the extended key usage serverAuth",
        _ => "check that this is its TLS port and that it speaks TLS 1.2 or 1.3",
    };

    private Diagnosis? Judge(string check, string host, BrokerShown shown) => shown switch
    {
        BrokerShown.Refused(var finding) => Diagnosis.Wrong(check, $"{finding.Code} {finding.English}", RemedyOf(finding)),
        BrokerShown.Believed(var until) when until - time.GetUtcNow() < Notice =>
            Diagnosis.Doubtful(check, $"trusted as {host}, valid until {until:u} only", "renew it at the broker"),
        BrokerShown.Believed(var until) => Diagnosis.Well(check, $"trusted as {host}, valid until {until:u}"),
        _ => null,
    };
}
