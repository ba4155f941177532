using Axis.Contracts.Errors;

namespace Agency.Adapter.HubLink;

/// <summary>Why the broker is not reached, and since when.</summary>
/// <param name="Finding">Code and sentences.</param>
/// <param name="Since">UTC.</param>
internal sealed record LinkFault(Finding Finding, DateTimeOffset Since);
