using Agency.Adapter;
using Axis.Hub;
using Axis.Hub.Platform.Storage;

namespace Axis.Simulator.Nation;

/// <summary>What a nation is made of.</summary>
internal sealed record NationOptions
{
    public int Agencies { get; init; } = 5;

    /// <summary>Letters in a run that ends by itself.</summary>
    public int Documents { get; init; } = 200;
    public int Seed { get; init; } = 1;

    /// <summary>Run to the end and compare the books, instead of until Ctrl-C.</summary>
    public bool Once { get; init; }
    public string? Report { get; init; }

    /// <summary><c>amqp(s)://</c> address of an administrator; null: embedded transport.</summary>
    public string? Broker { get; init; }

    /// <summary>PEM file of the authorities that the broker's certificate must lead to; empty: the machine's roots.</summary>
    public string BrokerRoots { get; init; } = "";

    /// <summary>Management API of the broker; null: its host, AMQP port + 10000.</summary>
    public string? Management { get; init; }

    /// <summary>SQL Server connection string; null: SQLite in the nation's folder.</summary>
    public string? Sql { get; init; }

    /// <summary>A time-stamping authority of the nation's own stamps every seal, and the hub refuses what bears no stamp.</summary>
    public bool TimeStamps { get; init; }

    /// <summary>Show what hub and adapters log.</summary>
    public bool Verbose { get; init; }

    /// <summary>Who lives where; null: so many agencies of level 1, each with an adapter of its own.</summary>
    public NationPlan? Plan { get; init; }

    /// <summary>Changes to the hub's settings, or null.</summary>
    public Action<HubOptions>? Hub { get; init; }

    /// <summary>Changes to each adapter's settings, or null.</summary>
    public Action<AdapterOptions>? Adapter { get; init; }

    /// <summary>How long a run may wait for the last answers before it is called a failure.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    public string TransportName => Broker is null ? "embedded" : "RabbitMQ";

    public string LedgerName => Sql is null || StorageComponent.DialectOf(Sql) == SqlDialect.Sqlite ? "SQLite" : "SQL Server";
}
