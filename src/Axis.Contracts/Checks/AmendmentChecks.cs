using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>
/// R11: a recall, an update or a replacement has its reason, speaks of a document that this sender has sent, and of receivers who have it. A 13 has its
/// reason; its document is a matter of where a status goes.
/// </summary>
internal static class AmendmentChecks
{
    /// <summary>What the package alone says.</summary>
    public static IReadOnlyList<Finding> Find(Package package)
    {
        var findings = new List<Finding>();
        if (package.Status is { StatusCode: StatusCodes.TakeBack } status)
        {
            Reason(status.Description, HeaderPath.Of("Description"), findings);
        }

        if (package is not { Edoc: not null, Business: { DocType: not BusinessDocType.New } business })
        {
            return findings;
        }

        Reason(business.Reason, HeaderPath.InBusiness("BussinessDocReason"), findings);
        if (DoorFacts.DocumentIdsOf(package).Count == 0)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.AmendmentTargetUnnamed, HeaderPath.InBusiness(
                business.DocType == BusinessDocType.Replacement ? "ReplacementInfoList" : "DocumentId")));
        }

        var changes = business.DocumentInfo?.Receivers ?? [];
        for (var index = 0; index < changes.Count; index++)
        {
            if (business.DocType == BusinessDocType.Update && changes[index].ReceiverType is null)
            {
                findings.Add(Finding.Refuse(ErrorCatalogue.AmendmentReceiverUnclear, ChangePath(index), changes[index].OrganId));
            }
        }

        return findings;
    }

    /// <summary>What the ledger adds to it.</summary>
    public static IEnumerable<Finding> Find(Package package, IReadOnlyList<AmendedDocument> amended, IReadOnlyList<ReceiverFact> receivers)
    {
        if (package is not { Edoc: not null, Business: { DocType: not BusinessDocType.New } business })
        {
            return [];
        }

        var documents = amended.DistinctBy(document => document.DocumentId).ToDictionary(document => document.DocumentId, StringComparer.Ordinal);
        var codes = AddressChecks.Index(receivers);
        return business.DocType == BusinessDocType.Replacement
            ? OfReplacement(business, documents, codes)
            : DoorFacts.DocumentIdsOf(package).SelectMany(id => documents.GetValueOrDefault(id) is { } document
                ? OfDocument(package, business, document, codes)
                : [Finding.Refuse(
                    ErrorCatalogue.AmendmentTargetUnknown, business.DocumentId is null ? HeaderPath.Of("DocumentId") : HeaderPath.InBusiness("DocumentId"), id)]);
    }

    private static IEnumerable<Finding> OfDocument(
        Package package, Business business, AmendedDocument document, IReadOnlyDictionary<string, ReceiverFact> codes)
    {
        var added = new HashSet<string>(StringComparer.Ordinal);
        var changes = business.DocType == BusinessDocType.Update ? business.DocumentInfo?.Receivers ?? [] : [];
        for (var index = 0; index < changes.Count; index++)
        {
            var (code, type) = changes[index];
            var has = Has(document, code, codes);
            if (type == 1)
            {
                added.Add(Key(code, codes));
            }

            if (type == 1 && has)
            {
                yield return Finding.Warn(ErrorCatalogue.AmendmentReceiverKnown, ChangePath(index), code, document.DocumentId);
            }
            else if (type == 0 && !has)
            {
                yield return Finding.Refuse(ErrorCatalogue.AmendmentReceiverUnknown, ChangePath(index), code, document.DocumentId);
            }
        }

        for (var index = 0; index < package.Receivers.Count; index++)
        {
            var code = package.Receivers[index];
            if (!Has(document, code, codes) && !added.Contains(Key(code, codes)))
            {
                yield return Finding.Refuse(ErrorCatalogue.AmendmentReceiverUnknown, HeaderPath.Of($"To[{index + 1}]/OrganId"), code, document.DocumentId);
            }
        }
    }

    private static IEnumerable<Finding> OfReplacement(
        Business business, Dictionary<string, AmendedDocument> documents, IReadOnlyDictionary<string, ReceiverFact> codes)
    {
        for (var index = 0; index < business.Replacements.Count; index++)
        {
            var replacement = business.Replacements[index];
            var path = HeaderPath.InBusiness($"ReplacementInfoList/ReplacementInfo[{index + 1}]");
            if (documents.GetValueOrDefault(replacement.DocumentId) is not { } document)
            {
                yield return Finding.Refuse(ErrorCatalogue.AmendmentTargetUnknown, path + "/DocumentId", replacement.DocumentId);
                continue;
            }

            for (var organ = 0; organ < replacement.OrganIds.Count; organ++)
            {
                if (!Has(document, replacement.OrganIds[organ], codes))
                {
                    yield return Finding.Refuse(
                        ErrorCatalogue.AmendmentReceiverUnknown, $"{path}/OrganIdList/OrganId[{organ + 1}]", replacement.OrganIds[organ], document.DocumentId);
                }
            }
        }
    }

    private static bool Has(AmendedDocument document, string code, IReadOnlyDictionary<string, ReceiverFact> codes) =>
        codes.GetValueOrDefault(code)?.Agency is { } agency && document.Agencies.Contains(agency);

    /// <summary>The agency, or the code itself where the registry does not know it.</summary>
    private static string Key(string code, IReadOnlyDictionary<string, ReceiverFact> codes) => codes.GetValueOrDefault(code)?.Agency ?? code;

    private static void Reason(string? reason, string path, List<Finding> findings)
    {
        if (Placeholder.IsBlank(reason) || Placeholder.Is(reason))
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.AmendmentReasonMissing, path));
        }
    }

    private static string ChangePath(int index) => HeaderPath.InBusiness($"BussinessDocumentInfo/ReceiverList/Receiver[{index + 1}]");
}
