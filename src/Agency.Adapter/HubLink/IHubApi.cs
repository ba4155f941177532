using Axis.Contracts.Errors;

namespace Agency.Adapter.HubLink;

/// <summary>
/// Port: the hub's HTTPS endpoint, spoken to under the adapter's certificate (issue point 11). Calls that may be repeated are
/// retried inside for a short while; a hub that stays away ends in <see cref="HubAwayException"/>, and the caller's own queue waits.
/// </summary>
internal interface IHubApi
{
    /// <summary>Uploads content, resuming where an earlier try stopped. Complete and synced at the hub when it returns.</summary>
    /// <param name="sha256">Lower-case hex of the content.</param>
    /// <param name="content">Seekable content from its start; not disposed.</param>
    /// <param name="cancellation">Gives up; what was sent is resumed later.</param>
    /// <exception cref="HubAwayException">The hub was not reached.</exception>
    /// <exception cref="HubRefusedException">The hub does not take it.</exception>
    Task UploadAsync(string sha256, Stream content, CancellationToken cancellation);

    /// <summary>Content from a byte on, to be read while it arrives; <c>null</c> when the hub has none for this adapter.</summary>
    Task<Stream?> DownloadAsync(string sha256, long offset, CancellationToken cancellation);

    /// <summary>A certificate in DER by its hash, or <c>null</c> when it is not registered.</summary>
    Task<byte[]?> FindCertificateAsync(string sha256, CancellationToken cancellation);
}

/// <summary>The hub was not reached, or said that it cannot answer now.</summary>
internal sealed class HubAwayException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The hub said no; asking again changes nothing.</summary>
/// <param name="finding">Its coded answer.</param>
internal sealed class HubRefusedException(Finding finding) : Exception(finding.English)
{
    public Finding Finding => finding;
}
