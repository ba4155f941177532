using Axis.Simulator;

return await SimulatorCommand.Create().Parse(args).InvokeAsync();
