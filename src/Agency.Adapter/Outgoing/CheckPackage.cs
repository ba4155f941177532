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
    private const string FromPath = "/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/From/OrganId";

    /// <summary>Reads and judges staged bytes that this agency hands over.</summary>
    public async Task<CheckedPackage> CheckAsync(string agency, StagedContent staged, CancellationToken cancellation)
    {
        var outcome = await ReadAsync(staged, cancellation);
        var checklist = await JudgeAsync(agency, outcome, cancellation);
        return new CheckedPackage((outcome as ReadOutcome.Read)?.Package, checklist.Findings);
    }

    /// <summary>Reads staged bytes. What is no package may be marked as a state secret all the same.</summary>
    public async Task<ReadOutcome> ReadAsync(StagedContent staged, CancellationToken cancellation)
    {
        await using var content = staged.OpenRead();
        var outcome = await PackageReader.ReadAsync(content, ReadLimits.Default with { MaxBytes = options.BodyLimit }, null, cancellation);
        return await SecrecyPeek.AddToAsync(outcome, staged.OpenRead, cancellation);
    }

    /// <summary>What a hand-over of this package by this agency meets here.</summary>
    public async Task<Checklist> JudgeAsync(string agency, ReadOutcome outcome, CancellationToken cancellation)
    {
        var checklist = DoorChecks.Judge(outcome);
        return outcome is ReadOutcome.Read { Package: var package }
            ? checklist.With(CheckResult.Of(CheckRule.R4, await CheckSenderAsync(agency, package, cancellation)))
            : checklist;
    }

    private async Task<Finding[]> CheckSenderAsync(string agency, Package package, CancellationToken cancellation) =>
        await JudgeSenderAsync(agency, package, cancellation) switch
        {
            SenderStanding.Served => [],
            SenderStanding.OutsideDelegation => [Finding.Refuse(ErrorCatalogue.DelegationMissing, FromPath, package.From.OrganId, options.Code)],
            _ => [Finding.Refuse(ErrorCatalogue.SenderNotServed, FromPath, package.From.OrganId, options.Code)],
        };

    private async Task<SenderStanding> JudgeSenderAsync(string agency, Package package, CancellationToken cancellation)
    {
        var standing = served.Judge(agency, package.From.OrganId, package);
        if (standing == SenderStanding.Served)
        {
            return standing;
        }

        try
        {
            // Nobody is refused for what has changed at the hub since the last reading.
            await directory.ReadAsync(cancellation);
        }
        catch (Exception away) when (away is HubAwayException or HubRefusedException)
        {
            return standing;
        }

        return served.Judge(agency, package.From.OrganId, package);
    }
}
