using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>The files of a document that was sent, for a new version that brings none of its own.</summary>
internal sealed class SentFiles(ContentStore contents, FormFolder folder, AdapterOptions options)
{
    /// <summary>Copies in the form folder, until whoever keeps them deletes them.</summary>
    /// <exception cref="RefusedException">The bytes of the document were removed.</exception>
    public async Task CopyAsync(SubmissionView sent, ICollection<KeptFile> to, CancellationToken cancellation)
    {
        var limits = ReadLimits.Default with { MaxBytes = options.BodyLimit };
        foreach (var attachment in await ListAsync(sent, limits, cancellation))
        {
            var copy = new KeptFile(attachment.Name ?? "", folder.NewFile());
            to.Add(copy);
            await using var file = new FileStream(copy.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024, useAsync: true);
            await using var package = contents.TryOpen(sent.PackageSha256) ?? throw Removed(sent);
            await PackageReader.ExtractAsync(package, attachment, file, limits, cancellation);
        }
    }

    private async Task<IReadOnlyList<AttachmentInfo>> ListAsync(SubmissionView sent, ReadLimits limits, CancellationToken cancellation)
    {
        await using var package = contents.TryOpen(sent.PackageSha256);
        return package is not null && await PackageReader.ReadAsync(package, limits, null, cancellation) is ReadOutcome.Read read
            ? read.Package.Attachments
            : throw Removed(sent);
    }

    private static RefusedException Removed(SubmissionView sent) => new(Finding.Refuse(ErrorCatalogue.ContentRemoved, "", sent.PackageSha256));
}
