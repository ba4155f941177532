using Agency.Adapter.HubLink;
using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Agency.Adapter.Outgoing;

/// <summary>The door checks that need nothing but the package and this adapter's own agencies; the hub repeats them all.</summary>
internal sealed class CheckPackage(ServedAgencies served, ReadDirectory directory, AdapterOptions options)
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
            checklist = checklist.With(CheckResult.Of(CheckRule.R4, await CheckSenderAsync(agency, package, cancellation)));
        }

        return (new CheckedPackage(package, checklist.Findings), checklist);
    }

    private async Task<Finding[]> CheckSenderAsync(string agency, Package package, CancellationToken cancellation) =>
        await MaySpeakAsAsync(agency, package.From.OrganId, cancellation)
        ? []
        : [Finding.Refuse(ErrorCatalogue.SenderNotServed, "/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/From/OrganId", package.From.OrganId, options.Code)];

    private async Task<bool> MaySpeakAsAsync(string agency, string from, CancellationToken cancellation)
    {
        if (served.MaySpeakAs(agency, from))
        {
            return true;
        }

        try
        {
            // Nobody is refused for what has changed at the hub since the last reading.
            await directory.ReadAsync(cancellation);
        }
        catch (Exception away) when (away is HubAwayException or HubRefusedException)
        {
            return false;
        }

        return served.MaySpeakAs(agency, from);
    }
}
