namespace Axis.Hub.Flow.Submit.Content;

/// <summary>Port: what the ledger says about content. Hashes are lower-case hex.</summary>
internal interface IContentRights
{
    /// <summary>True when a delivery of this content was dispatched to the adapter at least once.</summary>
    Task<bool> MayDownloadAsync(string adapter, string sha256, CancellationToken cancellation);

    /// <summary>Those of the given hashes that a document is made of.</summary>
    Task<IReadOnlySet<string>> FindReferencedAsync(IReadOnlyCollection<string> sha256, CancellationToken cancellation);

    /// <summary>Content that is small enough to live in the ledger, or null.</summary>
    Task<byte[]?> FindSmallAsync(string sha256, CancellationToken cancellation);
}
