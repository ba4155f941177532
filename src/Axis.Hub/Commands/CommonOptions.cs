using System.CommandLine;

namespace Axis.Hub.Commands;

/// <summary>Options that every command takes.</summary>
internal sealed class CommonOptions
{
    public Option<string?> File { get; } = new("--config") { Description = "Settings file (axis-hub.json if it is there)", Recursive = true };

    public Option<string?> Ledger { get; } = new("--ledger") { Description = "Ledger: SQL Server connection string, or Data Source=FILE.db", Recursive = true };

    public Option<string?> Broker { get; } = new("--broker") { Description = "amqp(s)://user:password@host:port/vhost that serve runs as", Recursive = true };

    public Option<string?> Management { get; } = new("--management") { Description = "Management API (the broker's host, AMQP port + 10000)", Recursive = true };

    public Option<string?> Administrator { get; } = new("--admin")
    {
        Description = "amqp(s)://user:password@host:port/vhost of a broker administrator, for adapter, migrate and doctor (AXIS_ADMIN; else --broker)",
        Recursive = true,
    };

    public Option<string[]> Set { get; } = new("--set")
    {
        Description = "Any setting: --set Window=100", Recursive = true, AllowMultipleArgumentsPerToken = true, HelpName = "NAME=VALUE",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Answer with JSON", Recursive = true };

    public Option<string> Actor { get; } = new("--actor")
    {
        Description = "Who does it, for the audit trail", Recursive = true, DefaultValueFactory = _ => Environment.UserName,
    };

    public void AddTo(Command root)
    {
        foreach (var option in (Option[])[File, Ledger, Broker, Management, Administrator, Set, Json, Actor])
        {
            root.Add(option);
        }
    }

    /// <summary>Settings given on the command line, by name.</summary>
    public Dictionary<string, string?> Given(ParseResult parsed)
    {
        var given = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in parsed.GetValue(Set) ?? [])
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new CommandFailedException($"--set {pair}: not NAME=VALUE");
            }

            given[pair[..equals]] = pair[(equals + 1)..];
        }

        foreach (var (name, option) in new[] { ("Ledger", Ledger), ("Broker", Broker), ("Management", Management) })
        {
            if (parsed.GetValue(option) is { } value)
            {
                given[name] = value;
            }
        }

        return given;
    }
}
