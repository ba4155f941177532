using Axis.Journeys.Packages;
using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Changes;

/// <inheritdoc/>
public sealed class SeparateChangeJourneys(SeparateChangeJourneys.Home home) : ChangeJourneys(home), IClassFixture<SeparateChangeJourneys.Home>
{
    /// <inheritdoc/>
    public sealed class Home : JourneyHome
    {
        private protected override async Task<IJourneyNation> StartAsync()
        {
            Assert.SkipUnless(Requires.HasBroker, "needs RabbitMQ: install rabbitmq-server or set " + Requires.AmqpVariable);
            var broker = await PrivateBroker.SharedAsync();
            return new SeparateNation(await ProcessNation.StartAsync(JourneyPlan.Changing(broker.Amqp), CancellationToken.None));
        }
    }
}
