using Axis.Contracts.Checks;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Sealing;

namespace Agency.Adapter.HubLink;

/// <summary>
/// Port: the hub's HTTPS endpoint, spoken to under the adapter's certificate (protocol.md 7). Calls that may be repeated are
/// retried inside for a short while; a hub that stays away ends in <see cref="HubAwayException"/>, and the caller's own queue waits.
/// A refusal is a <see cref="HubRefusedException"/>.
/// </summary>
internal interface IHubApi
{
    /// <summary>Uploads content, resuming where an earlier try stopped. Complete and synced at the hub when it returns.</summary>
    /// <param name="sha256">Lower-case hex of the content.</param>
    /// <param name="content">Seekable content; not disposed.</param>
    /// <param name="cancellation">Gives up; what was sent is resumed later.</param>
    Task UploadAsync(string sha256, Stream content, CancellationToken cancellation);

    /// <summary>Content from a byte on, to be read while it arrives; <c>null</c> when the hub has none for this adapter.</summary>
    Task<Stream?> DownloadAsync(string sha256, long offset, CancellationToken cancellation);

    /// <summary>A certificate by its hash, or <c>null</c> when it is not registered. The caller disposes it.</summary>
    Task<RegisteredCertificate?> FindCertificateAsync(string sha256, CancellationToken cancellation);

    /// <summary>Agencies that changed since an earlier answer's time; all of them when <c>null</c>.</summary>
    Task<DirectoryPage> ListAgenciesAsync(DateTimeOffset? since, CancellationToken cancellation);

    /// <summary>A submission of this adapter as the hub's books have it, or <c>null</c> when they have none.</summary>
    Task<SubmissionAnswer?> FindSubmissionAsync(Guid submissionId, CancellationToken cancellation);

    /// <summary>The hub's opinion of a package without sending it; <c>null</c> when it does not give one.</summary>
    Task<Checklist?> CheckAsync(Stream edxml, CancellationToken cancellation);

    /// <summary>What the hub has to tell this adapter's agencies.</summary>
    Task<AlertPage> ListAlertsAsync(CancellationToken cancellation);

    /// <summary>What stands in the stocks of these agencies, and of those that they are served for, at this moment.</summary>
    /// <param name="agencies">Codes; the adapter's own.</param>
    /// <param name="list">One stock, or <c>null</c> for all.</param>
    /// <param name="after">Where the page before ended, or <c>null</c>.</param>
    /// <param name="limit">Most deliveries on a page.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<OpenItemPage> ListItemsAsync(IReadOnlyCollection<string> agencies, OpenItemList? list, string? after, int limit, CancellationToken cancellation);

    /// <summary>Does something about an item.</summary>
    Task ActAsync(Guid itemId, ActRequest request, CancellationToken cancellation);

    /// <summary>Planned outages of this adapter and of what it serves.</summary>
    Task<OutagePage> ListOutagesAsync(CancellationToken cancellation);

    /// <summary>Announces an outage; the same again is the same outage.</summary>
    Task<PlannedOutage> AnnounceOutageAsync(OutageRequest request, CancellationToken cancellation);

    /// <summary>Ends an outage.</summary>
    Task EndOutageAsync(Guid outageId, EndOutageRequest request, CancellationToken cancellation);

    /// <summary>Starts a new attempt of the failed deliveries of a submission.</summary>
    Task ResendAsync(Guid submissionId, CancellationToken cancellation);

    /// <summary>Gives the failed deliveries of a submission up, with a reason that is kept.</summary>
    Task CloseAsync(Guid submissionId, string reason, CancellationToken cancellation);

    /// <summary>What the hub has of this adapter for a day.</summary>
    Task<ExpectedBooks> FindExpectedAsync(DateOnly day, CancellationToken cancellation);

    /// <summary>Posts the books of a day. The same books may be posted again.</summary>
    /// <returns>How they differ from the hub's.</returns>
    Task<ReconciliationAnswer> PostBooksAsync(DayBooks head, IReadOnlyList<BookLine> lines, CancellationToken cancellation);

    /// <summary>Says that a difference was dealt with; the same said again changes nothing.</summary>
    /// <param name="id">The submission or delivery that it is about.</param>
    /// <param name="request">Who says so, and why.</param>
    /// <param name="cancellation">Gives up.</param>
    Task CloseDifferenceAsync(Guid id, CloseDifferenceRequest request, CancellationToken cancellation);
}

/// <summary>The hub was not reached, or said that it cannot answer now.</summary>
internal sealed class HubAwayException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The hub said no; asking again changes nothing.</summary>
/// <param name="finding">Its coded answer.</param>
internal sealed class HubRefusedException(Finding finding) : Exception(finding.English)
{
    public Finding Finding => finding;
}
