using Agency.Adapter.Marks;
using Axis.Contracts.Wire;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>Why a document is frozen or destroyed.</summary>
/// <param name="Command">What its sender had asked.</param>
/// <param name="Reason">The sender's reason.</param>
/// <param name="Since">Since when it is void, UTC.</param>
internal sealed record MarkedBody(ChangeCommand Command, string Reason, DateTimeOffset Since)
{
    public static MarkedBody? Of(Marking? marking) =>
        marking is null ? null : new(marking.Command, marking.Reason, marking.At.ToUniversalTime());
}
