using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Agency.Adapter.Work;
using Axis.Contracts;
using Axis.Contracts.Errors;
using Axis.Contracts.Tls;
using Axis.Contracts.Wire;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Agency.Adapter.HubLink;

/// <summary>
/// The link over RabbitMQ under an adapter's rights: it declares nothing, publishes mandatory and confirmed to its own exchange and
/// reads its own queue. While it runs it reconnects by itself, backing off; a message that was not settled comes again. Over <c>amqps</c> it
/// believes the broker by <paramref name="trust"/> only.
/// </summary>
internal sealed class RabbitHubLink(AdapterOptions options, ServerTrust trust, TimeProvider time, ILogger<RabbitHubLink> log)
    : IHubLink, IDisposable
{
    private static readonly TimeSpan ConfirmPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(20);

    private readonly string exchange = WireNames.InboundExchange(options.Code);
    private readonly string queue = WireNames.OutboundQueue(options.Code);
    private readonly SemaphoreSlim opening = new(1, 1);
    private volatile IConnection? connection;
    private volatile IChannel? publishing;
    private volatile string hindrance = "it was not tried yet";
    private volatile LinkFault? fault;

    public LinkState State => connection is { IsOpen: true } ? LinkState.Connected : LinkState.Disconnected;

    public LinkFault? Fault => fault;

    public event Action<LinkState>? StateChanged;

    public async Task<PublishOutcome> PublishAsync(string key, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(ConfirmPatience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            if (await PublishingAsync(end.Token) is not { } channel)
            {
                return new PublishOutcome.Unavailable($"The broker is not connected: {hindrance}");
            }

            await channel.BasicPublishAsync(exchange, key, mandatory: true, Properties(key), body, end.Token);
            return PublishOutcome.Confirmed.Instance;
        }
        catch (PublishReturnException returned)
        {
            return new PublishOutcome.Refused($"{returned.ReplyCode} {returned.ReplyText}");
        }
        catch (PublishException)
        {
            return new PublishOutcome.Refused("The broker rejected the message.");
        }
        catch (OperationInterruptedException closed) when (closed.ShutdownReason is { ReplyCode: Constants.AccessRefused or Constants.NotFound })
        {
            return new PublishOutcome.Refused(closed.ShutdownReason.ReplyText);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new PublishOutcome.Unavailable("The broker did not confirm in time.");
        }
        catch (Exception lost) when (lost is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // What the library throws while a connection goes down is no family: time limits of its own, sockets, its closed queues.
            return new PublishOutcome.Unavailable(lost.Message);
        }
    }

    public async Task RunAsync(Func<InboundMessage, CancellationToken, Task> handle, CancellationToken cancellation)
    {
        var failures = 0;
        var speaksTls = new Uri(options.Broker).Scheme == "amqps";
        while (!cancellation.IsCancellationRequested)
        {
            var broker = trust.For(new Uri(options.Broker).Host);
            try
            {
                await ReadAsync(broker, handle, () => failures = 0, cancellation);
            }
            catch (BrokerUnreachableException refused) when (speaksTls && broker.Explain(refused) is { } finding)
            {
                Refused(finding);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                Lost("The broker did not answer in time.");
            }
            catch (Exception lost) when (lost is not OperationCanceledException)
            {
                Lost(lost is OperationInterruptedException { ShutdownReason: { } said } ? said.ReplyText : lost.Message);
            }

            await Task.Delay(BackOff.After(options, failures++), time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancellation.ThrowIfCancellationRequested();
    }

    public void Dispose() => opening.Dispose();

    private async Task ReadAsync(
        ServerJudge broker, Func<InboundMessage, CancellationToken, Task> handle, Action connected, CancellationToken cancellation)
    {
        var lost = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var handling = new ConcurrentDictionary<Task, bool>();
        await using var opened = await ConnectAsync(broker, cancellation);
        opened.ConnectionShutdownAsync += (_, reason) => Lose(reason.ReplyText);
        await using var channel = await opened.CreateChannelAsync(new CreateChannelOptions(false, false, consumerDispatchConcurrency: 1), cancellation);
        channel.ChannelShutdownAsync += (_, reason) => Lose(reason.ReplyText);
        await channel.BasicQosAsync(0, (ushort)options.Prefetch, false, cancellation);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.UnregisteredAsync += (_, _) => Lose("The broker has ended the consumer.");
        consumer.ReceivedAsync += (_, delivered) =>
        {
            // The library reuses the body when this returns; the work is started here, in queue order, and settled when it is done.
            var message = Read(delivered);
            var task = SettleAsync(channel, delivered.DeliveryTag, handle, message, cancellation);
            handling[task] = true;
            _ = task.ContinueWith(done => handling.TryRemove(done, out bool _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellation);
        connection = opened;
        fault = null;
        connected();
        HubLinkLog.Connected(log, options.Code);
        StateChanged?.Invoke(LinkState.Connected);
        try
        {
            Lost(await lost.Task.WaitAsync(cancellation));
        }
        finally
        {
            connection = null;
            publishing = null;
            StateChanged?.Invoke(LinkState.Disconnected);
            await Task.WhenAll(handling.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task Lose(string reason)
        {
            lost.TrySetResult(reason);
            return Task.CompletedTask;
        }
    }

    /// <summary>Whoever waits for the broker is told why.</summary>
    private void Lost(string reason)
    {
        hindrance = reason;
        fault = null;
        HubLinkLog.NotConnected(log, options.Code, reason);
    }

    /// <summary>Health tells it too, for it does not go away by itself.</summary>
    private void Refused(Finding finding)
    {
        hindrance = $"{finding.Code} {finding.English}";
        fault = new LinkFault(finding, fault?.Since ?? time.GetUtcNow());
        HubLinkLog.BrokerRefused(log, options.Code, finding.Code, finding.English);
    }

    private async Task SettleAsync(
        IChannel channel, ulong tag, Func<InboundMessage, CancellationToken, Task> handle, InboundMessage message, CancellationToken cancellation)
    {
        try
        {
            try
            {
                await handle(message, cancellation);
            }
            catch (MessageRejectedException rejected)
            {
                HubLinkLog.Rejected(log, message.Kind, rejected.Message);
                await channel.BasicRejectAsync(tag, requeue: false, cancellation);
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                // It stays at the broker and comes again; the pause keeps a full disk from being asked thousands of times a second.
                HubLinkLog.Requeued(log, message.Kind, fault);
                await Task.Delay(options.RetryFirst, time, cancellation);
                await channel.BasicNackAsync(tag, multiple: false, requeue: true, cancellation);
                return;
            }

            CrashPoint.Pass(AdapterCrashPoints.MessageNotSettled);
            await channel.BasicAckAsync(tag, multiple: false, cancellation);
        }
        catch (Exception lost)
        {
            // The connection went before the broker was told: it delivers again, and the spool folds.
            HubLinkLog.NotSettled(log, message.Kind, lost.Message);
        }
    }

    private async Task<IChannel?> PublishingAsync(CancellationToken cancellation)
    {
        if (publishing is { IsOpen: true } open)
        {
            return open;
        }

        await opening.WaitAsync(cancellation);
        try
        {
            if (connection is not { IsOpen: true } connected)
            {
                return null;
            }

            // A refusal closes the channel; the next publish opens another one. The limiter of outstanding confirms stays the
            // library's default: the tighter ones were measured to be twenty times slower (protocol.md 6).
            return publishing is { IsOpen: true } other
                ? other
                : publishing = await connected.CreateChannelAsync(new CreateChannelOptions(true, true), cancellation);
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>With a limit of our own: for the rest of a frame whose connection has ended in the handshake the library waits without end.</summary>
    private async Task<IConnection> ConnectAsync(ServerJudge broker, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(ConnectPatience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        return await Factory(broker).CreateConnectionAsync(end.Token);
    }

    private ConnectionFactory Factory(ServerJudge broker)
    {
        var factory = new ConnectionFactory
        {
            Uri = new Uri(options.Broker),
            ClientProvidedName = "axis-adapter " + options.Code,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(15),
        };
        if (factory.Ssl.Enabled)
        {
            factory.Ssl.Version = ServerTrust.Protocols;
            factory.Ssl.ServerName = broker.Host;
            factory.Ssl.CertificateValidationCallback = broker.Validate;
        }

        return factory;
    }

    private static BasicProperties Properties(string kind) => new()
    {
        ContentType = WireNames.ContentType,
        DeliveryMode = DeliveryModes.Persistent,
        Headers = new Dictionary<string, object?>
        {
            [WireNames.KindHeader] = kind,
            [WireNames.VersionHeader] = WireNames.Version.ToString(CultureInfo.InvariantCulture),
        },
    };

    private static InboundMessage Read(BasicDeliverEventArgs delivered) => new(
        Header(delivered, WireNames.KindHeader),
        int.TryParse(Header(delivered, WireNames.VersionHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
        delivered.Body.ToArray(),
        delivered.Redelivered);

    private static string Header(BasicDeliverEventArgs delivered, string name) =>
        delivered.BasicProperties.Headers is { } headers && headers.TryGetValue(name, out var value)
            ? value switch
            {
                byte[] text => Encoding.UTF8.GetString(text),
                null => "",
                _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
            }
            : "";
}
