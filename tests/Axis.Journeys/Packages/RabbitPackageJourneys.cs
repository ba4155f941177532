using Axis.TestKit;

namespace Axis.Journeys.Packages;

/// <inheritdoc/>
public sealed class RabbitPackageJourneys : PackageJourneys
{
    protected override async Task<string?> FindBrokerAsync()
    {
        Assert.SkipUnless(Requires.HasBroker, "needs RabbitMQ: install rabbitmq-server or set " + Requires.AmqpVariable);
        return (await PrivateBroker.SharedAsync()).Amqp;
    }
}
