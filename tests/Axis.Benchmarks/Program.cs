using System.Globalization;
using Axis.Benchmarks;
using Axis.Benchmarks.Relays;
using MassTransit;

// hub|receiver raw|bare BROKER NUMBER: a process of a relay; anything else is the measuring run.
return args switch
{
    ["hub", "raw", var broker, var fanOut] => await ServeAsync(RawRelay.ConnectAsync(new Uri(broker)), relay => relay.RunHubAsync(Number(fanOut))),
    ["receiver", "raw", var broker, var place] => await ServeAsync(RawRelay.ConnectAsync(new Uri(broker)), relay => relay.RunReceiverAsync(Number(place))),
    ["hub", "bare", var broker, var fanOut] => await ServeBusAsync(BareRelay.StartHubAsync(new Uri(broker), Number(fanOut))),
    ["receiver", "bare", var broker, var place] => await ServeBusAsync(BareRelay.StartReceiverAsync(new Uri(broker), Number(place))),
    _ => await BenchmarkCommand.Create().Parse(args).InvokeAsync(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static async Task<int> ServeAsync(Task<RawRelay> connecting, Func<RawRelay, Task> run)
{
    await using var relay = await connecting;
    await run(relay);
    await Child.ServeAsync();
    return 0;
}

static async Task<int> ServeBusAsync(Task<IBusControl> starting)
{
    var bus = await starting;
    await Child.ServeAsync();
    await bus.StopAsync();
    return 0;
}
