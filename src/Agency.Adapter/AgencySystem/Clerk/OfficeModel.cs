using Axis.Contracts.Errors;
using Axis.Contracts.Http;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>The office's page.</summary>
/// <param name="Token">The session's token for forms.</param>
/// <param name="Agencies">Agencies of the key.</param>
/// <param name="Open">What stands in the stocks now; <c>null</c> while the hub is away.</param>
/// <param name="Faults">Why the last act was not done.</param>
/// <param name="Statements">Those of the last 30 days, the newest first.</param>
public sealed record OfficeModel(
    string Token, IReadOnlyList<ShownAgency> Agencies, OpenItemPage? Open, IReadOnlyList<Finding> Faults, IReadOnlyList<ShownStatement> Statements);

/// <summary>A statement that has come.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Day">Its day.</param>
/// <param name="Version">From 1.</param>
/// <param name="Formats">Files that there are of it.</param>
public sealed record ShownStatement(string Agency, DateOnly Day, int Version, IReadOnlyList<string> Formats);
