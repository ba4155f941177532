using System.Runtime.CompilerServices;
using Xunit;

namespace Axis.TestKit;

/// <summary>A theory on real RabbitMQ; skipped by name where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrokerTheoryAttribute : TheoryAttribute
{
    public BrokerTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line)
    {
        Skip = "needs RabbitMQ: install rabbitmq-server or set " + Requires.AmqpVariable;
        SkipType = typeof(Requires);
        SkipUnless = nameof(Requires.HasBroker);
    }
}
