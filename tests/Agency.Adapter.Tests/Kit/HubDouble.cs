using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Agency.Adapter.HubLink;
using Axis.Contracts.Checks;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Sealing;

namespace Agency.Adapter.Tests.Kit;

/// <summary>What the hub's endpoint holds, in memory; it can be away.</summary>
internal sealed class HubDouble : IHubApi
{
    public ConcurrentDictionary<string, byte[]> Certificates { get; } = new();

    public ConcurrentDictionary<string, byte[]> Contents { get; } = new();

    public bool IsAway { get; set; }

    /// <summary>What it refuses this adapter with.</summary>
    public Finding? Refusing { get; set; }

    public int Uploads { get; private set; }

    public int DirectoryReadings { get; private set; }

    public int CertificateReadings { get; private set; }

    /// <summary>Happens when a download begins.</summary>
    public Action? Downloading { get; set; }

    public void Register(X509Certificate2 certificate) => Certificates[AgencyCertificate.HashOf(certificate)] = certificate.RawData;

    public async Task UploadAsync(string sha256, Stream content, CancellationToken cancellation)
    {
        ThrowIfAway();
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())).ShouldBe(sha256);
        Contents[sha256] = bytes.ToArray();
        Uploads++;
    }

    public Task<Stream?> DownloadAsync(string sha256, long offset, CancellationToken cancellation)
    {
        ThrowIfAway();
        Downloading?.Invoke();
        return Task.FromResult<Stream?>(Contents.TryGetValue(sha256, out var bytes)
            ? new MemoryStream(bytes, (int)offset, bytes.Length - (int)offset, writable: false)
            : null);
    }

    public Task<RegisteredCertificate?> FindCertificateAsync(string sha256, CancellationToken cancellation)
    {
        ThrowIfAway();
        CertificateReadings++;
        return Task.FromResult(Certificates.TryGetValue(sha256, out var der) ? new RegisteredCertificate(X509CertificateLoader.LoadCertificate(der)) : null);
    }

    public List<DirectoryAgency> Agencies { get; } = [];

    public ConcurrentDictionary<Guid, SubmissionAnswer> Submissions { get; } = new();

    public Task<DirectoryPage> ListAgenciesAsync(DateTimeOffset? since, CancellationToken cancellation)
    {
        ThrowIfAway();
        DirectoryReadings++;
        return Task.FromResult(new DirectoryPage(TimeProvider.System.GetUtcNow(), Agencies));
    }

    public Task<SubmissionAnswer?> FindSubmissionAsync(Guid submissionId, CancellationToken cancellation)
    {
        ThrowIfAway();
        return Task.FromResult(Submissions.GetValueOrDefault(submissionId));
    }

    public Task<Checklist?> CheckAsync(Stream edxml, CancellationToken cancellation)
    {
        ThrowIfAway();
        return Task.FromResult<Checklist?>(null);
    }

    public Task<AlertPage> ListAlertsAsync(CancellationToken cancellation)
    {
        ThrowIfAway();
        return Task.FromResult(new AlertPage(TimeProvider.System.GetUtcNow(), []));
    }

    public Task<OpenItemPage> ListItemsAsync(IReadOnlyCollection<string> agencies, OpenItemList? list, string? after, int limit, CancellationToken cancellation)
    {
        ThrowIfAway();
        return Task.FromResult(new OpenItemPage(TimeProvider.System.GetUtcNow(), [], []));
    }

    public Task ActAsync(Guid itemId, ActRequest request, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Books that were posted.</summary>
    public ConcurrentQueue<(DayBooks Head, IReadOnlyList<BookLine> Lines)> Books { get; } = [];

    /// <summary>What the hub asks the books of every day to tell of.</summary>
    public (IReadOnlyList<Guid> Sent, IReadOnlyList<Guid> Received) Expected { get; set; } = ([], []);

    /// <summary>Why the hub refuses the books of a day.</summary>
    public Func<DateOnly, Finding?> RefusesBooks { get; set; } = _ => null;

    /// <summary>What the hub finds.</summary>
    public IReadOnlyList<BookDifference> Differences { get; set; } = [];

    public Task<ExpectedBooks> FindExpectedAsync(DateOnly day, CancellationToken cancellation)
    {
        ThrowIfAway();
        return Task.FromResult(new ExpectedBooks(day, TimeProvider.System.GetUtcNow(), Expected.Sent, Expected.Received));
    }

    public Task<ReconciliationAnswer> PostBooksAsync(DayBooks head, IReadOnlyList<BookLine> lines, CancellationToken cancellation)
    {
        ThrowIfAway();
        if (RefusesBooks(head.Day) is { } finding)
        {
            throw new HubRefusedException(finding);
        }

        Books.Enqueue((head, lines));
        return Task.FromResult(new ReconciliationAnswer(
            head.Adapter, head.Day, Books.Count(one => one.Head.Day == head.Day), head.AsOf, head.AsOf, lines.Count(line => line.Sent is not null),
            lines.Count(line => line.Received is not null), Differences.Count, 0, 0, Differences));
    }

    public Task<OutagePage> ListOutagesAsync(CancellationToken cancellation) => throw new HubAwayException("away");

    public Task<PlannedOutage> AnnounceOutageAsync(OutageRequest request, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task EndOutageAsync(Guid outageId, EndOutageRequest request, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task CloseDifferenceAsync(Guid id, CloseDifferenceRequest request, CancellationToken cancellation) => throw new HubAwayException("away");

    public Task ResendAsync(Guid submissionId, CancellationToken cancellation) => Task.CompletedTask;

    public Task CloseAsync(Guid submissionId, string reason, CancellationToken cancellation) => Task.CompletedTask;

    private void ThrowIfAway()
    {
        if (IsAway)
        {
            throw new HubAwayException("away");
        }

        if (Refusing is not null)
        {
            throw new HubRefusedException(Refusing);
        }
    }
}
