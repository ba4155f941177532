using System.Text;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Flow.Submit;

/// <summary>The document row of an accepted submission.</summary>
internal static class MakeDocument
{
    public static DocumentRow Of(
        Guid documentId, JudgedSubmission judged, VerifyOutcome.Verified verified, Guid sender, string? familyKey, int priority,
        IReadOnlyList<Finding> findings, DateTimeOffset now)
    {
        var (manifest, package) = (verified.Manifest, verified.Package);
        return new DocumentRow
        {
            DocumentId = documentId,
            AdapterCode = judged.Adapter,
            SubmissionId = manifest.SubmissionId,
            Kind = manifest.Kind,
            SenderAgencyId = sender,
            SenderCode = manifest.Sender,
            PackageSha256 = manifest.PackageSha256,
            PackageLength = manifest.PackageLength,
            Manifest = judged.Message.Manifest,
            Seal = judged.Message.Seal,
            CertificateSha256 = verified.Seal.CertificateSha256!,
            FamilyKey = familyKey,
            DocumentIdText = package.Edoc?.DocumentId,
            CodeNumber = package.Edoc?.Code.Number,
            CodeNotation = package.Edoc?.Code.Notation,
            PromulgationDate = package.Edoc?.PromulgationDate,
            TypeName = package.Edoc?.TypeName,
            Subject = package.Edoc?.Subject ?? package.Status?.Description,
            Priority = priority,
            SteeringType = package.Edoc?.SteeringType,
            BusinessType = package.Edoc is null ? null : (int)(package.Business?.DocType ?? BusinessDocType.New),
            DueDate = package.Edoc?.DueDate,
            StatusCode = package.Status?.StatusCode,
            Findings = Encoding.UTF8.GetString(WireJson.Write(findings)),
            SealedAt = manifest.SealedAt,
            StampedAt = SqlTime.Cut(verified.Seal.TimeStamp?.StampedAt),
            CheckedBy = manifest.CheckedBy?.Name,
            CheckedPosition = manifest.CheckedBy?.Position,
            CheckedAt = manifest.CheckedBy?.At,
            AcceptedAt = now,
        };
    }
}
