using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Packages;

/// <inheritdoc/>
public sealed class SeparatePackageJourneys(SeparatePackageJourneys.Home home) : PackageJourneys(home), IClassFixture<SeparatePackageJourneys.Home>
{
    /// <inheritdoc/>
    public sealed class Home : JourneyHome
    {
        private protected override async Task<IJourneyNation> StartAsync()
        {
            Assert.SkipUnless(Requires.HasBroker, "needs RabbitMQ: install rabbitmq-server or set " + Requires.AmqpVariable);
            var broker = await PrivateBroker.SharedAsync();
            return new SeparateNation(await ProcessNation.StartAsync(JourneyPlan.Options(broker.Amqp), CancellationToken.None));
        }
    }
}
