using Agency.Adapter;
using Axis.Journeys.Packages;
using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Alerts;

/// <inheritdoc/>
public sealed class SeparateAlertJourneys(SeparateAlertJourneys.Home home) : AlertJourneys(home), IClassFixture<SeparateAlertJourneys.Home>
{
    /// <inheritdoc/>
    public sealed class Home : AlertHome
    {
        private protected override async Task<IJourneyNation> StartAsync(Action<AdapterOptions> telling)
        {
            Assert.SkipUnless(Requires.HasBroker, "needs RabbitMQ: install rabbitmq-server or set " + Requires.AmqpVariable);
            var broker = await PrivateBroker.SharedAsync();
            return new SeparateNation(await ProcessNation.StartAsync(Options(broker.Amqp, telling), CancellationToken.None));
        }
    }
}
