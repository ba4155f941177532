using System.Runtime.CompilerServices;
using Xunit;

namespace Axis.TestKit;

/// <summary>A theory that kills or configures a broker: never an external one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnBrokerTheoryAttribute : TheoryAttribute
{
    public OwnBrokerTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line)
    {
        Skip = "needs a private RabbitMQ that it may kill: install rabbitmq-server and leave " + Requires.AmqpVariable + " unset";
        SkipType = typeof(Requires);
        SkipUnless = nameof(Requires.HasOwnBroker);
    }
}
