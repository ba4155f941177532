using Axis.Hub.Mail;

namespace Axis.Hub;

/// <summary>Everything an operator can set. Checked at start, all errors at once.</summary>
public sealed class HubOptions
{
    /// <summary>Name of this hub process in leases and traces.</summary>
    public string Name { get; set; } = Environment.MachineName + "-" + Environment.ProcessId;

    /// <summary>Code of the axis in traces and hub messages.</summary>
    public string AxisCode { get; set; } = "AXIS";

    /// <summary>Ledger: a SQL Server connection string, or <c>Data Source=path</c> of a SQLite file.</summary>
    public string Ledger { get; set; } = "Data Source=axis.db";

    /// <summary><c>amqp(s)://user:password@host:port/vhost</c>; empty: in-memory transport (embedded nation only).</summary>
    public string Broker { get; set; } = "";

    /// <summary>Management API; empty: the broker's host, AMQP port + 10000.</summary>
    public string Management { get; set; } = "";

    /// <summary>
    /// PEM file of the authorities, a root at least, that the TLS certificates of broker and management API must lead to; empty: the machine's
    /// roots. New adapters get it with their bundles. Without effect on <c>amqp://</c> and <c>http://</c>.
    /// </summary>
    public string BrokerRootsPath { get; set; } = "";

    /// <summary>Folder of large package contents and half uploads; a shared mount when several hubs run.</summary>
    public string ContentFolder { get; set; } = "content";

    /// <summary>
    /// Folder with roots, the hub's sealing certificate and its TLS certificate, and with <c>time-stamp-roots.pem</c> where seals bear
    /// time stamps: the roots and issuing authorities of the time-stamping authorities trusted here.
    /// </summary>
    public string CertificateFolder { get; set; } = "certificates";

    /// <summary>
    /// What a package without a time stamp meets: true, a refusal; false, a finding. Unset: a refusal where <c>time-stamp-roots.pem</c>
    /// lies in <see cref="CertificateFolder"/>, else a finding.
    /// </summary>
    public bool? RequireTimeStamps { get; set; }

    /// <summary>Address of the time-stamping authority for the bundles of new adapters; the hub itself asks none. Empty: none.</summary>
    public string TimeStampAuthority { get; set; } = "";

    /// <summary>Mutual-TLS endpoint for adapters, loopback by default.</summary>
    public string AdapterEndpoint { get; set; } = "https://127.0.0.1:7443";

    /// <summary>Read-only page, API, health and metrics; loopback only until sign-in exists.</summary>
    public string ConsoleEndpoint { get; set; } = "http://127.0.0.1:7080";

    /// <summary>How log lines are written: <c>text</c> for people, <c>json</c> with every field by name for collectors.</summary>
    public string LogFormat { get; set; } = "text";

    /// <summary>CSV file of the working calendar (<c>working-calendar.md</c>) that takes the place of the national one that comes with the hub; empty: that one. Days that operators have applied (<c>axis-hub calendar</c>) count before it.</summary>
    public string CalendarPath { get; set; } = "";

    /// <summary>Office hours of agencies that have none of their own, <c>HH:mm-HH:mm</c> sessions separated by commas.</summary>
    public string OfficeHours { get; set; } = Contracts.Calendar.OfficeHours.Default.ToString();

    /// <summary>When the statements of a day are issued, on the next one, Vietnam time.</summary>
    public TimeOnly StatementHour { get; set; } = new(6, 30);

    /// <summary>E-mail: off until it has a server. A member is set as <c>Mail:Host</c>, in a variable as <c>AXIS_Mail__Host</c>.</summary>
    public MailOptions Mail { get; set; } = new();

    /// <summary>W: deliveries per adapter published without a sign of their attempt (protocol.md 6).</summary>
    public int Window { get; set; } = 500;

    /// <summary>Deliveries waiting for one adapter, or in it, that count as a full queue: alerts open at 70, 85 and 95 % of them.</summary>
    public int BacklogLimit { get; set; } = 10_000;

    /// <summary>Days after which closed alerts, who was told of them, messages by e-mail, and what adapters were answered to their books leave the ledger; 0: never. Of deliveries, documents and statements everything stays.</summary>
    public int KeepAlertsDays { get; set; } = 400;

    /// <summary>How long a claim holds before another hub may take the row.</summary>
    public TimeSpan ClaimLease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Largest batch of submissions or acknowledgements in one transaction.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>How long a batch waits to fill.</summary>
    public TimeSpan BatchWait { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Largest package, bytes (R1). The official limit is unknown; one gateway uses 50 MB.</summary>
    public long PackageLimit { get; set; } = 256L * 1024 * 1024;

    /// <summary>Largest package that travels inside a message, bytes.</summary>
    public int InlineLimit { get; set; } = 64 * 1024;

    /// <summary>Coalescing time of <c>states</c> messages.</summary>
    public TimeSpan StatesWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Coalescing time of <c>alerts</c> messages: an adapter gets no more than one in it from a hub.</summary>
    public TimeSpan AlertsWait { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Published without a sign for this long: asked about (protocol.md 6).</summary>
    public TimeSpan QueryAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>PROCESSING without a sign for this long: asked about.</summary>
    public TimeSpan QueryHeldAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The ladder of repeats after a counted failure; one more failure than steps is FAIL.</summary>
    public IReadOnlyList<TimeSpan> RetryLadder { get; set; } =
        [TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(240), TimeSpan.FromSeconds(480)];
}
