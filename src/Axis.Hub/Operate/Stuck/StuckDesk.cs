using Axis.Contracts.Wire;
using Axis.Hub.Flow;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Stuck;

/// <summary>What an operator does with stuck items. Each act is one transaction with its line in the audit trail.</summary>
internal sealed class StuckDesk(ILedger ledger, IDueTimes dueTimes, HubOptions options, TimeProvider time)
{
    /// <summary>Status of an item that an operator has handed back and the hub has not taken yet.</summary>
    public const string RetryStatus = "retry";

    /// <summary>Status of an item that the hub has taken back.</summary>
    public const string RetriedStatus = "retried";

    public const string OpenStatus = "open";

    public const string ClosedStatus = "closed";

    /// <summary>The item with its bytes, or null.</summary>
    public Task<StuckRow?> FindAsync(Guid stuckId, CancellationToken cancellation) =>
        ledger.ReadAsync("find-stuck-row", (reader, token) => reader.FindStuckAsync(stuckId, token), cancellation);

    /// <summary>Closes an open item, and with it the failure of its delivery and what else lies here of it; else says why not.</summary>
    public Task<string?> CloseAsync(Guid stuckId, string actor, string reason, CancellationToken cancellation) =>
        ChangeAsync(stuckId, ClosedStatus, "stuck-close", actor, reason, _ => null, cancellation);

    /// <summary>Hands an open item to the running hub; else says why not.</summary>
    public Task<string?> RetryAsync(Guid stuckId, string actor, string reason, CancellationToken cancellation) =>
        ChangeAsync(stuckId, RetryStatus, "stuck-retry", actor, reason, WhyNotRetried, cancellation);

    /// <summary>Records that somebody has taken the bytes out.</summary>
    public Task RecordReadingAsync(Guid stuckId, string actor, string where, CancellationToken cancellation) =>
        ledger.WriteAsync("stuck-read", async (transaction, token) =>
        {
            await transaction.AppendAuditAsync(actor, "stuck-read", stuckId.ToString(), where, time.GetUtcNow(), token);
            return true;
        }, cancellation);

    /// <summary>Null when a retry makes sense.</summary>
    internal static string? WhyNotRetried(StuckRow row) => row switch
    {
        { DeliveryId: not null } => null,
        { Kind: "malformed" } => "no stage can read these bytes, today as then; close it and let its sender repeat",
        { AdapterCode: null } => "who sent it is not known for certain; close it and let its sender repeat",
        { Queue: WireNames.SubmitQueue or WireNames.AcknowledgeQueue } => null,
        _ => "messages of this kind come again by themselves; close it",
    };

    private Task<string?> ChangeAsync(
        Guid stuckId, string status, string action, string actor, string reason, Func<StuckRow, string?> judge, CancellationToken cancellation) =>
        ledger.WriteAsync(action, async (transaction, token) =>
        {
            if (await transaction.FindStuckAsync(stuckId, token) is not { } row)
            {
                return "there is no such item";
            }

            if (row.Status != OpenStatus)
            {
                return $"it is {row.Status}";
            }

            if (judge(row) is { } objection)
            {
                return objection;
            }

            var now = time.GetUtcNow();
            if (!await transaction.CloseStuckAsync(stuckId, status, actor, reason, now, token))
            {
                return "somebody else was first";
            }

            if (status == ClosedStatus && row.DeliveryId is { } delivery)
            {
                await CloseFailureAsync(transaction, delivery, actor, reason, token);
            }

            await transaction.AppendAuditAsync(actor, action, stuckId.ToString(), reason, now, token);
            return null;
        }, cancellation);

    /// <summary>A failed delivery comes to rest with who and why; one that is not failed is left alone.</summary>
    private async Task CloseFailureAsync(ILedgerTransaction transaction, Guid deliveryId, string actor, string reason, CancellationToken cancellation)
    {
        var book = new DeliveryBook(dueTimes, options, SqlTime.Cut(time.GetUtcNow()));
        foreach (var row in await transaction.FindDeliveriesAsync([deliveryId], cancellation))
        {
            book.Read(row);
            book.Close(row.DeliveryId, actor, reason);
        }

        await book.WriteAsync(transaction, cancellation);
    }
}
