using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Endpoint;
using Axis.Hub.Flow.Route;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Submit;

/// <summary>
/// The door without its effect: what a submission of this package by this adapter, sealed under the certificate of its
/// connection, would meet now. Nothing is kept.
/// </summary>
internal sealed class CheckPackage(ILedger ledger, IAgencyRegistry registry, HubOptions options, TimeProvider time)
{
    public async Task<Checklist> CheckAsync(AdapterIdentity caller, Stream edxml, CancellationToken cancellation)
    {
        ReadLimits limits = ReadLimits.Default with { MaxBytes = options.PackageLimit };
        ReadOutcome outcome = await PackageReader.ReadAsync(edxml, limits, null, cancellation);
        Checklist list = DoorChecks.Judge(outcome);
        if (outcome is not ReadOutcome.Read { Package: var package, Sha256: { } sha256 })
        {
            return list;
        }

        DateTimeOffset now = time.GetUtcNow();
        string kind = package.Kind == PackageKind.Edoc ? Manifest.Edoc : Manifest.Status;
        var manifest = new Manifest(
            Manifest.CurrentVersion, Guid.Empty, kind, package.From.OrganId, package.Receivers, sha256, outcome.Length, now);
        AgencyCertificate certificate = caller.Certificate;
        var seal = new SealVerdict(
            SealCode.Ok, certificate.Sha256, certificate.Subject, certificate.Adapter, certificate.Agencies, now, null);
        AddressOutcome address = Address.Decide(
            caller.Adapter, manifest, package, seal, await registry.LatestAsync(cancellation), now);
        list = WithAddress(list, address);
        return address is AddressOutcome.Addressed addressed && package.Edoc is not null
            ? list.With(CheckResult.Of(CheckRule.R9, await FindRepeatsAsync(addressed, package, sha256, cancellation)))
            : list;
    }

    private static Checklist WithAddress(Checklist list, AddressOutcome address)
    {
        ILookup<CheckRule, Finding> found = address switch
        {
            // Where others go on, a receiver that is turned away refuses nothing.
            AddressOutcome.Addressed addressed => addressed.Findings.Select(AsWarning).ToLookup(RuleOf),
            AddressOutcome.Refused refused => refused.Findings.ToLookup(RuleOf),
            _ => throw new ArgumentOutOfRangeException(nameof(address)),
        };
        list = list
            .With(CheckResult.Of(CheckRule.R1, [.. list[CheckRule.R1].Findings, .. found[CheckRule.R1]]))
            .With(CheckResult.Of(CheckRule.R4, [.. found[CheckRule.R4]]));
        return list[CheckRule.R4].State == CheckState.Failed
            ? list
            : list.With(CheckResult.Of(CheckRule.R5, [.. found[CheckRule.R5]]));
    }

    private async Task<List<Finding>> FindRepeatsAsync(
        AddressOutcome.Addressed addressed, Package package, string sha256, CancellationToken cancellation)
    {
        if (RouteEdoc.FamilyOf(package, addressed) is not { } family)
        {
            return [];
        }

        FamilyReceiver[] keys = [.. addressed.Receivers.Select(receiver => new FamilyReceiver(family, receiver.Agency.AgencyId))];
        Dictionary<FamilyReceiver, FamilyHead> heads = (await ledger.ReadAsync(
            "check", (reader, token) => reader.FindFamilyHeadsAsync(keys, token), cancellation)).ToDictionary(head => head.Key);
        BusinessDocType type = package.Business?.DocType ?? BusinessDocType.New;
        ReceiverRoute.AlreadySent[] sent = [.. addressed.Receivers
            .Select(receiver => JudgeFamily.Decide(receiver, heads.GetValueOrDefault(new(family, receiver.Agency.AgencyId)), sha256, type))
            .OfType<ReceiverRoute.AlreadySent>()];
        Severity severity = sent.Length == addressed.Receivers.Count ? Severity.Refusal : Severity.Warning;
        return [.. sent.Select(route => Finding.Of(
            ErrorCatalogue.AlreadySent, severity, "", route.Receiver.Code, route.Standing.DeliveryId))];
    }

    private static Finding AsWarning(Finding finding) =>
        finding.Severity == Severity.Refusal ? finding with { Severity = Severity.Warning } : finding;

    private static CheckRule RuleOf(Finding finding) =>
        finding.Code == ErrorCatalogue.AdapterRefused.Code ? CheckRule.R1
        : finding.Code == ErrorCatalogue.SenderNotServed.Code || finding.Code == ErrorCatalogue.SealNotOfAgency.Code ? CheckRule.R4
        : CheckRule.R5;
}
