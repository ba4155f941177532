using Axis.Hub;

// Settings: hub.json beside the working directory, variables AXIS_*, then --name value; the last one counts.
var settings = new ConfigurationBuilder()
    .AddJsonFile("hub.json", optional: true)
    .AddEnvironmentVariables("AXIS_")
    .AddCommandLine(args)
    .Build();
var options = settings.Get<HubOptions>() ?? new HubOptions();
await using var hub = HubHost.Build(options);
await hub.RunAsync();
return 0;
