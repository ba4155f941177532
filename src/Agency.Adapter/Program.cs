return await Agency.Adapter.AdapterRun.RunAsync(args, Console.Error);
