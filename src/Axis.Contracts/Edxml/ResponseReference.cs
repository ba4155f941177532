namespace Axis.Contracts.Edxml;

/// <summary>The document that a package answers (ResponseFor). Absent parts are <c>null</c>; an entirely empty element is no reference at all.</summary>
/// <param name="OrganId">Agency that sent the document answered; for a status 13 the receiver it is asked of.</param>
/// <param name="Code">Printed code, e.g. <c>7816/VPCP-TTĐT</c>.</param>
/// <param name="PromulgationDate">Its date, or <c>null</c> when absent or unreadable.</param>
/// <param name="DocumentId">Its document id, raw.</param>
public sealed record ResponseReference(string? OrganId, string? Code, DateOnly? PromulgationDate, string? DocumentId);
