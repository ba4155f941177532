namespace Axis.Contracts.Sealing;

/// <summary>Port: a time-stamping authority (RFC 3161).</summary>
public interface ITimeStampAuthority
{
    /// <summary>Hands over a TimeStampReq and returns the TimeStampResp, both DER. Asking twice does no harm.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TimeStampAuthorityException">The authority was not reached, or answered with something else.</exception>
    Task<byte[]> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken);
}
