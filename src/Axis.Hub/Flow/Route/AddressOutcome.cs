using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;

namespace Axis.Hub.Flow.Route;

/// <summary>What the registry says of a package's sender and receivers.</summary>
internal abstract record AddressOutcome
{
    /// <summary>True when the registry's word is against the sender or any receiver.</summary>
    public bool TurnsAway => this is Refused or Addressed { TurnedAway.Count: > 0 };

    /// <summary>The sender may send and at least one receiver can be reached.</summary>
    /// <param name="Sender">Sending agency.</param>
    /// <param name="Receivers">One entry per agency, first spelling kept.</param>
    /// <param name="TurnedAway">Receivers that are refused while others go on.</param>
    /// <param name="Findings">Everything found.</param>
    internal sealed record Addressed(
        AgencyEntry Sender, IReadOnlyList<Receiver> Receivers, IReadOnlyList<ReceiptReceiver> TurnedAway, IReadOnlyList<Finding> Findings)
        : AddressOutcome;

    /// <summary>Nothing goes on.</summary>
    /// <param name="Sender">Sending agency where it is known.</param>
    internal sealed record Refused(AgencyEntry? Sender, IReadOnlyList<ReceiptReceiver> TurnedAway, IReadOnlyList<Finding> Findings)
        : AddressOutcome;
}

/// <summary>A receiver that can be reached.</summary>
/// <param name="Code">As the package spells it.</param>
/// <param name="Agency">The agency it stands for.</param>
/// <param name="AdapterCode">Adapter that serves it.</param>
internal sealed record Receiver(string Code, AgencyEntry Agency, string AdapterCode);
