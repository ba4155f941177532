using Axis.Contracts.Tls;
using Axis.Contracts.Wire;
using MassTransit;

namespace Axis.Hub.Platform.Bus;

/// <summary>Wires the hub to its bus: RabbitMQ, or the in-memory transport of the embedded nation.</summary>
internal static class BusRegistration
{
    private const int DeadLettersAtOnce = 8;

    /// <summary>
    /// The bus on RabbitMQ with <see cref="IAdapterQueues"/>. Needs an <see cref="IBatchHandler{T}"/> of submissions,
    /// acknowledgements and heartbeats, an <see cref="IDeadLetterHandler"/>, an <see cref="IRefusedMessageHandler"/> and a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddAxisBus(this IServiceCollection services, HubOptions options)
    {
        var address = BrokerAddress.Parse(options.Broker);
        services.AddSingleton<IAdapterQueues, RabbitAdapterQueues>();
        return services.AddBus(bus => bus.UsingRabbitMq((context, rabbit) =>
        {
            rabbit.Host(address.Host, (ushort)address.Port, address.VirtualHost, options.Name, host =>
            {
                host.Username(address.User);
                host.Password(address.Password);
                host.PublisherConfirmation = true;
                host.OnRefreshConnectionFactory = factory =>
                {
                    CutIsError.Apply(factory);
                    return Task.CompletedTask;
                };
                if (address.Tls)
                {
                    var judge = ServerTrust.Load(options.BrokerRootsPath).For(address.Host);
                    var log = context.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(BrokerTls).FullName!);
                    judge.Refused += finding => BusLog.BrokerRefused(log, finding.Code, finding.English);
                    host.Secure(judge);
                }
            });
            rabbit.OverrideDefaultBusEndpointQueueName("axis.hub." + NewId.NextGuid().ToString("N"));
            UseWire(rabbit);
            AddEndpoints<IRabbitMqReceiveEndpointConfigurator>(context, options, rabbit.ReceiveEndpoint, endpoint => endpoint.SetQuorumQueue());
            rabbit.ReceiveEndpoint(WireNames.OutboundDeadQueue, endpoint =>
            {
                endpoint.SetQuorumQueue();
                ConfigureDead(endpoint, context);
            });
        }));
    }

    /// <summary>The same consumers on the in-memory transport, with <see cref="IEmbeddedInlet"/>; <see cref="IAdapterQueues"/> comes from the host.</summary>
    public static IServiceCollection AddEmbeddedBus(this IServiceCollection services, HubOptions options)
    {
        services.AddSingleton<IEmbeddedInlet, EmbeddedInlet>();
        return services.AddBus(bus => bus.UsingInMemory((context, memory) =>
        {
            UseWire(memory);
            AddEndpoints<IInMemoryReceiveEndpointConfigurator>(context, options, memory.ReceiveEndpoint, _ => { });
        }));
    }

    private static IServiceCollection AddBus(this IServiceCollection services, Action<IBusRegistrationConfigurator> transport)
    {
        services.AddSingleton<HoldPolicy>();
        services.AddSingleton<DeadLetterSender>();

        // Before the endpoints have their topology an early mandatory publish comes back.
        services.AddOptions<MassTransitHostOptions>().Configure(host => host.WaitUntilStarted = true);
        return services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<BatchConsumer<SubmitMessage>>();
            bus.AddConsumer<BatchConsumer<SealedMessage>>();
            bus.AddConsumer<BatchConsumer<HeartbeatMessage>>();
            bus.AddConsumer<DeadLetterConsumer>();
            transport(bus);
        });
    }

    private static void UseWire(IBusFactoryConfigurator bus)
    {
        bus.ClearSerialization();
        bus.AddSerializer(WireFormat.Strict);
        bus.AddDeserializer(WireFormat.Strict, isDefault: true);
        bus.SendTopology.ErrorQueueNameFormatter = DeadQueueNames.Instance;
        bus.SendTopology.DeadLetterQueueNameFormatter = DeadQueueNames.Instance;
    }

    private static void AddEndpoints<TEndpoint>(
        IBusRegistrationContext context, HubOptions options, Action<string, Action<TEndpoint>> add, Action<TEndpoint> kind)
        where TEndpoint : IReceiveEndpointConfigurator
    {
        Add<SubmitMessage>(WireNames.SubmitQueue, batchesAtOnce: 2);
        Add<SealedMessage>(WireNames.AcknowledgeQueue, batchesAtOnce: 2);
        Add<HeartbeatMessage>(WireNames.HeartbeatQueue, batchesAtOnce: 1);

        void Add<T>(string queue, int batchesAtOnce) where T : class
        {
            add(queue, endpoint =>
            {
                kind(endpoint);
                ConfigureIntake<T>(endpoint, context, options, batchesAtOnce);
            });
            add(WireNames.DeadQueue(queue), endpoint =>
            {
                kind(endpoint);
                ConfigureDead(endpoint, context);
            });
        }
    }

    private static void ConfigureIntake<T>(IReceiveEndpointConfigurator endpoint, IBusRegistrationContext context, HubOptions options, int batchesAtOnce)
        where T : class
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;

        // One batch per slot in work and one filling.
        endpoint.PrefetchCount = options.BatchSize * (batchesAtOnce + 1);
        endpoint.ConcurrentMessageLimit = endpoint.PrefetchCount;
        var log = context.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RecordOriginFilter).FullName!);
        endpoint.ConfigureError(error =>
        {
            error.UseFilter(new RecordOriginFilter(log));
            error.UseFilter(new MassTransit.Middleware.ErrorTransportFilter());
        });
        endpoint.ConfigureConsumer<BatchConsumer<T>>(context, consumer => consumer.Options<BatchOptions>(batch => batch
            .SetMessageLimit(options.BatchSize)
            .SetTimeLimit(options.BatchWait)
            .SetConcurrencyLimit(batchesAtOnce)
            .GroupBy<T, ulong>(LoneMessage.Key)));
    }

    private static void ConfigureDead(IReceiveEndpointConfigurator endpoint, IBusRegistrationContext context)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PublishFaults = false;
        endpoint.PrefetchCount = DeadLettersAtOnce;
        endpoint.ConcurrentMessageLimit = DeadLettersAtOnce;

        // Beyond the dead letters there is nothing: what cannot be recorded stays in its queue.
        endpoint.RethrowFaultedMessages();
        endpoint.ClearSerialization();
        endpoint.AddSerializer(WireFormat.Bytes);
        endpoint.AddDeserializer(WireFormat.Bytes, isDefault: true);
        endpoint.ConfigureConsumer<DeadLetterConsumer>(context);
    }
}
