using MassTransit;

namespace Axis.Benchmarks.Relays;

/// <summary>A document on the bare MassTransit relay.</summary>
public sealed record RelayedDocument(int Number, byte[] Body);

/// <summary>A status on the bare MassTransit relay; its own type, so that one bus can tell them apart.</summary>
public sealed record RelayedStatus(int Number, byte[] Body);

/// <summary>
/// What a team would write first with MassTransit: quorum endpoints, publisher confirms, a consumer that sends on and is
/// acknowledged after that. No identity, no ledger, no seal, no state.
/// </summary>
internal static class BareRelay
{
    public static async Task<IBusControl> StartHubAsync(Uri broker, int receivers)
    {
        var bus = Create(broker, configurator =>
        {
            Endpoint(configurator, RelayNames.Submit, endpoint => endpoint.Handler<RelayedDocument>(context =>
                Task.WhenAll(Enumerable.Range(0, receivers).Select(receiver => SendAsync(context, RelayNames.Out(receiver), context.Message)))));
            Endpoint(configurator, RelayNames.Status, endpoint => endpoint.Handler<RelayedStatus>(context =>
                SendAsync(context, RelayNames.Back, context.Message)));
        });
        await bus.StartAsync();
        return bus;
    }

    public static async Task<IBusControl> StartReceiverAsync(Uri broker, int receiver)
    {
        var bus = Create(broker, configurator => Endpoint(configurator, RelayNames.Out(receiver), endpoint => endpoint.Handler<RelayedDocument>(context =>
            SendAsync(context, RelayNames.Status, new RelayedStatus(context.Message.Number, RelayPackage.Answer(context.Message.Body).ToArray())))));
        await bus.StartAsync();
        return bus;
    }

    public static async Task<IBusControl> StartSenderAsync(Uri broker, Action<int> back)
    {
        var bus = Create(broker, configurator => Endpoint(configurator, RelayNames.Back, endpoint => endpoint.Handler<RelayedStatus>(context =>
        {
            back(context.Message.Number);
            return Task.CompletedTask;
        })));
        await bus.StartAsync();
        return bus;
    }

    /// <summary>Sends confirmed and mandatory: without it an unroutable message is confirmed and lost.</summary>
    public static Task SendAsync<T>(ISendEndpoint endpoint, T message) where T : class =>
        endpoint.Send(message, (SendContext<T> send) => ((RabbitMqSendContext)send).Mandatory = true);

    private static IBusControl Create(Uri broker, Action<IRabbitMqBusFactoryConfigurator> configure) =>
        Bus.Factory.CreateUsingRabbitMq(configurator =>
        {
            configurator.Host(broker);
            configurator.UseRawJsonSerializer();
            configure(configurator);
        });

    private static void Endpoint(IRabbitMqBusFactoryConfigurator configurator, string queue, Action<IReceiveEndpointConfigurator> configure) =>
        configurator.ReceiveEndpoint(queue, endpoint =>
        {
            endpoint.SetQuorumQueue();
            endpoint.ConfigureConsumeTopology = false;
            endpoint.PrefetchCount = RelayNames.Concurrency * 2;
            endpoint.ConcurrentMessageLimit = RelayNames.Concurrency;
            configure(endpoint);
        });

    private static async Task SendAsync<T>(ConsumeContext context, string queue, T message) where T : class =>
        await SendAsync(await context.GetSendEndpoint(new Uri("exchange:" + queue)), message);
}
