using Axis.Contracts.Errors;

namespace Axis.Hub.Platform.Bus;

/// <summary>The broker or its management API is not believed over TLS; its message is code and sentence.</summary>
internal sealed class BrokerRefusedException(Finding finding, Exception? inner = null)
    : HttpRequestException(HttpRequestError.SecureConnectionError, $"{finding.Code} {finding.English}", inner)
{
    public Finding Finding => finding;
}
