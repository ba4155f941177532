namespace Axis.Contracts.Edxml;

/// <summary>Who acted at the agency (StaffInfo). Absent elements are <c>null</c>.</summary>
/// <param name="Department">Unit.</param>
/// <param name="Staff">Name of the person.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Mobile">Telephone number.</param>
public sealed record StaffInfo(string? Department, string? Staff, string? Email, string? Mobile);
