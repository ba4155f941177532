using Axis.Contracts.Errors;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Route;

/// <summary>What becomes of a status package (protocol.md 3, "Statuses").</summary>
internal abstract record StatusRoute
{
    /// <summary>It goes to its addressee as a delivery of its own; the target takes its effect.</summary>
    internal sealed record Forward(DeliveryRow Target) : StatusRoute;

    /// <summary>It is accepted and written into the target's history, and goes nowhere.</summary>
    internal sealed record History(DeliveryRow Target, Finding Finding) : StatusRoute;

    /// <summary>It is refused with a code; a target that it named keeps it in its history.</summary>
    internal sealed record Refused(DeliveryRow? Target, Finding Finding) : StatusRoute;
}
