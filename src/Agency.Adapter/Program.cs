using Agency.Adapter;

var options = AdapterSettings.Read(args);
if (AdapterOptionsRules.Faults(options) is { Count: > 0 } faults)
{
    Console.Error.WriteLine("The adapter cannot start:" + Environment.NewLine + string.Join(Environment.NewLine, faults));
    return 2;
}

await using var adapter = AdapterHost.Build(options);
await adapter.RunAsync();
return 0;
