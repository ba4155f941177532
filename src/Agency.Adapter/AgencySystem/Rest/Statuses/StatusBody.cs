using Agency.Adapter.AgencySystem.Rest.Packages;

namespace Agency.Adapter.AgencySystem.Rest.Statuses;

/// <summary>A status without edXML. Names the delivery answered, or the document as a package would.</summary>
/// <param name="Code">01 to 06, 13, 15 or 16.</param>
/// <param name="DeliveryId">The delivery in the inbox that is answered.</param>
/// <param name="Reference">The document, where there is no delivery id.</param>
/// <param name="Description">Reason or remark; required with 02, 13 and 16.</param>
/// <param name="Staff">Who acted.</param>
/// <param name="From">Answering agency when it is one served beneath the caller's.</param>
/// <param name="Timestamp">When the status was set; absent: now.</param>
internal sealed record StatusBody(
    string? Code = null, Guid? DeliveryId = null, ReferenceBody? Reference = null, string? Description = null,
    StaffBody? Staff = null, string? From = null, DateTimeOffset? Timestamp = null);
