using Axis.Contracts.Calendar;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>R9: what each receiver has of this document already, decided as protocol.md 4 says. A recall is no document that anybody could have.</summary>
internal static class RepeatChecks
{
    public static IReadOnlyList<Finding> Find(Package package, string? sha256, IReadOnlyList<ReceiverFact> reached, DoorFacts facts)
    {
        var type = package.Business?.DocType ?? BusinessDocType.New;
        if (type == BusinessDocType.Recall)
        {
            return [];
        }

        var standing = facts.Earlier!.DistinctBy(earlier => earlier.Agency).ToDictionary(earlier => earlier.Agency, StringComparer.Ordinal);
        var repeated = new List<(ReceiverFact Receiver, EarlierDelivery Earlier)>();
        var findings = new List<Finding>();
        foreach (var receiver in reached)
        {
            if (standing.GetValueOrDefault(receiver.Agency!) is not { } earlier)
            {
                continue;
            }

            // Updates and replacements speak of documents that the receiver has, so only their own repeat is one.
            var sameBytes = earlier.PackageSha256 == sha256;
            if (type != BusinessDocType.New && !sameBytes)
            {
                continue;
            }

            if (!earlier.HasFailed)
            {
                repeated.Add((receiver, earlier));
            }
            else
            {
                findings.Add(sameBytes
                    ? Finding.Of(ErrorCatalogue.SendsAgain, Severity.Information, "", receiver.Code, earlier.DeliveryId)
                    : Finding.Of(ErrorCatalogue.WaitsForFailedDelivery, Severity.Information, "", earlier.DeliveryId));
            }
        }

        var severity = repeated.Count == reached.Count ? Severity.Refusal : Severity.Warning;
        findings.AddRange(repeated.Select(one => Finding.Of(ErrorCatalogue.AlreadySent, severity, "", one.Receiver.Code, one.Earlier.DeliveryId)));
        findings.AddRange(repeated.Select(one => one.Earlier).DistinctBy(earlier => (earlier.Document, earlier.SentAt, earlier.PackageSha256)).Select(earlier => Finding.Of(
            earlier.PackageSha256 == sha256 ? ErrorCatalogue.RepeatsPackage : ErrorCatalogue.RepeatsDocument, Severity.Information, "", earlier.Document, VietnamTime.Show(earlier.SentAt))));
        findings.AddRange((facts.SameId ?? []).Where(other => type == BusinessDocType.New && !other.IsSameFamily).Select(other =>
            Finding.Warn(ErrorCatalogue.DocumentIdReused, HeaderPath.Of("DocumentId"), package.Edoc!.DocumentId, other.Document, VietnamTime.Show(other.SentAt))));
        return findings;
    }
}
