using Axis.Hub.Agencies;

namespace Axis.Hub.Tests.Agencies;

/// <summary>What the registry records of an agency, as its statement takes it.</summary>
/// <param name="EventId">The event's id.</param>
/// <param name="Agency">The agency as it is from now on.</param>
/// <param name="SuccessorId">The agency that its main code stands for; null: itself.</param>
/// <param name="SuccessorFrom">Since when.</param>
internal sealed record RecordedAgency(Guid EventId, AgencyEntry Agency, Guid? SuccessorId = null, DateTimeOffset? SuccessorFrom = null);
