using Axis.Hub.Operate.Cancels;
using Axis.Hub.Operate.Queues;
using Axis.Hub.Operate.Stuck;
using Axis.Hub.Platform.Bus;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Axis.Hub.Operate;

/// <summary>Registers what operators and their commands rest on.</summary>
internal static class OperateComponent
{
    /// <summary>Before the console, which falls back to no broker.</summary>
    public static IServiceCollection AddOperate(this IServiceCollection services, HubOptions options)
    {
        services.AddSingleton<IRefusedMessageHandler, RecordRefusedMessage>();
        services.AddSingleton<StuckDesk>();
        services.AddSingleton<CancelDesk>();
        if (options.Broker.Length > 0)
        {
            services.TryAddSingleton<IBrokerQueues>(_ => new BrokerQueues(options));
        }

        return services;
    }

    /// <summary>What only a running hub does.</summary>
    public static IServiceCollection AddRetries(this IServiceCollection services) => services.AddHostedService<RetryStuck>();
}
