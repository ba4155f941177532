using System.CommandLine;
using Axis.Hub.Operate.Queues;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>queues</c>: the depth that people see is waiting rows plus broker depth.</summary>
internal static class QueuesCommand
{
    public static Command Create(HubCommand hub) => hub.Does(new Command("queues", "Show waiting rows, broker depth, oldest age, consumers and dead letters"), async (run, cancellation) =>
    {
        await run.RequireDatabaseAsync(cancellation);
        var view = await run.Get<ListQueues>().ListAsync(cancellation);
        run.Write(view, terminal => Show(terminal, view));
        return 0;
    });

    private static void Show(IAnsiConsole terminal, QueuesView view)
    {
        var adapters = Tables.New("Adapter", "State", "Agencies", "Waiting", "In flight", "Held", "Oldest waiting", "Heartbeat");
        foreach (var line in view.Adapters)
        {
            adapters.AddRow(
                Tables.Text(line.Code), new Markup(line.Active ? "active" : "[yellow]suspended[/]"), Tables.Number(line.Agencies), Tables.Number(line.Waiting),
                Tables.Number(line.InFlight), Tables.Number(line.Held), Age(view.At, line.OldestWaiting), Tables.Time(line.HeartbeatAt));
        }

        terminal.Write(adapters);
        if (view.Queues is null)
        {
            terminal.MarkupLine("[yellow]The broker does not answer, or there is none.[/]");
        }
        else
        {
            var queues = Tables.New("Queue", "Ready", "Unacknowledged", "Consumers");
            foreach (var queue in view.Queues)
            {
                queues.AddRow(Tables.Text(queue.Name), Tables.Number(queue.Ready), Tables.Number(queue.Unacknowledged), Tables.Number(queue.Consumers));
            }

            terminal.Write(queues);
        }

        terminal.MarkupLineInterpolated($"Stuck items open: {view.StuckOpen}");
        terminal.MarkupLineInterpolated($"Waiting for an operator (axis-hub cancel list): {view.CancelsUndecided}");
    }

    private static Text Age(DateTimeOffset now, DateTimeOffset? since) =>
        since is null ? Tables.Text("") : Tables.Text((now - since.Value).ToString(@"d\.hh\:mm\:ss", System.Globalization.CultureInfo.InvariantCulture));
}
