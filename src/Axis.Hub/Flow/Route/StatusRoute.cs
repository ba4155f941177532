using Axis.Contracts.Errors;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Route;

/// <summary>What becomes of a status package (protocol.md 3, "Statuses").</summary>
internal abstract record StatusRoute
{
    /// <summary>It is accepted.</summary>
    internal abstract record Accepted(DeliveryRow Target) : StatusRoute;

    /// <summary>It goes to its addressee as a delivery of its own; the target takes its effect.</summary>
    internal sealed record Forward(DeliveryRow Target) : Accepted(Target);

    /// <summary>It is written into the target's history and goes nowhere.</summary>
    internal sealed record History(DeliveryRow Target, Finding Finding) : Accepted(Target);

    /// <summary>The very same status was taken before: it has no effect at all (domain.md 2.2).</summary>
    internal sealed record Repeat(DeliveryRow Target, Finding Finding) : Accepted(Target);

    /// <summary>It is refused with a code; a target that it named keeps it in its history.</summary>
    internal sealed record Refused(DeliveryRow? Target, Finding Finding) : StatusRoute;
}
