using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>R6: manifest and attachments match one to one, there is one at least but in a recall, and every content decodes.</summary>
internal static class AttachmentChecks
{
    private const string Attachments = "/edXML/AttachmentEncoded/Attachment";
    private const string References = "/edXML/edXMLEnvelope/edXMLBody/edXMLManifest/Reference";

    public static IReadOnlyList<Finding> Find(Package package)
    {
        var findings = new List<Finding>();

        // A recall says in its header what is cancelled and why, and brings nothing to read.
        if (package is { Kind: PackageKind.Edoc, Attachments.Count: 0, Business: not { DocType: BusinessDocType.Recall } })
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.AttachmentMissing, "/edXML/AttachmentEncoded"));
        }

        Match(package, findings);
        foreach (var attachment in package.Attachments)
        {
            Content(attachment, findings);
        }

        return findings;
    }

    private static void Match(Package package, List<Finding> findings)
    {
        var references = package.Manifest;
        var attachments = package.Attachments;
        var repeated = references.GroupBy(reference => reference.ContentId).FirstOrDefault(group => group.Count() > 1)?.Key
            ?? attachments.GroupBy(attachment => attachment.ContentId).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (repeated is not null)
        {
            // The national sample gives every file the same id (vxp-protocol 7).
            findings.Add(Finding.Warn(ErrorCatalogue.ContentIdRepeated, References, repeated));
            for (var index = 0; index < Math.Max(references.Count, attachments.Count); index++)
            {
                if (index >= attachments.Count || (index < references.Count && references[index].ContentId != attachments[index].ContentId))
                {
                    Unmatched(references[index], index, findings);
                }

                if (index >= references.Count || (index < attachments.Count && references[index].ContentId != attachments[index].ContentId))
                {
                    Unmatched(attachments[index], findings);
                }
            }

            return;
        }

        var ids = attachments.Select(attachment => attachment.ContentId).ToHashSet();
        for (var index = 0; index < references.Count; index++)
        {
            if (!ids.Remove(references[index].ContentId))
            {
                Unmatched(references[index], index, findings);
            }
        }

        foreach (var attachment in attachments.Where(attachment => ids.Contains(attachment.ContentId)))
        {
            Unmatched(attachment, findings);
        }
    }

    private static void Unmatched(ManifestReference reference, int index, List<Finding> findings) =>
        findings.Add(Finding.Refuse(ErrorCatalogue.ReferenceUnmatched, $"{References}[{index + 1}]/ContentId", reference.Name ?? reference.ContentId));

    private static void Unmatched(AttachmentInfo attachment, List<Finding> findings) =>
        findings.Add(Finding.Refuse(ErrorCatalogue.AttachmentUnmatched, $"{Attachments}[{attachment.Index}]/ContentId", Shown(attachment)));

    private static void Content(AttachmentInfo attachment, List<Finding> findings)
    {
        var path = $"{Attachments}[{attachment.Index}]";
        var content = path + "/" + EdxmlNames.ContentTransferEncoded;
        if (attachment.Name is null)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.AttachmentUnnamed, path + "/AttachmentName", attachment.Index));
        }
        else if (!ZipRule.IsPlainName(attachment.Name))
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.AttachmentNamePath, path + "/AttachmentName", attachment.Name));
        }

        if (attachment.Base64 == Base64State.Absent || (attachment.Base64 == Base64State.Sound && attachment.Length == 0))
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.AttachmentEmpty, content, Shown(attachment)));
        }
        else if (attachment.Base64 != Base64State.Sound)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.Base64Broken, content, Shown(attachment), attachment.Base64));
        }
        else
        {
            Zip(attachment, content, findings);
        }
    }

    /// <summary>What a careless ZIP does to agencies that run the national client (vxp-protocol 7, the table of reading).</summary>
    private static void Zip(AttachmentInfo attachment, string path, List<Finding> findings)
    {
        var name = Shown(attachment);
        var clientUnpacks = attachment.ContentType is null or "application/zip" && !name.EndsWith(".zip", StringComparison.Ordinal);
        if (attachment.Zip is not { } zip)
        {
            if (clientUnpacks)
            {
                findings.Add(Finding.Warn(ErrorCatalogue.NotAZip, path, name, attachment.ContentType ?? "?"));
            }

            return;
        }

        if (zip.State == ZipState.TooLarge)
        {
            // A .zip that nobody unpacks by himself only gets a word; a person opens it.
            var kept = !clientUnpacks && name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
            findings.Add(Finding.Of(ErrorCatalogue.ZipTooLarge, kept ? Severity.Warning : Severity.Refusal, path, name));
        }
        else if (clientUnpacks && zip.State != ZipState.Sound)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.ZipBroken, path, name, zip.State));
        }

        if (clientUnpacks && !zip.HasPlainName)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.ZipEntryPath, path, name, zip.EntryName));
        }

        if (clientUnpacks && zip.State == ZipState.Sound && !zip.SingleEntry)
        {
            findings.Add(Finding.Warn(ErrorCatalogue.ZipHasMore, path, name));
        }

        if (!clientUnpacks && attachment.Unpacks)
        {
            findings.Add(Finding.Warn(ErrorCatalogue.ZipUnannounced, path, name, attachment.ContentType ?? "?"));
        }
    }

    private static string Shown(AttachmentInfo attachment) => attachment.Name ?? "#" + attachment.Index;
}
