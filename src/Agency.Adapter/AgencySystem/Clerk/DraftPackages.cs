using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.AgencySystem.Rest.Packages;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>Checks and sends drafts by the ways of the REST interface: the same form is the same package there and here.</summary>
internal sealed class DraftPackages(
    CheckBeforeSending check, ISubmitPackages submit, ContentStore contents, DiskSpace disk, AgencyDirectory directory, AdapterOptions options, TimeProvider time)
{
    /// <summary>
    /// Checks a draft and keeps what it came to in it. A form that cannot be written as a package keeps its faults instead; a state secret, nothing that it says.
    /// </summary>
    /// <exception cref="RefusedException">The disk's reserve is reached, or the package is too large.</exception>
    public async Task CheckAsync(Draft draft, CancellationToken cancellation)
    {
        draft.Checked = null;
        draft.Faults = await UseAsync(draft, async package =>
        {
            if (!disk.HasRoomFor(0))
            {
                throw new RefusedException(DiskSpace.Refusal);
            }

            using var staged = await contents.StageAsync(package, options.BodyLimit, cancellation)
                ?? throw new RefusedException(Finding.Refuse(ErrorCatalogue.PackageTooLarge, "", options.BodyLimit));
            draft.Checked = new(await check.CheckAsync(draft.Agency.Code, staged, cancellation), staged.Sha256, staged.Length, time.GetUtcNow());
            return (IReadOnlyList<Finding>)[];
        }, cancellation);
        if (draft.IsSecret)
        {
            draft.Withhold();
        }
    }

    /// <summary>Sends a draft once, however often it is asked; what is not taken keeps its faults in the draft.</summary>
    public async Task SendAsync(Draft draft, NamedChecker checker, CancellationToken cancellation) =>
        draft.Faults = await UseAsync(draft, async package =>
        {
            var request = new SubmitRequest(draft.Agency.Code, "check-page/" + draft.Id.ToString("D"), checker);
            switch (await submit.SubmitAsync(request, package, cancellation))
            {
                case SubmitOutcome.Accepted accepted:
                    draft.SubmissionId = accepted.SubmissionId;
                    return [];
                case SubmitOutcome.Repeated repeated:
                    draft.SubmissionId = repeated.SubmissionId;
                    return [];
                case SubmitOutcome.Refused refused:
                    return refused.Findings;
                case SubmitOutcome.Conflict conflict:
                    return [conflict.Finding];
                case SubmitOutcome.DiskFull full:
                    return [full.Finding];
                case var other:
                    throw new InvalidOperationException($"Unknown outcome {other}.");
            }
        }, cancellation);

    private async Task<IReadOnlyList<Finding>> UseAsync(
        Draft draft, Func<Stream, Task<IReadOnlyList<Finding>>> use, CancellationToken cancellation)
    {
        if (draft.Edxml is { } edxml)
        {
            await using var file = File.OpenRead(edxml.Path);
            return await use(file);
        }

        var form = new ReadForm(draft);
        var document = form.Document(code => directory.Resolve(code)?.NameVi);
        if (Make(document, draft, out var edoc) is { Count: > 0 } faults)
        {
            return [.. form.Faults, .. faults];
        }

        return form.Faults.Count > 0 ? form.Faults : await DraftStream.UseAsync(edoc, use, cancellation);
    }

    private static IReadOnlyList<Finding> Make(DocumentBody document, Draft draft, out EdocDraft edoc)
    {
        edoc = null!;
        try
        {
            edoc = DocumentDraft.Make(document, draft.Agency, [.. draft.Files.Select(file => file.Attachment)]);
            return PackageWriter.Check(edoc);
        }
        catch (RefusedException refused)
        {
            return refused.Findings;
        }
    }
}
