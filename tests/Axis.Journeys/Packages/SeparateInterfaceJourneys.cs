using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Packages;

/// <inheritdoc/>
public sealed class SeparateInterfaceJourneys(SeparateInterfaceJourneys.Home home) : InterfaceJourneys(home), IClassFixture<SeparateInterfaceJourneys.Home>
{
    /// <inheritdoc/>
    public sealed class Home : JourneyHome
    {
        private protected override async Task<IJourneyNation> StartAsync()
        {
            Assert.SkipUnless(Requires.HasBroker, "needs RabbitMQ: install rabbitmq-server or set " + Requires.AmqpVariable);
            var broker = await PrivateBroker.SharedAsync();
            return new SeparateNation(await ProcessNation.StartAsync(JourneyPlan.Small(broker.Amqp), CancellationToken.None));
        }
    }
}
