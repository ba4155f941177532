using System.CommandLine;
using Axis.Hub.Operate.Doctor;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>doctor</c>: 0 when nothing is wrong.</summary>
internal static class DoctorCommand
{
    public static Command Create(HubCommand hub) => hub.Does(
        new Command("doctor", "Check the whole installation, and say what is wrong and how to mend it"),
        async (run, cancellation) =>
        {
            var administrator = run.AdministratorAddress;
            var doctor = ActivatorUtilities.CreateInstance<Doctor>(run.Services);
            var found = await run.WatchAsync("looking", progress => doctor.RunAsync(administrator, run.Actor, progress, cancellation));
            run.Write(found, terminal => Show(terminal, found));
            return found.Any(diagnosis => diagnosis.Health == Health.Wrong) ? 1 : 0;
        });

    private static void Show(IAnsiConsole terminal, IReadOnlyList<Diagnosis> found)
    {
        var table = Tables.New("", "Check", "Found", "Remedy");
        foreach (var diagnosis in found)
        {
            table.AddRow(
                new Markup(diagnosis.Health switch { Health.Well => "[green]ok[/]", Health.Doubtful => "[yellow]look[/]", _ => "[red]WRONG[/]" }),
                Tables.Text(diagnosis.Check), Tables.Text(diagnosis.Found), Tables.Text(diagnosis.Remedy));
        }

        terminal.Write(table);
        var wrong = found.Count(diagnosis => diagnosis.Health == Health.Wrong);
        var doubtful = found.Count(diagnosis => diagnosis.Health == Health.Doubtful);
        terminal.MarkupLineInterpolated($"{found.Count} checks, {wrong} wrong, {doubtful} to look at");
    }
}
