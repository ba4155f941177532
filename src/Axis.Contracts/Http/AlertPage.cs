using Axis.Contracts.Wire;

namespace Axis.Contracts.Http;

/// <summary>Answer of <c>GET /v1/alerts</c>: what this adapter's agencies are to be told of.</summary>
/// <param name="AsOf">When it was read, UTC.</param>
/// <param name="Alerts">Those that are open, and those met or closed in the last seven days, the latest first.</param>
public sealed record AlertPage(DateTimeOffset AsOf, IReadOnlyList<Alert> Alerts);
