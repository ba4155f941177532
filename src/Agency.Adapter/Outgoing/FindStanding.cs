using Agency.Adapter.Spool;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Agency.Adapter.Outgoing;

/// <summary>Reads back what was handed over: the document that something is asked of, and the request that stands under a key already.</summary>
internal sealed class FindStanding(SpoolDatabase database, ContentStore contents)
{
    /// <summary>The document of a submission; <c>null</c> when it was sent before headers were kept and its bytes are gone.</summary>
    public async Task<(EdocHeader Header, bool IsRecall)?> FindDocumentAsync(Guid submissionId, string sha256, CancellationToken cancellation)
    {
        if (database.Read(spool => OutgoingStore.FindSentHeader(spool, submissionId)) is { } kept)
        {
            return (kept, false);
        }

        return await ReadAsync(sha256, cancellation) is { Edoc: { } header } package
            ? (header, package.Business?.DocType == BusinessDocType.Recall)
            : null;
    }

    /// <summary>True when something stands under a key, neither refused nor in conflict.</summary>
    public bool Exists(string agency, string key) => Row(agency, key) is not null;

    /// <summary>
    /// What stands under a key, neither refused nor in conflict; <c>null</c>: nothing. A repeat has to be the same package, so it takes from it what the agency did not say.
    /// </summary>
    /// <returns>The package, or the refusal when its bytes were removed.</returns>
    public async Task<(Package? Package, Finding? Removed)> FindAsync(string agency, string? key, CancellationToken cancellation)
    {
        if (key is null || Row(agency, key) is not { } row)
        {
            return (null, null);
        }

        return await ReadAsync(row.PackageSha256, cancellation) is { } package
            ? (package, null)
            : (null, Finding.Refuse(ErrorCatalogue.ContentRemoved, "", row.PackageSha256));
    }

    private SubmissionRow? Row(string agency, string key) =>
        database.Read(spool => OutgoingStore.Find(spool, SubmissionIds.OfKey(agency, key))) is { State: not (SubmissionState.Refused or SubmissionState.Conflict) } row
            ? row
            : null;

    private async Task<Package?> ReadAsync(string sha256, CancellationToken cancellation)
    {
        await using var package = contents.TryOpen(sha256);
        return package is null ? null : (await PackageReader.ReadAsync(package, ReadLimits.Default, null, cancellation) as ReadOutcome.Read)?.Package;
    }
}
