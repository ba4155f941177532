using System.CommandLine;
using System.Globalization;
using Axis.Hub.Ledger;
using Axis.Hub.Watch.Alerts;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>alert list|show|close</c>: what somebody has to be told of, by case number.</summary>
internal static class AlertCommand
{
    private const int Limit = 500;

    public static Command Create(HubCommand hub) => new("alert", "What somebody has to be told of") { List(hub), Show(hub), Close(hub) };

    private static Command List(HubCommand hub)
    {
        var adapter = new Option<string?>("--adapter") { Description = "Only those of which this adapter is a party" };
        var all = new Option<bool>("--all") { Description = "Those closed in the last seven days too" };
        return hub.Does(new Command("list", "List alerts: the open ones first, the latest before the others") { adapter, all }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var alerts = (await run.Get<AlertStore>().ListAsync(run.Parsed.GetValue(adapter), Limit, cancellation))
                .Where(alert => run.Parsed.GetValue(all) || alert.ClosedAt is null).ToArray();
            run.Write(alerts, terminal =>
            {
                var table = Tables.New("Case", "Kind", "Weight", "From", "To", "Opened", "Last", "Times", "Open", "Closed by");
                foreach (var alert in alerts)
                {
                    table.AddRow(
                        Tables.Text(alert.CaseNumber), Tables.Text(alert.Kind), Tables.Text(alert.Severity == AlertSeverity.Warn ? "warn" : "breach"),
                        Tables.Text(alert.AgencyCode ?? alert.AdapterCode), Tables.Text(alert.CounterpartCode), Tables.Time(alert.OpenedAt), Tables.Time(alert.LastSeenAt),
                        Tables.Number(alert.Seen), Tables.Number(alert.OpenItems), Tables.Text(alert.ClosedBy));
                }

                terminal.Write(table);
            });
            return 0;
        });
    }

    private static Command Show(HubCommand hub)
    {
        var number = Case();
        return hub.Does(new Command("show", "Show one case with its deliveries and who was told") { number }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var wanted = run.Parsed.GetRequiredValue(number);
            var found = await run.Get<AlertStore>().FindAsync(wanted, cancellation) ?? throw new CommandFailedException($"there is no case {wanted}");
            run.Write(found, terminal => Show(terminal, found));
            return 0;
        });
    }

    private static void Show(IAnsiConsole terminal, AlertDetails found)
    {
        var (alert, finding) = (found.Alert, AlertEndpoints.FindingOf(found.Alert));
        var table = Tables.New("", "");
        table.HideHeaders();
        foreach (var (label, value) in new (string, string?)[]
        {
            ("Case", $"{alert.CaseNumber}, version {alert.Version}"), ("Kind", $"{alert.Kind} {alert.Cause}"), ("Weight", alert.Severity == AlertSeverity.Warn ? "warn" : "breach"),
            ("Parties", $"{alert.AgencyCode ?? "-"} ({alert.AdapterCode}), {alert.CounterpartCode ?? "-"} ({alert.CounterAdapterCode ?? "-"})"),
            ("Document", alert.DocumentId is null ? null : $"{alert.DocumentId} {DocumentName.Of(alert.CodeNumber, alert.CodeNotation)}"),
            ("Why", $"{finding.Code} {finding.Vietnamese} / {finding.English}"),
            ("Opened", alert.OpenedAt.ToString("u", CultureInfo.InvariantCulture)), ("Last", alert.LastSeenAt.ToString("u", CultureInfo.InvariantCulture)),
            ("Times", $"{alert.Seen}, open {alert.OpenItems}"),
            ("Closed", alert.ClosedAt is { } at ? $"{at:u} by {alert.ClosedBy}: {alert.ClosedReason}" : null),
        })
        {
            table.AddRow(Tables.Text(label), Tables.Text(value));
        }

        foreach (var told in found.Told)
        {
            table.AddRow(Tables.Text("Told"), Tables.Text($"{told.AgencyCode ?? told.AdapterCode} by {told.Channel}, version {told.Version}, {told.At:u}"));
        }

        foreach (var item in found.Items)
        {
            table.AddRow(
                Tables.Text(item.ClosedAt is null ? "Delivery" : "Ended"),
                Tables.Text($"{item.DeliveryId} {DocumentName.Of(item.CodeNumber, item.CodeNotation)} to {item.ReceiverCode} since {item.OpenedAt:u}"));
        }

        terminal.Write(table);
    }

    private static Command Close(HubCommand hub)
    {
        var number = Case();
        var reason = new Option<string>("--reason") { Description = "Why; recorded with the alert and in the audit trail", Required = true };
        return hub.Does(new Command("close", "Close an alert though its cause may last; it does not open again for the same") { number, reason }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var (wanted, why) = (run.Parsed.GetRequiredValue(number), Reasons.Require(run.Parsed.GetRequiredValue(reason)));
            if (await run.Get<AlertDesk>().CloseAsync(wanted, run.Actor, why, cancellation) is { } error)
            {
                throw new CommandFailedException($"{wanted}: {error}");
            }

            run.Write(new { caseNumber = wanted, verb = "close" }, terminal => terminal.MarkupLineInterpolated($"{wanted} [green]closed[/]"));
            return 0;
        });
    }

    private static Argument<string> Case() => new("case") { Description = "Case number, such as 2026-000123" };
}
