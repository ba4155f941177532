using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Flow.Submit;

/// <summary>
/// What a sender's adapter asks of a submission of its own: how it stands, to start its failed deliveries again, to close them
/// (protocol.md 4). Another adapter's submission is as unknown as one that never was.
/// </summary>
internal sealed class ResendSubmission(ILedger ledger, IDueTimes dueTimes, DispatchBacklog dispatch, HubOptions options, TimeProvider time)
{
    /// <summary>The accepted submission with the current states of its deliveries, or null.</summary>
    public Task<SubmissionView?> FindAsync(string adapter, Guid submissionId, CancellationToken cancellation) =>
        ledger.ReadAsync("submission", async (reader, token) =>
            await FindRowAsync(reader, adapter, submissionId, token) is { } row
                ? await ViewOfAsync(reader, row, await reader.FindDeliveriesOfAsync([row.DocumentId], token), token)
                : null, cancellation);

    /// <summary>
    /// Starts a new attempt of every failed delivery that no mended document has replaced; the others are left as they are. Null when the
    /// submission is unknown.
    /// </summary>
    public async Task<SubmissionView?> ResendAsync(string adapter, Guid submissionId, CancellationToken cancellation)
    {
        var resent = new DeliveryInput.Resent("adapter:" + adapter, "asked for by the sender");
        var view = await ChangeAsync("resend", adapter, submissionId, (book, row) => book.Decide(row, resent), skipReplaced: true, cancellation);
        dispatch.Ring();
        return view;
    }

    /// <summary>
    /// Closes every failed delivery with who and why: it stays FAIL and is nobody's error any more. Of a submission that was refused as a whole the refusal is closed. Null when the
    /// submission is unknown.
    /// </summary>
    public async Task<SubmissionView?> CloseAsync(string adapter, Guid submissionId, string reason, CancellationToken cancellation) =>
        await ChangeAsync("close", adapter, submissionId, (book, row) => book.Close(row, "adapter:" + adapter, reason), skipReplaced: false, cancellation, reason)
        ?? await CloseRefusedAsync(adapter, submissionId, reason, cancellation);

    private Task<SubmissionView?> CloseRefusedAsync(string adapter, Guid submissionId, string reason, CancellationToken cancellation) =>
        ledger.WriteAsync("close-refused", async (transaction, token) =>
        {
            var refused = await transaction.ListRefusalsOfAsync(adapter, submissionId, token);
            if (refused.Count == 0)
            {
                return null;
            }

            var book = new RefusalBook(SqlTime.Cut(time.GetUtcNow()));
            Close(book, refused, adapter, reason);
            await book.WriteAsync(transaction, token);
            return new SubmissionView(refused[0].Receipt, []);
        }, cancellation);

    private static void Close(RefusalBook book, IReadOnlyList<RefusalRow> refused, string adapter, string reason)
    {
        foreach (var row in refused.Where(row => row.SenderAgencyId is not null).DistinctBy(row => (row.SenderAgencyId, row.PackageSha256)))
        {
            book.Close(new(row.SenderAgencyId!.Value, null, row.PackageSha256), reason, "adapter:" + adapter, wholeOnly: true);
        }
    }

    private Task<SubmissionView?> ChangeAsync(
        string name, string adapter, Guid submissionId, Action<DeliveryBook, Guid> change, bool skipReplaced, CancellationToken cancellation, string? closing = null) =>
        ledger.WriteAsync(name, async (transaction, token) =>
        {
            if (await FindRowAsync(transaction, adapter, submissionId, token) is not { } row)
            {
                return null;
            }

            var book = new DeliveryBook(dueTimes, options, SqlTime.Cut(time.GetUtcNow()));
            var deliveries = await transaction.FindDeliveriesOfAsync([row.DocumentId], token);
            book.Read(deliveries);
            var failed = deliveries.Where(delivery => delivery is { Transport: TransportState.Fail, VoidAs: null }).Select(delivery => delivery.DeliveryId).ToArray();
            var left = skipReplaced ? await transaction.FindReplacedAsync(failed, token) : new HashSet<Guid>();
            foreach (var delivery in failed.Where(id => !left.Contains(id)))
            {
                change(book, delivery);
            }

            if (closing is not null)
            {
                // Receivers that were turned away from it are dealt with as well, and other bytes that were refused under its id.
                var refusals = new RefusalBook(book.Now);
                var sender = (await transaction.FindDocumentsAsync([row.DocumentId], token))[0].SenderAgencyId;
                refusals.Close(new(sender, null, row.PackageSha256), closing, "adapter:" + adapter);
                Close(refusals, await transaction.ListRefusalsOfAsync(adapter, submissionId, token), adapter, closing);
                await refusals.WriteAsync(transaction, token);
            }

            await book.WriteAsync(transaction, token);
            return await ViewOfAsync(transaction, row, [.. deliveries.Select(delivery => book.Find(delivery.DeliveryId)!)], token);
        }, cancellation);

    private static async Task<SubmissionRow?> FindRowAsync(ILedgerReader reader, string adapter, Guid submissionId, CancellationToken cancellation) =>
        (await reader.FindSubmissionsAsync([new(adapter, submissionId)], cancellation)) is [var row] ? row : null;

    private static async Task<SubmissionView> ViewOfAsync(
        ILedgerReader reader, SubmissionRow row, IReadOnlyList<DeliveryRow> deliveries, CancellationToken cancellation)
    {
        var requests = (await reader.FindChangesAsync([.. deliveries.Select(delivery => delivery.DeliveryId)], cancellation)).ToLookup(request => request.TargetId);
        return new(row.Receipt, [.. deliveries.Select(delivery => CurrentState.Of(delivery, row.SubmissionId, requests[delivery.DeliveryId]))]);
    }
}

/// <summary>A submission as its adapter sees it.</summary>
/// <param name="Receipt">The original receipt, UTF-8 JSON.</param>
/// <param name="Deliveries">Current states.</param>
internal sealed record SubmissionView(ReadOnlyMemory<byte> Receipt, IReadOnlyList<DeliveryState> Deliveries);
