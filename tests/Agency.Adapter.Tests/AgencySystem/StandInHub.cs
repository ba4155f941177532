using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;
using Agency.Adapter.HubLink;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.AgencySystem;

/// <summary>
/// What the interfaces need of a hub, in the test's own process: it confirms what is published, answers each submission with a sealed
/// receipt, and delivers it to the receivers that the same adapter serves. Content lies in files. Its first certificate is the hub's.
/// </summary>
internal sealed partial class StandInHub(IReadOnlyList<X509Certificate2> certificates, string contents) : IHubLink, IHubApi, IDisposable
{
    private readonly Channel<InboundMessage> queue = Channel.CreateUnbounded<InboundMessage>();
    private readonly Sealer sealer = new(certificates[0], TimeProvider.System);
    private readonly ConcurrentDictionary<Guid, Receipt> accepted = [];

    public LinkFault? Fault { get; set; }

    public event Action<LinkState>? StateChanged;

    /// <summary>Receivers that exist; all others are refused.</summary>
    public HashSet<string> Known { get; } = ["G22", "H37", "H41"];

    /// <summary>Receivers that this adapter serves: theirs come back to it.</summary>
    public HashSet<string> Served { get; } = ["G22", "H37", "H41"];

    /// <summary>Which deliveries a submission speaks of at a receiver.</summary>
    public Func<Manifest, string, IReadOnlyList<Guid>?> About { get; set; } = (_, _) => null;

    /// <summary>Put on every receipt.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Everything the adapter has acknowledged.</summary>
    public ConcurrentQueue<AcknowledgeItem> Acknowledged { get; } = [];

    /// <summary>Manifests in the order of arrival.</summary>
    public ConcurrentQueue<Manifest> Submitted { get; } = [];

    /// <summary>Small packages by submission.</summary>
    public ConcurrentDictionary<Guid, byte[]> Packages { get; } = [];

    /// <summary>Deliveries by (submission, receiver).</summary>
    public ConcurrentDictionary<(Guid Submission, string Receiver), Guid> Deliveries { get; } = [];

    public LinkState State { get; private set; } = LinkState.Connected;

    /// <summary>It no longer answers, though its broker does.</summary>
    public bool IsSilent { get; set; }

    public void Dispose() => sealer.Dispose();

    public void GoAway()
    {
        State = LinkState.Disconnected;
        StateChanged?.Invoke(State);
    }

    public void ComeBack()
    {
        State = LinkState.Connected;
        StateChanged?.Invoke(State);
    }

    public Task<PublishOutcome> PublishAsync(string key, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (State == LinkState.Disconnected)
        {
            return Task.FromResult<PublishOutcome>(new PublishOutcome.Unavailable("away"));
        }

        if (key == WireNames.Submit)
        {
            Take(WireJson.Read<SubmitMessage>(body.Span));
        }
        else if (key == WireNames.Acknowledge)
        {
            foreach (var item in WireJson.Read<AcknowledgeBody>(WireJson.Read<SealedMessage>(body.Span).Body).Items)
            {
                Acknowledged.Enqueue(item);
            }
        }

        return Task.FromResult<PublishOutcome>(PublishOutcome.Confirmed.Instance);
    }

    public async Task RunAsync(Func<InboundMessage, CancellationToken, Task> handle, CancellationToken cancellation)
    {
        await foreach (var message in queue.Reader.ReadAllAsync(cancellation))
        {
            try
            {
                await handle(message, cancellation);
            }
            catch (MessageRejectedException)
            {
                Rejected++;
            }
        }
    }

    /// <summary>Messages that the adapter has rejected.</summary>
    public int Rejected { get; private set; }

    /// <summary>Tells the sender's adapter a state.</summary>
    public void Tell(DeliveryState state) => Send(WireNames.States, new StatesMessage([state]));

    /// <summary>Delivers a package of the axis itself, under the axis's seal or another's.</summary>
    public Guid SendOfAxis(byte[] package, string receiver, bool isForged = false)
    {
        var now = TimeProvider.System.GetUtcNow();
        var delivery = Guid.CreateVersion7(now);
        var manifest = new Manifest(
            Manifest.CurrentVersion, Guid.CreateVersion7(now), Manifest.Edoc, "AXIS", [receiver], Convert.ToHexStringLower(SHA256.HashData(package)), package.Length, now).ToBytes();
        using var other = new Sealer(certificates[1], TimeProvider.System);
        Send(WireNames.Deliver, new DeliverMessage(
            delivery, Guid.CreateVersion7(now), 1, Manifest.Edoc, receiver, 0, manifest, (isForged ? other : sealer).Seal(manifest), [], new TraceEntry("AXIS", now), package));
        return delivery;
    }

    public void Cancel(Guid deliveryId, int attempt) => SendSealed(WireNames.Cancel, new CancelBody(deliveryId, attempt));

    public void Mark(MarkBody mark) => SendSealed(WireNames.Mark, mark);

