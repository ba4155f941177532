using System.Text.Json.Nodes;
using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;
using Axis.Simulator.Days;

namespace Axis.Journeys.Days;

/// <summary>What a run has shown, in lines that are the same for the same seed: ids are replaced by what people know of a thing, case numbers left out.</summary>
internal static class LivedRun
{
    /// <summary>Every version of every statement and every alert.</summary>
    public static IReadOnlyList<string> LinesOf(LivedDays lived) =>
    [
        // Which of two comes first depends on whose adapter asks first.
        .. lived.Statements.Select(LineOf).Order(StringComparer.Ordinal),
        .. lived.Alerts.Select(alert => $"{alert.Kind} {alert.Cause} {alert.AgencyCode ?? alert.AdapterCode} {alert.CounterpartCode} {alert.Severity} seen {alert.Seen} {VietnamTime.Show(alert.OpenedAt)} "
                + (alert.ClosedAt is { } closed ? VietnamTime.Show(closed) : "open")).Order(StringComparer.Ordinal),
    ];

    private static string LineOf(GivenStatement given)
    {
        var content = JsonNode.Parse(StatementJson.Write(given.Content))!;
        foreach (var (_, list) in content["items"]!.AsObject())
        {
            foreach (var item in list!.AsArray())
            {
                item!.AsObject().Remove("id");
            }

            // What stands in a list since the same instant is in the order of ids.
            JsonNode[] items = [.. list.AsArray().OrderBy(item => (string?)item!["since"], StringComparer.Ordinal).ThenBy(item => item!.ToJsonString(), StringComparer.Ordinal)!];
            list.AsArray().Clear();
            Array.ForEach(items, list.AsArray().Add);
        }

        return $"v{given.Arrived.Version} {content.ToJsonString()}";
    }
}
