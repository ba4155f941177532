using Axis.Contracts.Errors;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Deliver;

/// <summary>A claimed delivery with everything that its message needs.</summary>
/// <param name="Delivery">The row as claimed.</param>
/// <param name="Document">The document it carries.</param>
/// <param name="Findings">What the door found.</param>
/// <param name="About">Deliveries that a request speaks of, else null.</param>
/// <param name="Package">The exact bytes when they travel inside the message, else null.</param>
internal sealed record Publication(DeliveryRow Delivery, DocumentRow Document, IReadOnlyList<Finding> Findings, IReadOnlyList<Guid>? About, byte[]? Package);