    /// <summary>Tells the adapter of alerts in one message.</summary>
    public void Warn(params Alert[] alerts) => SendSealed(WireNames.Alerts, new AlertsBody(alerts));

    /// <summary>The same under another's seal.</summary>
    public void WarnForged(params Alert[] alerts)
    {
        using var other = new Sealer(certificates[1], TimeProvider.System);
        var bytes = WireJson.Write(new AlertsBody(alerts));
        Send(WireNames.Alerts, new SealedMessage(bytes, other.Seal(bytes)));
    }

    public async Task UploadAsync(string sha256, Stream content, CancellationToken cancellation)
    {
        await using var file = File.Create(Path.Combine(contents, sha256));
        await content.CopyToAsync(file, cancellation);
    }

    public Task<Stream?> DownloadAsync(string sha256, long offset, CancellationToken cancellation)
    {
        var file = File.OpenRead(Path.Combine(contents, sha256));
        file.Position = offset;
        return Task.FromResult<Stream?>(file);
    }

    public Task<RegisteredCertificate?> FindCertificateAsync(string sha256, CancellationToken cancellation) =>
        IsSilent ? throw new HubAwayException("silent") : Refusing is { } refusing ? throw new HubRefusedException(refusing) : Task.FromResult(certificates.FirstOrDefault(one => AgencyCertificate.HashOf(one) == sha256) is { } found
            ? new RegisteredCertificate(X509CertificateLoader.LoadCertificate(found.RawData))
            : null);

    /// <summary>What it refuses this adapter with.</summary>
    public Finding? Refusing { get; set; }

    /// <summary>The directory.</summary>
    public List<DirectoryAgency> Agencies { get; } = [];

    public Task<DirectoryPage> ListAgenciesAsync(DateTimeOffset? since, CancellationToken cancellation) =>
        Task.FromResult(new DirectoryPage(TimeProvider.System.GetUtcNow(), Agencies));

    public Task<SubmissionAnswer?> FindSubmissionAsync(Guid submissionId, CancellationToken cancellation) =>
        Task.FromResult<SubmissionAnswer?>(null);

    /// <summary>What senders asked for afterwards.</summary>
    public ConcurrentQueue<(Guid Submission, string What)> Asked { get; } = [];

    public Task ResendAsync(Guid submissionId, CancellationToken cancellation) => AskAsync(submissionId, "resend");

    public Task CloseAsync(Guid submissionId, string reason, CancellationToken cancellation) => AskAsync(submissionId, "close: " + reason);

    private Task AskAsync(Guid submission, string what)
    {
        if (State != LinkState.Connected)
        {
            throw new HubAwayException("away");
        }

        Asked.Enqueue((submission, what));
        return Task.CompletedTask;
    }

    private void Take(SubmitMessage submit)
    {
        var manifest = Manifest.Read(submit.Manifest).Manifest!;
        if (accepted.TryGetValue(submit.SubmissionId, out var before))
        {
            SendSealed(WireNames.Receipts, new ReceiptsBody([before]));
            return;
        }

        Submitted.Enqueue(manifest);
        if (submit.Package is { } package)
        {
            Packages[submit.SubmissionId] = package;
        }

        var document = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var now = TimeProvider.System.GetUtcNow();
        var lines = manifest.Receivers.Select(code => Known.Contains(code)
            ? new ReceiptReceiver(code, ReceiverOutcome.Delivery, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()))
            : new ReceiptReceiver(code, ReceiverOutcome.Refused, null, Finding.Refuse(ErrorCatalogue.ReceiverUnknown, "", code))).ToArray();
        var isAccepted = lines.Any(line => line.DeliveryId is not null);
        var receipt = new Receipt(
            submit.SubmissionId, submit.Try, isAccepted ? ReceiptOutcome.Accepted : ReceiptOutcome.Refused, manifest.PackageSha256, now, lines,
            [.. Findings, .. lines.Select(line => line.Finding).OfType<Finding>()], isAccepted ? document : null);
        if (isAccepted)
        {
            accepted[submit.SubmissionId] = receipt;
        }

        SendSealed(WireNames.Receipts, new ReceiptsBody([receipt]));
        foreach (var line in lines.Where(line => line.DeliveryId is not null))
        {
            Deliveries[(submit.SubmissionId, line.Code)] = line.DeliveryId!.Value;
            if (Served.Contains(line.Code))
            {
                Send(WireNames.Deliver, new DeliverMessage(
                    line.DeliveryId.Value, document, 1, manifest.Kind, line.Code, 0, submit.Manifest, submit.Seal, [],
                    new TraceEntry("AXIS", now), submit.Package, submit.Content, About(manifest, line.Code)));
            }
        }
    }

    private void SendSealed<T>(string kind, T body)
    {
        var bytes = WireJson.Write(body);
        Send(kind, new SealedMessage(bytes, sealer.Seal(bytes)));
    }

    private void Send<T>(string kind, T message) =>
        queue.Writer.TryWrite(new InboundMessage(kind, WireNames.Version, WireJson.Write(message), Redelivered: false)).ShouldBeTrue();
}
