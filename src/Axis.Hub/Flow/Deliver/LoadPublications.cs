using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Axis.Hub.Flow.Deliver;

/// <summary>Reads what the messages of claimed rows need; receivers of one document share it.</summary>
internal sealed class LoadPublications(ILedger ledger, HubOptions options)
{
    public Task<IReadOnlyList<Publication>> LoadAsync(IReadOnlyList<DeliveryRow> rows, CancellationToken cancellation) =>
        ledger.ReadAsync("publications", async (reader, token) =>
        {
            var documents = (await reader.FindDocumentsAsync([.. rows.Select(row => row.DocumentId).Distinct()], token))
                .ToDictionary(document => document.DocumentId);
            var packages = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
            var findings = new Dictionary<Guid, IReadOnlyList<Finding>>();
            foreach (var document in documents.Values)
            {
                findings[document.DocumentId] = WireJson.Read<List<Finding>>(System.Text.Encoding.UTF8.GetBytes(document.Findings));
                if (document.PackageLength <= options.InlineLimit && !packages.ContainsKey(document.PackageSha256))
                {
                    // What is small but not in the ledger came by the content endpoint and goes by reference.
                    packages[document.PackageSha256] = await reader.FindContentAsync(document.PackageSha256, token);
                }
            }

            Guid[] asking = [.. rows.Where(row => MayAsk(documents[row.DocumentId])).Select(row => row.DeliveryId)];
            var about = (await reader.FindChangesAsync(asking, token)).ToLookup(request => request.CarrierId, request => request.TargetId);
            return (IReadOnlyList<Publication>)[.. rows.Select(row =>
            {
                var document = documents[row.DocumentId];
                return new Publication(row, document, findings[row.DocumentId], about.Contains(row.DeliveryId) ? [.. about[row.DeliveryId]] : null,
                    packages.GetValueOrDefault(document.PackageSha256));
            })];
        }, cancellation);

    /// <summary>True for a document that may carry requests about others.</summary>
    private static bool MayAsk(DocumentRow document) => document is { BusinessType: > 0 } or { StatusCode: StatusCodes.TakeBack };
}
