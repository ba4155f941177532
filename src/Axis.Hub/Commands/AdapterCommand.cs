using System.CommandLine;
using Axis.Hub.Agencies;
using Axis.Hub.Platform.Bus.Management;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>adapter add|list|suspend|resume</c>.</summary>
internal static class AdapterCommand
{
    public static Command Create(HubCommand hub) => new("adapter", "Adapters: their broker users, queues, rights, certificates and agencies")
    {
        AddAdapterCommand.Create(hub), List(hub),
        Change(hub, "suspend", "Take an adapter's rights away; what waits for it stays", AdapterRow.SuspendedStatus, (topology, code, token) => topology.SuspendAdapterAsync(code, token)),
        Change(hub, "resume", "Give a suspended adapter its rights back", AdapterRow.ActiveStatus, (topology, code, token) => topology.ResumeAdapterAsync(code, token)),
    };

    private static Command List(HubCommand hub) => hub.Does(new Command("list", "List adapters"), async (run, cancellation) =>
    {
        await run.RequireDatabaseAsync(cancellation);
        var store = run.Get<RegistryStore>();
        var directory = await run.Get<IAgencyRegistry>().CurrentAsync(cancellation);
        var certificates = (await store.ListCertificatesAsync(cancellation)).ToDictionary(line => line.Sha256);
        var agencies = directory.Agencies.Where(agency => agency.AdapterCode is not null).ToLookup(agency => agency.AdapterCode, agency => agency.Code);
        var lines = (await store.ListAdaptersAsync(cancellation))
            .OrderBy(row => row.Code, StringComparer.Ordinal)
            .Select(row => new AdapterListLine(
                row.Code, row.Name, row.Status, [.. agencies[row.Code].Order(StringComparer.Ordinal)], row.CertificateSha256,
                row.CertificateSha256 is { } sha256 && certificates.TryGetValue(sha256, out var certificate) ? certificate.NotAfter : null, row.SuspendedSince))
            .ToList();
        run.Write(lines, terminal =>
        {
            var table = Tables.New("Adapter", "Name", "Status", "Since", "Agencies", "Certificate", "Valid until");
            foreach (var line in lines)
            {
                table.AddRow(
                    Tables.Text(line.Code), Tables.Text(line.Name), Tables.Text(line.Status), Tables.Time(line.SuspendedSince), Tables.Text(string.Join(", ", line.Agencies)),
                    Tables.Text(line.CertificateSha256?[..16]), Tables.Time(line.ValidUntil));
            }

            terminal.Write(table);
        });
        return 0;
    });

    private static Command Change(
        HubCommand hub, string verb, string description, string status, Func<Topology, string, CancellationToken, Task> changeRights)
    {
        var code = new Argument<string>("code");
        var reason = new Option<string>("--reason") { Description = "Why; recorded in the audit trail", Required = true };
        return hub.Does(new Command(verb, description) { code, reason }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var store = run.Get<RegistryStore>();
            var name = run.Parsed.GetRequiredValue(code);
            var row = (await store.ListAdaptersAsync(cancellation)).SingleOrDefault(adapter => adapter.Code == name)
                ?? throw new CommandFailedException($"adapter {name} is not registered");
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            var now = run.Get<TimeProvider>().GetUtcNow();
            var changed = status == AdapterRow.ActiveStatus ? row with { Status = status, SuspendedSince = null, SuspendedBy = null, SuspendedReason = null }
                : row.Status == status ? row
                : row with { Status = status, SuspendedSince = now, SuspendedBy = run.Actor, SuspendedReason = why };
            await store.SaveAdapterAsync(
                changed with { ChangedAt = now }, [], null,
                new RegistryAct(run.Actor, "adapter-" + verb, name, why), cancellation);
            using var api = run.ConnectManagement();
            await changeRights(new Topology(api, run.Broker.VirtualHost), name, cancellation);
            run.Write(new { name, status }, terminal => terminal.MarkupLineInterpolated($"adapter {name} is {status}"));
            return 0;
        });
    }
}

/// <summary>One line of <c>adapter list --json</c>.</summary>
internal sealed record AdapterListLine(
    string Code, string Name, string Status, IReadOnlyList<string> Agencies, string? CertificateSha256, DateTimeOffset? ValidUntil, DateTimeOffset? SuspendedSince);
