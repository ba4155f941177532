using Agency.Adapter.Spool;
using Agency.Adapter.Work;
using Axis.Contracts.Errors;

namespace Agency.Adapter.Outgoing;

/// <summary>A checked package under its seal, ready for the spool.</summary>
internal sealed record SealedPackage(
    StagedContent Content, string Kind, int Priority, byte[] Manifest, byte[] Seal, bool NeedsTimeStamp, IReadOnlyList<Finding> Findings)
{
    /// <summary>The document in it; <c>null</c> for a status and a recall.</summary>
    public SentDocument? Document { get; init; }

    /// <summary>The received delivery that a status speaks of, and its code; <c>null</c> for everything else.</summary>
    public (Guid DeliveryId, string Code)? Status { get; init; }

    /// <summary>The request that a status answers here, and with which code; <c>null</c> for everything else.</summary>
    public (Guid CarrierId, string Code)? Answer { get; init; }

    /// <summary>The bell of the loop that has to take it next.</summary>
    public Pulse Next(Pulses pulses) =>
        NeedsTimeStamp ? pulses.TimeStamp : Content.Bytes is null ? pulses.Upload : pulses.Submit;
}
