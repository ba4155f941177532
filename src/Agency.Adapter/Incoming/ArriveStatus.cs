using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Agency.Adapter.Incoming;

/// <summary>Writes and seals the automatic 01 of an edoc that its agency has taken (protocol.md 3).</summary>
internal sealed class ArriveStatus(SealPackage seal, ContentStore contents, AdapterOptions options)
{
    /// <summary>The 01 of this delivery, DONE at this time; nothing is spooled yet.</summary>
    public async Task<ArrivalPackage> WriteAsync(DeliveryRow row, DateTimeOffset doneAt, CancellationToken cancellation)
    {
        var document = OutgoingStore.ReadJson<PackageMetadata>(row.Metadata!);
        var status = StatusWriting.Arrival(row.Receiver, document, doneAt);
        using var bytes = new MemoryStream();
        await PackageWriter.WriteStatusAsync(bytes, status, cancellation);
        bytes.Position = 0;
        var staged = (await contents.StageAsync(bytes, options.BodyLimit, cancellation))!;
        contents.Place(staged);

        // What was just written need not be read to know what it says; the hub reads it anyway.
        var package = new Package { Kind = PackageKind.Status, Status = status.Header };
        var id = SubmissionIds.OfArrival(row.Id);
        return new ArrivalPackage(
            id, row.Agency!, seal.Seal(id, staged, new CheckedPackage(package, Array.Empty<Finding>()), new StatusTarget(row.Id, doneAt)));
    }
}

/// <summary>A sealed 01, ready to be spooled together with its DONE.</summary>
internal sealed record ArrivalPackage(Guid SubmissionId, string Agency, SealedPackage Package) : IDisposable
{
    public void Dispose() => Package.Content.Dispose();

    /// <summary>Spools it once: a delivery that is DONE a second time (after a FAIL and a new attempt) has its 01 already.</summary>
    /// <returns>True when it was spooled now.</returns>
    public bool Spool(SpoolTransaction transaction, DateTimeOffset at)
    {
        if (OutgoingStore.Find(transaction.Connection, SubmissionId) is not null)
        {
            return false;
        }

        OutgoingStore.Save(transaction, new HandOver(SubmissionId, HandOverKind.New, 1), Package, new SubmitRequest(Agency), at);
        return true;
    }
}
