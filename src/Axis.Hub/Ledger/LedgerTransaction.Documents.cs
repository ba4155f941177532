using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>Documents, submissions, refusals, contents and receipts.</summary>
internal sealed partial class LedgerTransaction
{
    public Task<IReadOnlyList<SubmissionRow>> FindSubmissionsAsync(IReadOnlyCollection<SubmissionKey> keys, CancellationToken cancellation) =>
        QueryAsync<SubmissionRow, SubmissionKey>(LedgerSql.FindSubmissions, keys, cancellation);

    public Task<IReadOnlyList<RefusalRow>> FindRefusalsAsync(IReadOnlyCollection<RefusalKey> keys, CancellationToken cancellation) =>
        QueryAsync<RefusalRow, RefusalKey>(LedgerSql.FindRefusals, keys, cancellation);

    public Task<IReadOnlyList<DocumentRow>> FindDocumentsAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellation) =>
        QueryByIdAsync<DocumentRow, Guid>(LedgerSql.FindDocuments, documentIds, cancellation);

    public Task<IReadOnlyList<DocumentFacts>> FindDocumentFactsAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellation) =>
        QueryByIdAsync<DocumentFacts, Guid>(LedgerSql.FindDocumentFacts, documentIds, cancellation);

    public Task<byte[]?> FindContentAsync(string sha256, CancellationToken cancellation) =>
        session.FindAsync<byte[]>(LedgerSql.FindContent, new { sha256 }, cancellation);

    public Task InsertDocumentsAsync(IReadOnlyCollection<DocumentRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.InsertDocuments, [.. rows.Select(ReferenceText.Clip)], cancellation);

    public Task InsertSubmissionsAsync(IReadOnlyCollection<SubmissionRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.InsertSubmissions, rows, cancellation);

    public Task RecordRefusalsAsync(IReadOnlyCollection<RefusalRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.RecordRefusals, rows, cancellation);

    public async Task RearmReceiptsAsync(IReadOnlyCollection<SubmissionKey> keys, CancellationToken cancellation)
    {
        var counted = keys.GroupBy(key => key).Select(group => new { group.Key.AdapterCode, group.Key.SubmissionId, Copies = group.Count() }).ToList();
        if (counted.Count > 0)
        {
            await session.ExecuteAsync(LedgerSql.RearmReceipts, new { keys = SqlJson.Write(counted) }, cancellation);
        }
    }

    public Task InsertContentAsync(IReadOnlyCollection<ContentRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.InsertContent, [.. rows.DistinctBy(row => row.Sha256)], cancellation);

    public async Task<IReadOnlyList<OwedReceipt>> ListOwedReceiptsAsync(int limit, CancellationToken cancellation)
    {
        var rows = await session.QueryAsync<OwedReceiptRow>(LedgerSql.ListOwedReceipts, new { limit }, cancellation);
        return [.. rows.Select(row => new OwedReceipt(row.AdapterCode, row.SubmissionId, row.Try, row.PackageSha256, row.Accepted, row.Receipt))];
    }

    public Task MarkReceiptsSentAsync(IReadOnlyCollection<OwedReceipt> receipts, CancellationToken cancellation) =>
        WriteAsync(
            LedgerSql.MarkReceiptsSent,
            [.. receipts.Select(receipt => new { receipt.AdapterCode, receipt.SubmissionId, receipt.Try, receipt.PackageSha256, receipt.Accepted })],
            cancellation);

    private sealed record OwedReceiptRow
    {
        public required string AdapterCode { get; init; }
        public required Guid SubmissionId { get; init; }
        public required int Try { get; init; }
        public required string PackageSha256 { get; init; }
        public required bool Accepted { get; init; }
        public required byte[] Receipt { get; init; }
    }
}
