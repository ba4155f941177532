using Axis.Contracts.Http;
using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.OpenItems;

/// <summary>How one agency stands: <c>GET /api/agencies/{code}</c>.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Adapter">The adapter that serves it; absent when none does.</param>
/// <param name="Open">What stands in its stocks now.</param>
/// <param name="Statements">Days of the last 30 with a statement, the newest first.</param>
public sealed record AgencyWork(StatementAgency Agency, string? Adapter, OpenItemPage Open, IReadOnlyList<IssuedDay> Statements);
