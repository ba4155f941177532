using System.CommandLine;
using System.Globalization;
using Axis.Hub.Statements.Issue;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>statement books</c>: the books of the whole axis on one day.</summary>
internal static class StatementBooksCommand
{
    public static Command Create(HubCommand hub)
    {
        var day = new Argument<DateOnly>("day") { Description = "yyyy-MM-dd" };
        return hub.Does(new Command("books", "Check the books of all agencies on a day again, as they were issued, both numbers each; 1 when one does not hold") { day }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var books = await run.Get<CheckAxis>().RunAsync(run.Parsed.GetValue(day), cancellation);
            if (books.Statements == 0)
            {
                throw new CommandFailedException(string.Create(CultureInfo.InvariantCulture, $"there is no statement of {books.Day:yyyy-MM-dd}"));
            }

            run.Write(books, terminal =>
            {
                var table = Tables.New("Agency", "Check", "Left", "Right", "");
                foreach (var (agency, check) in books.Checks.Select(check => ("", check)).Concat(books.Agencies.Select(one => (one.Agency, one.Check))))
                {
                    table.AddRow(
                        Tables.Text(agency), Tables.Text(check.Name), Tables.Number(check.Left), Tables.Number(check.Right), Tables.Text(check.Holds ? "" : "does not hold"));
                }

                terminal.Write(table);
                terminal.WriteLine($"{books.Statements} statements");
            });
            return books.Hold ? 0 : 1;
        });
    }
}
