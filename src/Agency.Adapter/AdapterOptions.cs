namespace Agency.Adapter;

/// <summary>Everything an operator can set. Checked at start, all errors at once.</summary>
internal sealed class AdapterOptions
{
    /// <summary>Code of this adapter: broker user and certificate name (protocol.md 1).</summary>
    public string Code { get; set; } = "";

    /// <summary>Agencies served here. An agency that is not listed is handed to its nearest listed ancestor.</summary>
    public IList<AgencyOptions> Agencies { get; } = [];

    /// <summary>Folder of the spool: database, contents and half-written files.</summary>
    public string SpoolFolder { get; set; } = "spool";

    /// <summary><c>amqp(s)://user:password@host:port/vhost</c>; empty when another link is put in (embedded nation).</summary>
    public string Broker { get; set; } = "";

    /// <summary><see cref="BrokerRootsPath"/>: the roots of the machine's own store.</summary>
    public const string MachineRoots = "machine";

    /// <summary>
    /// PEM file of the authorities, a root at least, that the broker's TLS certificate must lead to; empty: the adapter's own, by which it
    /// believes the hub and seals; <see cref="MachineRoots"/>: the machine's. Without effect on <c>amqp://</c>.
    /// </summary>
    public string BrokerRootsPath { get; set; } = "";

    /// <summary>Mutual-TLS endpoint of the hub.</summary>
    public string HubEndpoint { get; set; } = "https://127.0.0.1:7443";

    /// <summary>Code under which the hub seals its receipts and cancels.</summary>
    public string AxisCode { get; set; } = "AXIS";

    /// <summary>Certificate of this adapter, PEM or PFX: seals, and identifies at the hub's endpoint.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>Private key, PEM; empty when <see cref="CertificatePath"/> holds it.</summary>
    public string KeyPath { get; set; } = "";

    /// <summary>Password of a PFX, or empty.</summary>
    public string KeyPassword { get; set; } = "";

    /// <summary>PEM file or folder of PEM files with the roots trusted here; the machine's store is never asked.</summary>
    public string RootsPath { get; set; } = "";

    /// <summary>PEM file or folder of issuing authorities between the roots and the certificates; empty: none.</summary>
    public string IntermediatesPath { get; set; } = "";

    /// <summary>Where the time-stamping authority answers (RFC 3161 over HTTP); empty: packages are sent without time stamps.</summary>
    public string TimeStampAuthority { get; set; } = "";

    /// <summary>
    /// PEM file or folder with the roots and issuing authorities of the time-stamping authorities trusted here, own and others'; empty: the
    /// stamps of what arrives are not judged.
    /// </summary>
    public string TimeStampRootsPath { get; set; } = "";

    /// <summary>
    /// While the authority is away: packages wait in the spool for their stamps, or, when false, are sent without after a few
    /// tries. Without effect where no authority is set.
    /// </summary>
    public bool RequireTimeStamps { get; set; } = true;

    /// <summary>How long the authority may take for one stamp.</summary>
    public TimeSpan TimeStampPatience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Loopback address of the interfaces of the agencies' systems; port 0 takes a free one.</summary>
    public string LocalEndpoint { get; set; } = "http://127.0.0.1:7180";

    /// <summary>How log lines are written: <c>text</c> for people, <c>json</c> with every field by name for collectors.</summary>
    public string LogFormat { get; set; } = "text";

    /// <summary>Largest package that travels inside a message, bytes (architecture.md 3).</summary>
    public int InlineLimit { get; set; } = 64 * 1024;

    /// <summary>Largest package taken from an agency's system, bytes.</summary>
    public long BodyLimit { get; set; } = 256L * 1024 * 1024;

    /// <summary>Free bytes that are kept on the spool's disk: below them nothing new is taken in.</summary>
    public long DiskReserve { get; set; } = 256L * 1024 * 1024;

    /// <summary>Days for which package bytes are kept after they have come to rest (Retention/README.md); 0 keeps them for ever.</summary>
    public int KeepContentDays { get; set; } = 30;

    /// <summary>Unacknowledged messages taken from the broker at once; at most 50 (protocol.md 6).</summary>
    public int Prefetch { get; set; } = 50;

    /// <summary>A confirmed submission without a receipt is sent again under the same id after this.</summary>
    public TimeSpan ReceiptPatience { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long acknowledgements are gathered before they are flushed.</summary>
    public TimeSpan AcknowledgeWait { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Rhythm of heartbeats.</summary>
    public TimeSpan HeartbeatEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Rhythm of re-reading the states of own deliveries, and the directory, from the hub.</summary>
    public TimeSpan RereadEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>When the books of a day are posted to the hub, on the next one, Vietnam time; later by the adapter's own part of <see cref="ReconcileSpread"/>.</summary>
    public TimeOnly ReconcileAt { get; set; } = new(0, 30);

    /// <summary>Over how long the adapters of the nation spread their posts, each by its code.</summary>
    public TimeSpan ReconcileSpread { get; set; } = TimeSpan.FromHours(1);

    /// <summary>First and longest pause before something the outside refused is tried again.</summary>
    public TimeSpan RetryFirst { get; set; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc cref="RetryFirst"/>
    public TimeSpan RetryLongest { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often outboxes are looked at.</summary>
    public TimeSpan FolderScanEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A file in an outbox is taken when its size and time of writing have not changed for this long.</summary>
    public TimeSpan FolderRest { get; set; } = TimeSpan.FromSeconds(2);
}
