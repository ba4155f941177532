using Axis.Contracts.Tls;
using Axis.Hub.Platform.Telemetry;

namespace Axis.Hub.Platform.Bus.Management;

/// <summary>Calls the management API; where TLS is what hinders, it says so by its code.</summary>
internal sealed class RefusalHandler(ServerJudge judge) : DelegatingHandler(new SocketsHttpHandler { SslOptions = judge.Options() })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HubActivity.MarkCall(request);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.SecureConnectionError && judge.Explain(failure) is { } finding)
        {
            throw new BrokerRefusedException(finding, failure);
        }
    }
}
