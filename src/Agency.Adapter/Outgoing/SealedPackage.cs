using Agency.Adapter.Spool;
using Axis.Contracts.Errors;

namespace Agency.Adapter.Outgoing;

/// <summary>A checked package under its seal, ready for the spool.</summary>
internal sealed record SealedPackage(
    StagedContent Content, string Kind, int Priority, byte[] Manifest, byte[] Seal, IReadOnlyList<Finding> Findings);
