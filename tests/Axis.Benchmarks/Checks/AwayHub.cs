using Agency.Adapter.HubLink;
using Axis.Contracts.Checks;
using Axis.Contracts.Http;
using Axis.Contracts.Sealing;

namespace Axis.Benchmarks.Checks;

/// <summary>A hub that gives its directory and nothing else: the check is measured by what the adapter itself does.</summary>
internal sealed class AwayHub(IReadOnlyList<DirectoryAgency> agencies) : IHubApi
{
    public Task<DirectoryPage> ListAgenciesAsync(DateTimeOffset? since, CancellationToken cancellation) =>
        Task.FromResult(new DirectoryPage(TimeProvider.System.GetUtcNow(), agencies));

    public Task<Checklist?> CheckAsync(Stream edxml, CancellationToken cancellation) => Task.FromResult<Checklist?>(null);

    public Task UploadAsync(string sha256, Stream content, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task<Stream?> DownloadAsync(string sha256, long offset, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task<RegisteredCertificate?> FindCertificateAsync(string sha256, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task<SubmissionAnswer?> FindSubmissionAsync(Guid submissionId, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task<AlertPage> ListAlertsAsync(CancellationToken cancellation) => throw new HubAwayException("away");

    public Task<OpenItemPage> ListItemsAsync(IReadOnlyCollection<string> agencies, OpenItemList? list, string? after, int limit, CancellationToken cancellation) =>
        throw new HubAwayException("away");

    public Task ActAsync(Guid itemId, ActRequest request, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task<OutagePage> ListOutagesAsync(CancellationToken cancellation) => throw new HubAwayException("away");

    public Task<PlannedOutage> AnnounceOutageAsync(OutageRequest request, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task EndOutageAsync(Guid outageId, EndOutageRequest request, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task CloseDifferenceAsync(Guid id, CloseDifferenceRequest request, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task ResendAsync(Guid submissionId, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task CloseAsync(Guid submissionId, string reason, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task<ExpectedBooks> FindExpectedAsync(DateOnly day, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task<ReconciliationAnswer> PostBooksAsync(DayBooks head, IReadOnlyList<BookLine> lines, CancellationToken cancellation) => throw new HubAwayException("away");
}
