using System.Globalization;
using Axis.Benchmarks;
using Axis.Benchmarks.Relays;
using MassTransit;

// hub|receivers raw|bare BROKER FANOUT: the processes of a relay; anything else is the measuring run.
switch (args)
{
    case ["hub", "raw", var broker, var fanOut]:
        await using (var relay = await RawRelay.ConnectAsync(new Uri(broker)))
        {
            await relay.RunHubAsync(int.Parse(fanOut, CultureInfo.InvariantCulture));
            await Child.ServeAsync();
        }

        return 0;
    case ["receivers", "raw", var broker, var fanOut]:
        await using (var relay = await RawRelay.ConnectAsync(new Uri(broker)))
        {
            await relay.RunReceiversAsync(int.Parse(fanOut, CultureInfo.InvariantCulture));
            await Child.ServeAsync();
        }

        return 0;
    case ["hub", "bare", var broker, var fanOut]:
        return await ServeBusAsync(BareRelay.StartHubAsync(new Uri(broker), int.Parse(fanOut, CultureInfo.InvariantCulture)));
    case ["receivers", "bare", var broker, var fanOut]:
        return await ServeBusAsync(BareRelay.StartReceiversAsync(new Uri(broker), int.Parse(fanOut, CultureInfo.InvariantCulture)));
    default:
        return await BenchmarkCommand.Create().Parse(args).InvokeAsync();
}

static async Task<int> ServeBusAsync(Task<IBusControl> starting)
{
    var bus = await starting;
    await Child.ServeAsync();
    await bus.StopAsync();
    return 0;
}
