using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Agency.Adapter.Outgoing;

/// <summary>What the check before sending came to.</summary>
/// <param name="Package">The package, or <c>null</c> when it could not be read.</param>
/// <param name="Checklist">One result per rule.</param>
/// <param name="HubAnswered">False while the hub is away: what it alone knows was judged by what is known here, or not at all.</param>
internal sealed record SendingOpinion(Package? Package, Checklist Checklist, bool HubAnswered);
