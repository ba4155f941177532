using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Flow.Submit.Content;

/// <summary>Rights on content as documents and deliveries give them.</summary>
internal sealed class LedgerContentRights(IDatabase database, ILedger ledger) : IContentRights
{
    public async Task<bool> MayDownloadAsync(string adapter, string sha256, CancellationToken cancellation) =>
        await database.ReadAsync(
            "content rights", (session, token) => session.FindAsync<int>(ContentSql.IsDelivered, new { adapter, sha256 }, token), cancellation) == 1;

    public async Task<IReadOnlySet<string>> FindReferencedAsync(IReadOnlyCollection<string> sha256, CancellationToken cancellation) =>
        (await database.ReadAsync(
            "content references",
            (session, token) => session.QueryAsync<string>(ContentSql.FindReferenced, new { ids = SqlJson.Write(sha256) }, token),
            cancellation)).ToHashSet(StringComparer.Ordinal);

    public Task<byte[]?> FindSmallAsync(string sha256, CancellationToken cancellation) =>
        ledger.ReadAsync("small content", (reader, token) => reader.FindContentAsync(sha256, token), cancellation);
}
