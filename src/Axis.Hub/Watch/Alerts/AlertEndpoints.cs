using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies.Endpoint;
using Axis.Hub.Console;
using Axis.Hub.Ledger;

namespace Axis.Hub.Watch.Alerts;

/// <summary>Alerts over HTTPS: an adapter's own at the adapters' endpoint, all of them at the console's.</summary>
internal static class AlertEndpoints
{
    private const int Most = 500;
    private const int MostOfAdapter = 5_000;

    public static void MapAlertsOfAdapters(this IEndpointRouteBuilder adapters) =>
        adapters.MapAdapterGroup().MapGet("/alerts", async (HttpContext context, AlertStore alerts, TimeProvider time, CancellationToken cancellation) =>
            Results.Json(
                new AlertPage(time.GetUtcNow(), [.. (await alerts.ListLatestAsync(AdapterIdentity.Of(context).Adapter, MostOfAdapter, cancellation)).Select(AlertOf)]),
                WireJson.Options));

    public static void Map(IEndpointRouteBuilder console)
    {
        console.MapGet("/api/alerts", async (AlertStore alerts, CancellationToken cancellation) =>
            Results.Json(await alerts.ListAsync(null, Most, cancellation), ConsoleComponent.Json));
        console.MapGet("/api/alerts/{caseNumber}", async (string caseNumber, AlertStore alerts, CancellationToken cancellation) =>
            await alerts.FindAsync(caseNumber, cancellation) is { } found ? Results.Json(found, ConsoleComponent.Json) : Results.NotFound());
    }

    /// <summary>The finding that an alert was opened for.</summary>
    public static Finding FindingOf(AlertView view) => WireJson.Read<Finding>(Encoding.UTF8.GetBytes(view.Finding));

    /// <summary>The alert as adapters get it.</summary>
    public static Alert AlertOf(AlertView view) =>
        new(view.AlertId, view.Kind, FindingOf(view), view.OpenedAt, view.LastSeenAt, view.Seen, view.AgencyCode, view.SubmissionId)
        {
            CaseNumber = view.CaseNumber, IsBreach = view.Severity == AlertSeverity.Breach, Cause = view.Cause, Counterpart = view.CounterpartCode,
            DocumentId = view.DocumentId, OpenItems = view.OpenItems, Version = view.Version, ClosedAt = view.ClosedAt, ClosedReason = view.ClosedReason,
        };
}
