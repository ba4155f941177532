using System.CommandLine;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Contacts;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>agency contact add|remove|list</c>: the addresses through which agencies are told by e-mail.</summary>
internal static class ContactCommands
{
    private const string Alerts = "alerts";
    private const string Statements = "statements";

    public static Command Create(HubCommand hub) => new("contact", "Addresses through which agencies are told by e-mail") { Add(hub), Remove(hub), List(hub) };

    private static Command Add(HubCommand hub)
    {
        var (code, address) = (Code(), Address());
        var name = new Option<string?>("--name") { Description = "Who reads it" };
        var language = new Option<string>("--language") { Description = "What comes first: vi or en", DefaultValueFactory = _ => ContactRow.Vietnamese };
        var purposes = new Option<string[]>("--for")
        {
            Description = $"{Alerts}, {Statements}; both if left out", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [Alerts, Statements],
        };
        purposes.AcceptOnlyFromAmong(Alerts, Statements);
        return hub.Does(new Command("add", "Add an address to an agency, or change what it is for") { code, address, name, language, purposes }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var wanted = run.Parsed.GetValue(purposes) ?? [];
            var order = new ContactOrder(
                run.Parsed.GetRequiredValue(code), run.Parsed.GetRequiredValue(address), run.Parsed.GetValue(name), run.Parsed.GetValue(language) ?? ContactRow.Vietnamese,
                wanted.Contains(Alerts), wanted.Contains(Statements));
            if (await run.Get<ContactDesk>().AddAsync(order, run.Actor, cancellation) is { Count: > 0 } errors)
            {
                throw new CommandFailedException(errors);
            }

            run.Write(new { agency = order.Agency, address = order.Address }, terminal => terminal.MarkupLineInterpolated($"[green]{order.Agency}[/] is told through {order.Address}"));
            return 0;
        });
    }

    private static Command Remove(HubCommand hub)
    {
        var (code, address) = (Code(), Address());
        return hub.Does(new Command("remove", "Remove an address from an agency") { code, address }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var (agency, which) = (run.Parsed.GetRequiredValue(code), run.Parsed.GetRequiredValue(address));
            if (await run.Get<ContactDesk>().RemoveAsync(agency, which, run.Actor, cancellation) is { Count: > 0 } errors)
            {
                throw new CommandFailedException(errors);
            }

            run.Write(new { agency, address = which }, terminal => terminal.MarkupLineInterpolated($"[green]{agency}[/] is told no more through {which}"));
            return 0;
        });
    }

    private static Command List(HubCommand hub)
    {
        var code = new Argument<string?>("agency") { Description = "Only of this agency, any spelling", Arity = ArgumentArity.ZeroOrOne };
        return hub.Does(new Command("list", "List the addresses of agencies") { code }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var directory = await run.Get<IAgencyRegistry>().CurrentAsync(cancellation);
            var wanted = run.Parsed.GetValue(code);
            var only = wanted is null ? null : directory.Resolve(wanted, run.Get<TimeProvider>().GetUtcNow()) ?? throw new CommandFailedException($"there is no agency {wanted}");
            ContactLine[] lines =
            [
                .. (await run.Get<ContactDesk>().ListAsync(cancellation)).Where(contact => only is null || contact.AgencyId == only.AgencyId)
                    .Select(contact => new ContactLine(
                        directory.Find(contact.AgencyId)?.Code ?? $"{contact.AgencyId}", contact.Address, contact.Name, contact.Language, contact.Alerts, contact.Statements, contact.AddedBy,
                        contact.AddedAt))
                    .OrderBy(line => line.Agency, StringComparer.Ordinal),
            ];
            run.Write(lines, terminal =>
            {
                var table = Tables.New("Agency", "Address", "Name", "First", "Alerts", "Statements", "Added by", "Added");
                foreach (var line in lines)
                {
                    table.AddRow(
                        Tables.Text(line.Agency), Tables.Text(line.Address), Tables.Text(line.Name), Tables.Text(line.Language), Tables.Text(line.Alerts ? "yes" : ""),
                        Tables.Text(line.Statements ? "yes" : ""), Tables.Text(line.AddedBy), Tables.Time(line.AddedAt));
                }

                terminal.Write(table);
            });
            return 0;
        });
    }

    private static Argument<string> Code() => new("agency") { Description = "Code of any generation" };

    private static Argument<string> Address() => new("address") { Description = "A bare address, such as vanthu@moh.gov.vn" };
}

/// <summary>One line of <c>agency contact list --json</c>.</summary>
internal sealed record ContactLine(
    string Agency, string Address, string? Name, string Language, bool Alerts, bool Statements, string AddedBy, DateTimeOffset AddedAt);
