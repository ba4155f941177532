namespace Axis.TestKit;

/// <summary>What this machine has of what some tests need. A test without it is skipped by name.</summary>
public static class Requires
{
    /// <summary>Environment variable with the address of an external broker, administrator included.</summary>
    public const string AmqpVariable = "AXIS_TEST_AMQP";

    /// <summary>Environment variable with its management API, if not at AMQP port + 10000.</summary>
    public const string ManagementVariable = "AXIS_TEST_MANAGEMENT";

    /// <summary>Environment variable with the connection string of a SQL Server, as a login that may create databases.</summary>
    public const string SqlServerVariable = "AXIS_TEST_SQLSERVER";

    /// <summary>The SQL Server's connection string, or null.</summary>
    public static string? SqlServer => Environment.GetEnvironmentVariable(SqlServerVariable) is { Length: > 0 } text ? text : null;

    /// <summary>Path of a Chromium, or null.</summary>
    public static string? Chromium { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>A real browser.</summary>
    public static bool HasBrowser => Chromium is not null;

    /// <summary>A SQL Server.</summary>
    public static bool HasSqlServer => SqlServer is not null;

    /// <summary>A broker of any kind.</summary>
    public static bool HasBroker => HasExternalBroker || HasOwnBroker;

    /// <summary>A private node that tests may kill.</summary>
    public static bool HasOwnBroker => !HasExternalBroker && OperatingSystem.IsLinux() && File.Exists("/usr/lib/rabbitmq/bin/rabbitmq-server");

    /// <summary>The right to mount a <see cref="TinyDisk"/>.</summary>
    public static bool HasTinyDisk { get; } = TinyDisk.CanMount();

    private static bool HasExternalBroker => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(AmqpVariable));
}
