namespace Agency.Adapter.Outgoing;

/// <summary>A status as an agency's system posts it without edXML. Name the delivery, or the document as a package would.</summary>
/// <param name="StatusCode">01 to 06, 13, 15 or 16.</param>
/// <param name="DeliveryId">The delivery in the inbox that is answered; fills every absent member below.</param>
/// <param name="OrganId">Sender of the document answered; for a 13 the receiver it is asked of.</param>
/// <param name="Code">Its printed code, e.g. <c>7816/VPCP-TTĐT</c>.</param>
/// <param name="PromulgationDate">Its date.</param>
/// <param name="DocumentId">Its id as the package spelled it.</param>
/// <param name="Description">Reason or remark; required with 02, 13 and 16.</param>
/// <param name="Department">Unit of the person who acted.</param>
/// <param name="Staff">That person.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Mobile">Telephone number.</param>
/// <param name="From">Code of the answering agency when it is one served beneath the caller's; <c>null</c>: the caller's.</param>
/// <param name="Timestamp">When the status was set; <c>null</c>: now.</param>
internal sealed record StatusRequest(
    string StatusCode, Guid? DeliveryId = null, string? OrganId = null, string? Code = null, DateOnly? PromulgationDate = null,
    string? DocumentId = null, string? Description = null, string? Department = null, string? Staff = null,
    string? Email = null, string? Mobile = null, string? From = null, DateTimeOffset? Timestamp = null);
