using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;

namespace Axis.Hub.Flow.Route;

/// <summary>Who a package comes from and goes to, by the registry: facts for the checklist, and where its deliveries go.</summary>
/// <param name="Sender">Sending agency where it is known.</param>
/// <param name="Receivers">Receivers that the door lets through, one entry per agency, first spelling kept.</param>
/// <param name="TurnedAway">Receivers that it does not.</param>
/// <param name="Facts">What the registry says of adapter, sender and of every code in the package.</param>
internal sealed record Addressing(
    AgencyEntry? Sender, IReadOnlyList<Receiver> Receivers, IReadOnlyList<ReceiptReceiver> TurnedAway, DoorFacts Facts)
{
    /// <summary>True when the registry's word is against the adapter, the sender or any receiver.</summary>
    public bool TurnsAway => Facts is not { Adapter.IsActive: true, Sender.Standing: SenderStanding.Served } || TurnedAway.Count > 0;

    /// <summary>The sender where it may send; nobody else is told anything of what it has sent.</summary>
    public AgencyEntry? Served => Facts.Sender is { Standing: SenderStanding.Served } ? Sender : null;

    /// <summary>Agencies that were merged into the sender.</summary>
    public IReadOnlyList<Guid> Merged { get; init; } = [];

    /// <summary>The sender where it may send, and those for which it answers.</summary>
    public Party? Speaker => Served is { } served ? new(served.AgencyId, Merged) : null;

    /// <summary>True for two spellings of one agency; both are codes of the package. What the registry does not know is only itself.</summary>
    public bool AreSame(string one, string other) => one == other || (KeyOf(one) is { } key && key == KeyOf(other));

    /// <summary>True when a code of the package stands for this agency.</summary>
    public bool Means(string code, Guid agencyId) => KeyOf(code) == Standing.KeyOf(agencyId);

    /// <summary>Looks a package up.</summary>
    /// <param name="adapter">Adapter that hands it over.</param>
    /// <param name="package">The package.</param>
    /// <param name="seal">The seal it is or would be under.</param>
    /// <param name="directory">A snapshot of the registry.</param>
    /// <param name="now">The hub's clock.</param>
    /// <param name="sealedAt">When it was sealed.</param>
    /// <param name="axis">The axis's own code; what it has sent can be answered to it.</param>
    public static Addressing Of(
        string adapter, Package package, SealVerdict seal, AgencyDirectory directory, DateTimeOffset now, DateTimeOffset sealedAt, string axis)
    {
        var standing = new Standing(directory, now, sealedAt);
        var (sender, agency) = standing.OfSender(package, adapter, seal);
        var receivers = DoorFacts.CodesOf(package)
            .Select(code => package.Kind == PackageKind.Status && code == axis ? Standing.OfAxis(axis) : standing.OfReceiver(code)).ToArray();
        var facts = new DoorFacts { Adapter = standing.OfAdapter(adapter), Sender = sender, Receivers = [.. receivers.Select(one => one.Fact)] };
        var ways = receivers.Where(one => one.Way is not null).ToDictionary(one => one.Fact.Code, one => one.Way!, StringComparer.Ordinal);
        return new(
            agency,
            [.. DoorChecks.Reached(package, facts).Select(fact => ways[fact.Code])],
            [.. DoorChecks.TurnedAway(package, facts).Select(one => new ReceiptReceiver(one.Code, ReceiverOutcome.Refused, Finding: one.Why))],
            facts)
        {
            Merged = agency is null ? [] : standing.MergedInto(agency),
        };
    }

    private string? KeyOf(string code) => Facts.Receivers!.FirstOrDefault(fact => fact.Code == code)?.Agency;
}

/// <summary>A receiver that can be reached.</summary>
/// <param name="Code">As the package spells it.</param>
/// <param name="Agency">The agency it stands for.</param>
/// <param name="AdapterCode">Adapter that serves it.</param>
internal sealed record Receiver(string Code, AgencyEntry Agency, string AdapterCode)
{
    /// <summary>Agencies that were merged into it.</summary>
    public IReadOnlyList<Guid> Merged { get; init; } = [];

    public Party Party => new(Agency.AgencyId, Merged);
}
