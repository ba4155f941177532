using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Agency.Adapter.Outgoing;

/// <summary>The door checks that need nothing but the package and this adapter's own agencies; the hub repeats them all.</summary>
internal sealed class CheckPackage(ServedAgencies served, AdapterOptions options)
{
    /// <summary>Reads and judges staged bytes that this agency hands over.</summary>
    public async Task<(CheckedPackage Checked, Checklist Checklist)> CheckAsync(
        string agency, StagedContent staged, CancellationToken cancellation)
    {
        ReadOutcome outcome;
        await using (var content = staged.OpenRead())
        {
            outcome = await PackageReader.ReadAsync(content, ReadLimits.Default with { MaxBytes = options.BodyLimit }, null, cancellation);
        }

        var checklist = DoorChecks.Judge(outcome);
        var package = (outcome as ReadOutcome.Read)?.Package;
        if (package is not null)
        {
            var sender = CheckSender(agency, package);
            checklist = checklist.With(CheckResult.Of(CheckRule.R4, sender));
        }

        return (new CheckedPackage(package, checklist.Findings), checklist);
    }

    private Finding[] CheckSender(string agency, Package package) => served.MaySpeakAs(agency, package.From.OrganId)
        ? []
        : [Finding.Refuse(ErrorCatalogue.SenderNotServed, "/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/From/OrganId", package.From.OrganId, options.Code)];
}
